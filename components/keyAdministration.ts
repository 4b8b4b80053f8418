import { KnownAccount, LandingZone } from "../model/landingZone";
import { roleArn, rootArn } from "../model/names";

/*
 * A key policy that names a role as principal is stored with the role's internal id and dies with the role. So each
 * statement names the account and narrows it by aws:PrincipalArn: a role that is made again under its name is let in
 * again. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */

/** Principals of the account, and of these only the named ones. */
export function onlyRoles(zone: LandingZone, account: KnownAccount, roleArns: readonly string[]) {
  return {
    Principal: { AWS: rootArn(zone, account.id) },
    Condition: { ArnEquals: { "aws:PrincipalArn": roleArns } },
  };
}

/**
 * Who may manage a key: the deploy role alone, without the use of the key and without grants, which would hand its
 * use to anyone past the policy. Everybody in the account whom IAM allows may look at it. KMS refuses a policy that
 * locks out its author, so the first deployment too runs as the deploy role.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
export function keyAdministration(zone: LandingZone, account: KnownAccount) {
  return [
    {
      Sid: "Administration",
      Effect: "Allow",
      ...onlyRoles(zone, account, [roleArn(zone, account.id, zone.deploy.role)]),
      Action: [
        "kms:CancelKeyDeletion",
        "kms:CreateAlias",
        "kms:DeleteAlias",
        "kms:DisableKey",
        "kms:DisableKeyRotation",
        "kms:EnableKey",
        "kms:EnableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:RevokeGrant",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateAlias",
        "kms:UpdateKeyDescription",
      ],
      Resource: "*",
    },
    {
      Sid: "Description",
      Effect: "Allow",
      Principal: { AWS: rootArn(zone, account.id) },
      Action: [
        "kms:DescribeKey",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListGrants",
        "kms:ListKeyPolicies",
        "kms:ListResourceTags",
      ],
      Resource: "*",
    },
  ];
}
