import { audit, identity, Place } from "../world/places";
import { ReservedCalls } from "./reservedCalls";

const places: readonly Place[] = [{ account: identity, region: "us-east-1" }];
const arn = (resource: string) => `arn:aws:iam::${identity}:${resource}`;
const users = () => [
  [arn("user/os-access/alice")],
  [arn("user/os-access/mallory")],
  [arn("user/breaker")],
];
const ciRole = () => [[arn("role/sekisho-ci")]];

/**
 * In the identity account: whatever makes somebody, or makes somebody else of him.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const identityAccount: readonly ReservedCalls[] = [
  {
    aim: "make a user, or have somebody's rights or name",
    calls: [
      "iam:AttachUserPolicy",
      "iam:CreateLoginProfile",
      "iam:CreateServiceSpecificCredential",
      "iam:CreateUser",
      "iam:DeleteLoginProfile",
      "iam:DeleteUser",
      "iam:DeleteUserPermissionsBoundary",
      "iam:DeleteUserPolicy",
      "iam:DetachUserPolicy",
      "iam:PutUserPermissionsBoundary",
      "iam:PutUserPolicy",
      "iam:ResetServiceSpecificCredential",
      "iam:TagUser",
      "iam:UntagUser",
      "iam:UpdateLoginProfile",
      "iam:UpdateSSHPublicKey",
      "iam:UpdateServiceSpecificCredential",
      "iam:UpdateSigningCertificate",
      "iam:UpdateUser",
      "iam:UploadSSHPublicKey",
      "iam:UploadSigningCertificate",
    ],
    on: users,
    keptFor: ["SekishoDeploy"],
    places,
  },
  {
    aim: "get a key, a password or an MFA device of somebody",
    calls: [
      "iam:ChangePassword",
      "iam:CreateAccessKey",
      "iam:DeactivateMFADevice",
      "iam:DeleteAccessKey",
      "iam:EnableMFADevice",
      "iam:ResyncMFADevice",
      "iam:UpdateAccessKey",
    ],
    on: users,
    keptFor: ["SekishoDeploy"],
    places,
  },
  {
    aim: "make or fill a group",
    calls: [
      "iam:AddUserToGroup",
      "iam:AttachGroupPolicy",
      "iam:CreateGroup",
      "iam:DeleteGroup",
      "iam:DeleteGroupPolicy",
      "iam:DetachGroupPolicy",
      "iam:PutGroupPolicy",
      "iam:RemoveUserFromGroup",
      "iam:UpdateGroup",
    ],
    on: () => [[arn("group/SekishoUsers")], [arn("group/operators")]],
    keptFor: ["SekishoDeploy"],
    places,
  },
  {
    aim: "weaken the passwords",
    calls: ["iam:UpdateAccountPasswordPolicy", "iam:DeleteAccountPasswordPolicy"],
    on: () => [[]],
    keptFor: ["SekishoDeploy"],
    places,
  },
  {
    aim: "set the passwords of another account",
    calls: ["iam:UpdateAccountPasswordPolicy", "iam:DeleteAccountPasswordPolicy"],
    on: () => [],
    keptFor: [],
    free: () => [[]],
    places: [{ account: audit, region: "us-east-1" }],
  },
  {
    aim: "become the CI role",
    calls: [
      "iam:CreateRole",
      "iam:UpdateAssumeRolePolicy",
      "iam:PutRolePolicy",
      "iam:DeleteRolePolicy",
      "iam:AttachRolePolicy",
      "iam:DetachRolePolicy",
      "iam:PutRolePermissionsBoundary",
      "iam:DeleteRolePermissionsBoundary",
      "iam:UpdateRole",
      "iam:UpdateRoleDescription",
      "iam:DeleteRole",
      "iam:TagRole",
      "iam:UntagRole",
      "iam:PassRole",
    ],
    on: ciRole,
    keptFor: ["SekishoDeploy"],
    free: () => [[arn("role/TeamApplication")]],
    places,
  },
  {
    aim: "become the provider that the CI role trusts",
    calls: [
      "iam:AddClientIDToOpenIDConnectProvider",
      "iam:DeleteOpenIDConnectProvider",
      "iam:UpdateOpenIDConnectProviderThumbprint",
    ],
    on: () => [[arn("oidc-provider/token.actions.githubusercontent.com")]],
    keptFor: ["SekishoDeploy"],
    places,
  },
  {
    aim: "become the provider that the CI role trusts",
    calls: ["iam:DeleteSAMLProvider", "iam:UpdateSAMLProvider"],
    on: () => [[arn("saml-provider/Company")]],
    keptFor: ["SekishoDeploy"],
    places,
  },
];
