import type { AskedPath } from "../proof/explain";
import type { PlannedIdentity } from "../proof/plannedIdentities";
import type { PlannedOrganization } from "../proof/plannedOrganization";
import type { KnownAccount } from "../model/landingZone";
import { identityAccount, roleArn, rootArn } from "../model/names";
import { Stop } from "./stop";

/** Whom `sekisho explain` is about. */
export type AskedPrincipal =
  | { readonly kind: "anyone" }
  | { readonly kind: "user"; readonly user: PlannedIdentity }
  | { readonly kind: "arn"; readonly arn: string };

/**
 * The principal of that name. A user goes before a role of the same name; a role that no stack makes is asked for by its
 * ARN, so that a misspelt name is never taken for one.
 */
export async function askedPrincipal(
  planned: PlannedOrganization,
  account: KnownAccount,
  name: string,
  path: AskedPath,
): Promise<AskedPrincipal> {
  const { zone } = planned;
  if (name === "anyone") {
    return { kind: "anyone" };
  }
  if (name === "root") {
    return { kind: "arn", arn: rootArn(zone, account.id) };
  }
  if (name.startsWith("arn:")) {
    return { kind: "arn", arn: await checkedArn(planned, name, path) };
  }
  const user = planned.identity(identityAccount(zone), "user", name);
  if (user !== undefined) {
    return { kind: "user", user };
  }
  const roles = planned
    .planned(account)
    .identities.filter(({ kind }) => kind === "role")
    .map((role) => role.name)
    .concat(zone.automationRoles);
  if (roles.includes(name)) {
    return { kind: "arn", arn: roleArn(zone, account.id, name) };
  }
  const { nearest, visible } = await import("../model/fault");
  const near = nearest(name, ["anyone", "root", ...zone.users.map((each) => each.name), ...roles]);
  const guess = near === undefined ? "" : `; is ${near} meant?`;
  throw new Stop(
    `There is no user ${visible(name)}, and ${account.name} has no role of that name in the plan${guess || "."} ` +
      `Another role is named by its ARN, ${roleArn(zone, account.id, "Name")}.`,
    2,
  );
}

/** Of an account that is not ours no policy is known: all that can be said is whether a role here lets it in. */
async function checkedArn(
  { zone }: PlannedOrganization,
  arn: string,
  path: AskedPath,
): Promise<string> {
  const { callerOf } = await import("../iam/caller");
  const { knownAccounts } = await import("../model/names");
  let account: string | undefined;
  try {
    ({ account } = callerOf(arn));
  } catch (error) {
    throw new Stop((error as Error).message, 2);
  }
  const actions = "action" in path ? [path.action] : path.actions;
  const takesRole = actions.some((action) => action.startsWith("sts:AssumeRole"));
  if (!takesRole && !knownAccounts(zone).some(({ id }) => id === account)) {
    throw new Stop(
      `The account of ${arn} is not in the organization file: nothing is known of its policies. ` +
        "Ask whether it could take a role here: DeployRoleOnlyByCi, OsAccessOnlyFromIdentityAccount.",
      2,
    );
  }
  return arn;
}
