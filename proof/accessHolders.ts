import { AccountAnswers, RoleProof } from "./accountAnswers";
import { Account, KnownAccount, LandingZone } from "../model/landingZone";
import { justInTimeRole } from "../model/names";
import { AccessWindow, RoleTakers } from "./accessWindows";
import { PlannedOrganization } from "./plannedOrganization";

/** Somebody who can use an access path. */
export interface Holder {
  readonly kind:
    /** Whoever has, or gives himself, the rights. */
    | "anyone"
    /** A user of the identity account, through a role. */
    | "user"
    /** A role that no user of ours takes: the deploy role, or one that is made outside of the plan. */
    | "role";
  /** Of the user or the role; none for anyone. */
  readonly name?: string;
  /** The role that the user takes. */
  readonly through?: string;
  /** When; always where it is left out. */
  readonly windows?: readonly AccessWindow[];
  /** Why, or by whom the role is taken. */
  readonly note?: string;
}

/** Whoever there is, where no guardrail holds; why it does not. */
export function unguardedHolder(zone: LandingZone, account: Account): Holder {
  const note =
    account.id === undefined
      ? "unguarded: its id is not known yet"
      : account.name === zone.organization.management
        ? "unguarded: SCPs never reach the management account"
        : "unguarded";
  return { kind: "anyone", note };
}

/** Finds the holders of a path in one guarded account. */
export function holdersIn(
  planned: PlannedOrganization,
  account: KnownAccount,
  { paths, roles }: AccountAnswers,
  takers: RoleTakers,
): (path: string) => Holder[] {
  const byRole = new Map(
    roles.map((role) => [role.role, holdersOf(planned, account, role, takers)]),
  );
  const checks = new Map(paths.map(({ path, check }) => [path, check]));
  const exempt = new Map(paths.map(({ path, exempt }) => [path, exempt]));
  return (path) => {
    const check = checks.get(path)!;
    if (check.result !== "proved") {
      const note = check.result === "refuted" ? "not closed" : "not proved closed";
      return [{ kind: "anyone", note }];
    }
    return exempt.get(path)!.flatMap((name): Holder[] => {
      const role = roles.find((each) => each.role === name);
      return role === undefined
        ? madeElsewhere(planned, name)
        : role.uses.includes(path)
          ? byRole.get(name)!
          : [];
    });
  };
}

function holdersOf(
  planned: PlannedOrganization,
  account: KnownAccount,
  { role, exemption }: RoleProof,
  takers: RoleTakers,
): Holder[] {
  if (exemption === "deploy") {
    return [
      {
        kind: "role",
        name: role,
        note: `by CI role ${planned.zone.deploy.trustedBy.split("/").at(-1)}`,
      },
    ];
  }
  const identity = planned.identity(account, "role", role);
  const users = identity === undefined ? [] : takers.of(account, identity);
  return users.map(({ user, windows }) => ({
    kind: "user",
    name: user,
    through: role,
    // One window without beginning and end is no window.
    ...(windows.some(({ from, until }) => from ?? until) && { windows }),
  }));
}

/**
 * A role that is exempt by name and not planned in the account. AWS or another team makes it, or nobody: the guardrails
 * keep OSAccess, the deploy role and the switch roles from being made by anyone but the deploy role.
 */
function madeElsewhere({ zone }: PlannedOrganization, name: string): Holder[] {
  if (name === justInTimeRole) {
    return [{ kind: "role", name, note: "whoever AWS's approvals let in" }];
  }
  return zone.automationRoles.includes(name)
    ? [{ kind: "role", name, note: "made elsewhere" }]
    : [];
}
