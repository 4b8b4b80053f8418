import { KnownAccount, LandingZone } from "../model/landingZone";
import { identityAccount, osAccessPath, rootArn } from "../model/names";

/** Longest time since the MFA code was given, in seconds, for OSAccess to be assumed. */
const maximumMfaAge = 3600;

/**
 * Who may assume OSAccess: an IAM user of the identity account at the OS-access path, with a fresh MFA code, under
 * the user's own name as session name, so that transcripts and CloudTrail name a person.
 *
 * The principal is the account and the users are named by a condition: a trust policy that names a user stores the
 * user's unique id and breaks when the user is made again.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * `sts:RoleSessionName` with `${aws:username}` also shuts out every role and federated caller, which have no user name:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_rolesessionname
 */
export function osAccessTrust(zone: LandingZone, account: KnownAccount): string {
  const identity = identityAccount(zone).id;
  const { sourceIp } = account.osAccess;
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "IdentityUsersWithMfa",
        Effect: "Allow",
        Principal: { AWS: rootArn(zone, identity) },
        Action: "sts:AssumeRole",
        Condition: {
          Bool: { "aws:MultiFactorAuthPresent": "true" },
          NumericLessThan: { "aws:MultiFactorAuthAge": String(maximumMfaAge) },
          ArnLike: {
            "aws:PrincipalArn": `arn:${zone.organization.partition}:iam::${identity}:user${osAccessPath}*`,
          },
          StringEquals: {
            "aws:PrincipalOrgID": zone.organization.id,
            "sts:RoleSessionName": "${aws:username}",
          },
          ...(sourceIp.length > 0 && { IpAddress: { "aws:SourceIp": sourceIp } }),
        },
      },
    ],
  });
}
