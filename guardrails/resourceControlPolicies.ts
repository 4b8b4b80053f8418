import { LandingZone } from "../model/landingZone";
import { identityAccount } from "../model/names";
import { packStatements } from "./packing";

/**
 * Characters of one RCP, https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (2026-09).
 * Five may be attached to a target; AWS's own RCPFullAWSAccess is one of them.
 */
export const maximumRcpCharacters = 5_120;

/**
 * The second line before OSAccess: an RCP guards the role whoever calls, so it holds against a tampered trust
 * policy and against federated callers, whom no SCP of ours reaches.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function resourceControlPolicies(zone: LandingZone): string[] {
  const osAccess = `arn:${zone.organization.partition}:iam::*:role/${zone.osAccessRole}`;
  const deny = (Sid: string, Action: string | string[], Condition?: object) => ({
    Sid,
    Effect: "Deny",
    Principal: "*",
    Action,
    Resource: osAccess,
    ...(Condition && { Condition }),
  });
  return packStatements(
    [
      deny("OsAccessOnlyFromIdentityAccount", "sts:AssumeRole", {
        StringNotEquals: { "aws:PrincipalAccount": identityAccount(zone).id },
      }),
      deny("OsAccessNotByFederation", ["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"]),
      deny("OsAccessNeedsMfa", "sts:AssumeRole", {
        BoolIfExists: { "aws:MultiFactorAuthPresent": "false" },
      }),
    ],
    maximumRcpCharacters,
  );
}
