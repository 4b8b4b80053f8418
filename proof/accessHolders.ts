import { AccountAnswers, RoleProof } from "./accountAnswers";
import { Account, KnownAccount, LandingZone } from "../model/landingZone";
import { justInTimeRole } from "../model/names";
import { AccessWindow, inBoth, RoleTakers } from "./accessWindows";
import { catalogue } from "../guardrails/catalogue";
import { SessionWindows } from "./sessionWindows";
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

/** Who takes roles, and when sessions of OSAccess can do what. */
export interface People {
  readonly takers: RoleTakers;
  readonly sessions: SessionWindows;
}

/** Finds the holders of a path in one guarded account. */
export function holdersIn(
  planned: PlannedOrganization,
  account: KnownAccount,
  { paths, roles }: AccountAnswers,
  people: People,
): (path: string) => Holder[] {
  const byRole = new Map(
    roles.map((role) => [role.role, holdersOf(planned, account, role, people)]),
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
          ? byRole.get(name)!(path)
          : [];
    });
  };
}

function holdersOf(
  planned: PlannedOrganization,
  account: KnownAccount,
  { role, exemption }: RoleProof,
  { takers, sessions }: People,
): (path: string) => Holder[] {
  if (exemption === "deploy") {
    return () => [
      {
        kind: "role",
        name: role,
        note: `by CI role ${planned.zone.deploy.trustedBy.split("/").at(-1)}`,
      },
    ];
  }
  const identity = planned.identity(account, "role", role);
  if (identity === undefined) {
    return () => [];
  }
  const users = takers.of(account, identity);
  const holds = exemption === "osAccess" && account.osAccess.windows === "sessions";
  return (id) => {
    const path = catalogue.find((each) => each.id === id)!;
    return users.flatMap(({ user, windows }): Holder[] => {
      // Who has taken the role is not in yet: its own statements hold the window too, and those of a revocation.
      const both = holds ? inBoth(windows, sessions.of(account, identity, path, user)) : windows;
      // One window without beginning and end is no window.
      const shown = both.some(({ from, until }) => from ?? until) && { windows: both };
      return both.length === 0 ? [] : [{ kind: "user", name: user, through: role, ...shown }];
    });
  };
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
