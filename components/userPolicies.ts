import { LandingZone } from "../model/landingZone";
import { identityAccount, osAccessPath } from "../model/names";

/** What a user may call before an MFA device is enrolled and used: enough to enrol it, and nothing else. */
const withoutMfa = [
  "iam:CreateVirtualMFADevice",
  "iam:EnableMFADevice",
  "iam:GetAccountPasswordPolicy",
  "iam:GetMFADevice",
  "iam:GetUser",
  "iam:ListMFADevices",
  "iam:ListVirtualMFADevices",
  "iam:ResyncMFADevice",
  "sts:GetSessionToken",
];

/**
 * Statements that every user of the identity account lives under, after AWS's own self-management policy:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
 * A first password change is not among the calls without MFA: a stolen initial password would be enough to make it one's own.
 */
export function selfService(zone: LandingZone) {
  const iam = `arn:${zone.organization.partition}:iam::${identityAccount(zone).id}`;
  const self = `${iam}:user${osAccessPath}\${aws:username}`;
  return [
    {
      Sid: "SeeOwnAccount",
      Effect: "Allow",
      Action: ["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"],
      Resource: "*",
    },
    {
      Sid: "EnrolOwnMfa",
      Effect: "Allow",
      Action: [
        "iam:EnableMFADevice",
        "iam:GetMFADevice",
        "iam:GetUser",
        "iam:ListMFADevices",
        "iam:ResyncMFADevice",
      ],
      Resource: self,
    },
    {
      // A virtual device may bear any name since 2022-11, so it cannot be tied to the user here.
      Sid: "CreateMfaDevice",
      Effect: "Allow",
      Action: "iam:CreateVirtualMFADevice",
      Resource: `${iam}:mfa/*`,
    },
    {
      Sid: "ManageOwnCredentialsWithMfa",
      Effect: "Allow",
      Action: [
        "iam:ChangePassword",
        "iam:CreateAccessKey",
        "iam:DeactivateMFADevice",
        "iam:DeleteAccessKey",
        "iam:GetAccessKeyLastUsed",
        "iam:ListAccessKeys",
        "iam:UpdateAccessKey",
      ],
      Resource: self,
      Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    },
    {
      // With access keys the key is absent, in a console session without MFA it says false: a stolen access key
      // enrols no device of its own. A session token got without MFA may call no IAM action at all.
      // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
      Sid: "EnrolInConsoleOnly",
      Effect: "Deny",
      Action: ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ResyncMFADevice"],
      Resource: "*",
      Condition: { Null: { "aws:MultiFactorAuthPresent": "true" } },
    },
    {
      Sid: "OnlyEnrolWithoutMfa",
      Effect: "Deny",
      NotAction: withoutMfa,
      Resource: "*",
      // With long-term keys the key is absent, hence IfExists:
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
      Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
    },
  ];
}

/** The policy of the group that every user is in. */
export function selfServicePolicy(zone: LandingZone): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: selfService(zone) });
}

/**
 * The most a user can ever do, whatever is attached: look after the own credentials and assume roles, with MFA.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function userBoundary(zone: LandingZone): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      ...selfService(zone),
      {
        Sid: "AssumeRolesWithMfa",
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Resource: `arn:${zone.organization.partition}:iam::*:role/*`,
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      },
    ],
  });
}
