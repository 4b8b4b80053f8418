import { KnownAccount, LandingZone } from "../../model/landingZone";
import { identityAccount, osAccessPath } from "../../model/names";
import { AccessPath } from "../accessPath";
import { notUsers } from "../principalTypes";

const source = "Service Authorization Reference, AWS IAM (iam-data, September 2026)";

const holdsUsers = (zone: LandingZone, accounts: readonly KnownAccount[]) =>
  accounts.some(({ id }) => id === identityAccount(zone).id);

const inIdentity = (zone: LandingZone, resource: string) =>
  `arn:${zone.organization.partition}:iam::${identityAccount(zone).id}:${resource}`;

/** The user of that name; users of other paths than these two look after nothing themselves. */
const ownersOf = (zone: LandingZone, name: string) =>
  ["/", osAccessPath].map((path) => inIdentity(zone, `user${path}${name}`));

/** What a user changes of the own credentials; with MFA, as the users' own policy has it. */
const ownCredentials = [
  "iam:ChangePassword",
  "iam:CreateAccessKey",
  "iam:DeleteAccessKey",
  "iam:UpdateAccessKey",
  "iam:EnableMFADevice",
  "iam:DeactivateMFADevice",
  "iam:ResyncMFADevice",
];

/** The people behind OSAccess: an administrator of their account cannot become one of them. */
export const identityPaths: readonly AccessPath[] = [
  {
    id: "OnlyDeployWritesUsers",
    title:
      "Users of the identity account are made, changed and given passwords by the deploy role alone.",
    can: "write users",
    opens: "A password, a name, a policy or another key of alice's, and with it her grants.",
    actions: [
      "iam:CreateUser",
      "iam:UpdateUser",
      "iam:DeleteUser",
      "iam:TagUser",
      "iam:UntagUser",
      "iam:CreateLoginProfile",
      "iam:UpdateLoginProfile",
      "iam:DeleteLoginProfile",
      "iam:AttachUserPolicy",
      "iam:DetachUserPolicy",
      "iam:PutUserPolicy",
      "iam:DeleteUserPolicy",
      "iam:PutUserPermissionsBoundary",
      "iam:DeleteUserPermissionsBoundary",
      "iam:CreateServiceSpecificCredential",
      "iam:ResetServiceSpecificCredential",
      "iam:UpdateServiceSpecificCredential",
      "iam:UploadSigningCertificate",
      "iam:UpdateSigningCertificate",
      "iam:UploadSSHPublicKey",
      "iam:UpdateSSHPublicKey",
    ],
    resources: (zone) => [inIdentity(zone, "user/*")],
    exists: holdsUsers,
    attack: (zone) => ({ resources: [inIdentity(zone, "user/*")] }),
    exempt: ["deploy"],
    breaks:
      "First passwords made by an administrator of the identity account: see docs/changing.md.",
    source,
  },
  {
    id: "NobodyActsForAUser",
    title:
      "Access keys, passwords and MFA devices are no business of roles, but of the deploy role.",
    can: "change credentials for a user",
    opens: "An access key or an MFA device of alice's in an administrator's hands.",
    actions: ownCredentials,
    resources: (zone) => [inIdentity(zone, "user/*")],
    conditions: () => ({ StringEquals: { "aws:PrincipalType": notUsers } }),
    exists: holdsUsers,
    attack: (zone) => ({
      resources: [inIdentity(zone, "user/*")],
      except: [inIdentity(zone, "user/*")],
    }),
    exempt: ["deploy"],
    breaks: "Taking a lost MFA device off by an administrator: the pipeline does it.",
    source,
  },
  {
    id: "UsersKeepTheirOwnCredentials",
    title: "A user manages the own access keys, password and MFA devices, and nobody else's.",
    can: "change another user's credentials",
    opens: "The same, in the hands of another user.",
    actions: ownCredentials,
    // AWS does not say what a variable without a value does in a NotResource; so roles have a statement of their own.
    notResources: (zone) => ownersOf(zone, "${aws:username}"),
    conditions: (zone) => ({
      StringEquals: {
        "aws:PrincipalAccount": identityAccount(zone).id,
        "aws:PrincipalType": "User",
      },
    }),
    exists: holdsUsers,
    attack: (zone) => ({
      resources: ownersOf(zone, "somebody.else"),
      except: ["", "*/"].map((path) => inIdentity(zone, `user/${path}somebody.else`)),
    }),
    exempt: ["deploy"],
    source: "docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html (2026-09)",
  },
  {
    id: "OnlyDeployWritesGroups",
    title:
      "Groups of the identity account, and who is in them, are written by the deploy role alone.",
    can: "write groups",
    opens:
      "A policy on the group of all users, or a place in a group with more roles to switch to.",
    actions: [
      "iam:CreateGroup",
      "iam:UpdateGroup",
      "iam:DeleteGroup",
      "iam:AddUserToGroup",
      "iam:RemoveUserFromGroup",
      "iam:AttachGroupPolicy",
      "iam:DetachGroupPolicy",
      "iam:PutGroupPolicy",
      "iam:DeleteGroupPolicy",
    ],
    resources: (zone) => [inIdentity(zone, "group/*")],
    exists: holdsUsers,
    attack: (zone) => ({ resources: [inIdentity(zone, "group/*")] }),
    exempt: ["deploy"],
    source,
  },
  {
    id: "OnlyDeploySetsPasswordRules",
    title: "The password rules of the identity account are set by the deploy role alone.",
    can: "set password rules",
    opens: "Short passwords, and their change without MFA.",
    actions: ["iam:UpdateAccountPasswordPolicy", "iam:DeleteAccountPasswordPolicy"],
    conditions: (zone) => ({ StringEquals: { "aws:PrincipalAccount": identityAccount(zone).id } }),
    exists: holdsUsers,
    exempt: ["deploy"],
    source,
  },
  {
    id: "NoDelegationOfUsers",
    title: "Nobody of the identity account hands credentials to a third party by delegation.",
    can: "delegate credentials of users",
    opens: "Credentials that act as alice, in the hands of another company.",
    actions: [
      "iam:AcceptDelegationRequest",
      "iam:AssociateDelegationRequest",
      "iam:SendDelegationToken",
    ],
    conditions: (zone) => ({ StringEquals: { "aws:PrincipalAccount": identityAccount(zone).id } }),
    exists: holdsUsers,
    exempt: [],
    breaks: "Partners' products set up in the identity account by temporary delegation.",
    source,
  },
];
