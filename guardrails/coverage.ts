import {
  Account,
  GuardrailTarget,
  KnownAccount,
  LandingZone,
  OrganizationalUnit,
} from "../model/landingZone";
import { knownAccounts, ouAndAncestors } from "../model/names";

/** An account or OU that no guardrail covers, and why. */
export interface Unguarded {
  readonly name: string;
  readonly kind: "organizationalUnit" | "account";
  readonly reason: string;
}

/** The declared targets that reach an account, nearest first: itself, its OU, the OUs above. */
export function guardrailsOver(zone: LandingZone, account: Account): GuardrailTarget[] {
  if (account.name === zone.organization.management) {
    // SCPs and RCPs do not touch it, whatever is attached above:
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
    return [];
  }
  const above = ouAndAncestors(zone, account.ou).map(({ path }) => path);
  return [
    ...zone.guardrails.filter(({ kind, name }) => kind === "account" && name === account.name),
    ...above.flatMap((path) =>
      zone.guardrails.filter(({ kind, name }) => kind === "organizationalUnit" && name === path),
    ),
  ];
}

/** The accounts that a guardrail at the target reaches, as far as their ids are known. */
export function accountsBelow(
  zone: LandingZone,
  { kind, name }: Pick<GuardrailTarget, "kind" | "name">,
): KnownAccount[] {
  return knownAccounts(zone).filter((account) =>
    account.name === zone.organization.management
      ? false
      : kind === "account"
        ? account.name === name
        : ouAndAncestors(zone, account.ou).some(({ path }) => path === name),
  );
}

/** Whether some guardrail that can be attached today covers the account. */
export function isGuarded(zone: LandingZone, account: Account): boolean {
  return guardrailsOver(zone, account).some(({ id }) => id !== undefined);
}

/** Every account and attachable OU that is open, in the order of the file. */
export function unguarded(zone: LandingZone): Unguarded[] {
  return [
    ...zone.guardrails
      .filter(({ id }) => id === undefined)
      .map(({ name, kind }) => ({
        name,
        kind,
        reason: "until its id is written: deploy the organization stack, then add the id",
      })),
    ...zone.accounts
      .filter((account) => !isGuarded(zone, account))
      .map((account) => ({
        name: account.name,
        kind: "account" as const,
        reason: reasonFor(zone, account),
      })),
  ];
}

function reasonFor(zone: LandingZone, account: Account): string {
  if (account.name === zone.organization.management) {
    return "SCPs never reach the management account: keep no nodes in it";
  }
  const waiting = guardrailsOver(zone, account)[0];
  if (waiting !== undefined) {
    return `covered by ${waiting.name}, whose id is not known yet`;
  }
  const ous: OrganizationalUnit[] = ouAndAncestors(zone, account.ou);
  const missing =
    ous.length === 0
      ? "it is directly under the root and not in guardrails.attach"
      : `neither it nor ${ous.map(({ path }) => path).join(" nor ")} is in guardrails.attach`;
  return account.name === zone.organization.identity
    ? `${missing}: whoever administers it can act as any user, with that user's grants`
    : missing;
}
