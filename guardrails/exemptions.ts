import { rememberedObjects } from "../iam/rememberedObjects";
import { Account, KnownAccount, LandingZone } from "../model/landingZone";
import { justInTimeRole, roleArn } from "../model/names";

/** The kinds of roles that some guardrail exempts. Each of their roles is protected by another. */
export const exemptions = [
  "osAccess",
  "automation",
  "deploy",
  "reader",
  "justInTime",
  "requester",
] as const;

export type Exemption = (typeof exemptions)[number];

/** Whether AWS's approvals let people into the account, and OSAccess does not. */
export function isJustInTime({ osAccess }: { osAccess: { mode: string } }): boolean {
  return osAccess.mode === "just-in-time-node-access";
}

/** Asked for every path of every account. */
const readersOf = rememberedObjects((zone: LandingZone): readonly string[] => [
  ...new Set(zone.accounts.map(({ osAccess }) => osAccess.logs.reader)),
]);

/** Names of the roles of that kind, in the whole organization or in one account of it. */
export function exemptRoles(
  zone: LandingZone,
  exemption: Exemption,
  account?: KnownAccount,
): readonly string[] {
  switch (exemption) {
    case "osAccess":
      return account !== undefined && isJustInTime(account) ? [] : [zone.osAccessRole];
    case "automation":
      return zone.automationRoles;
    case "deploy":
      return [zone.deploy.role];
    case "reader":
      return readersOf(zone);
    case "justInTime":
      return inJustInTimeAccounts(zone, account, () => [justInTimeRole]);
    case "requester":
      return inJustInTimeAccounts(zone, account, (each) => requesters(zone, each));
  }
}

/**
 * What a statement exempts, as ARN patterns: a name in every account, but the roles of just-in-time node access only in
 * the accounts that have it.
 */
export function exemptArns(
  zone: LandingZone,
  exemption: Exemption,
  accounts: readonly KnownAccount[],
): string[] {
  return exemption === "justInTime" || exemption === "requester"
    ? accounts.flatMap((account) =>
        exemptRoles(zone, exemption, account).map((role) => roleArn(zone, account.id, role)),
      )
    : exemptRoles(zone, exemption).map((role) => roleArn(zone, "*", role));
}

/**
 * The roles of that kind as resources: a name in every account where somebody is exempt by it. A role that people switch
 * to is exempt in just-in-time accounts alone, and its name may be another's elsewhere.
 */
export function exemptRoleArns(
  zone: LandingZone,
  exemption: Exemption,
  accounts: readonly KnownAccount[],
): string[] {
  return exemption === "justInTime" && accounts.some(isJustInTime)
    ? [roleArn(zone, "*", justInTimeRole)]
    : exemptArns(zone, exemption, accounts);
}

/** Names of all roles that some guardrail exempts. */
export function allExemptRoles(zone: LandingZone): string[] {
  return [...new Set(exemptions.flatMap((exemption) => exemptRoles(zone, exemption)))];
}

function inJustInTimeAccounts(
  zone: LandingZone,
  account: KnownAccount | undefined,
  rolesOf: (account: Account) => readonly string[],
): string[] {
  const accounts = account === undefined ? zone.accounts : [account];
  return [...new Set(accounts.filter(isJustInTime).flatMap(rolesOf))];
}

/** Who may ask for access to the nodes of an account; AWS's approval policies decide. A reader of transcripts never. */
function requesters(zone: LandingZone, account: Account): readonly string[] {
  const readers = exemptRoles(zone, "reader");
  const named = account.osAccess.requesters;
  if (named !== undefined) {
    return named.filter((role) => !readers.includes(role));
  }
  return zone.groups
    .flatMap(({ switchTo }) => switchTo)
    .filter(({ role, accounts }) => accounts.includes(account.name) && !readers.includes(role))
    .map(({ role }) => role);
}
