import { Question } from "./request";
import { isUnderResourceControl } from "./resourceControl";
import { and, No, not, Truth, Unknown } from "./truth";

/** Which policies have a say in a request at all. */

/**
 * SCPs bind the principals of member accounts, their roots too, but not service-linked roles.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export function boundByServiceControl({ caller }: Question, managementAccount?: string): Truth {
  return caller.account === undefined || caller.account === managementAccount
    ? No
    : not(caller.serviceLinked);
}

/**
 * RCPs guard what is in member accounts from everyone but service-linked roles.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function boundByResourceControl(
  { account, action, caller }: Question,
  managementAccount?: string,
): Truth {
  if (!isUnderResourceControl(action) || (account !== undefined && account === managementAccount)) {
    return No;
  }
  const bound = not(caller.serviceLinked);
  // A resource of which nobody says whose it is may be the management account's.
  return account === undefined && managementAccount !== undefined ? and(bound, Unknown) : bound;
}

/**
 * A role and a KMS key let in nobody whom their own policy does not let in; naming the account there hands the decision
 * to the account's identity policies.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function needsResourcePolicy({ action, arn }: Question): boolean {
  return action.startsWith("kms:")
    ? /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(arn)
    : isAssumption(action) || action === "sts:tagsession" || action === "sts:setsourceidentity";
}

/** `sts:AssumeRole` and its kin; the action in small letters. */
export function isAssumption(action: string): boolean {
  return action.startsWith("sts:assumerole");
}
