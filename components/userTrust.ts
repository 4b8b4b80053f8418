import { LandingZone } from "../model/landingZone";
import { identityAccount, osAccessPath, rootArn } from "../model/names";

/** Operator -> key -> value, added to the conditions that every user has to meet. */
export type TrustConditions = Record<string, Record<string, string | readonly string[]>>;

/**
 * Trust in the identity account's users: with MFA, and under the own name as session name, so that transcripts and
 * CloudTrail name a person. Console and CLI both can send it: there is neither an external id nor a session tag.
 *
 * The principal is the account and the users are named by a condition: a trust policy that names a user stores the
 * user's unique id and breaks when the user is made again.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * `sts:RoleSessionName` with `${aws:username}` also shuts out every role and federated caller, which have no user name:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_rolesessionname
 */
export function identityUsersTrust(zone: LandingZone, further: TrustConditions = {}): string {
  const identity = identityAccount(zone).id;
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
          ArnLike: {
            "aws:PrincipalArn": `arn:${zone.organization.partition}:iam::${identity}:user${osAccessPath}*`,
          },
          StringEquals: {
            "aws:PrincipalOrgID": zone.organization.id,
            "sts:RoleSessionName": "${aws:username}",
          },
          ...further,
        },
      },
    ],
  });
}
