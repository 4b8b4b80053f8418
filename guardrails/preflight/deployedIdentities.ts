import { KnownAccount, LandingZone } from "../../model/landingZone";
import {
  everyUserGroup,
  hybridNodeRole,
  nodeRole,
  osAccessPath,
  roleArn,
  sessionExpiry,
} from "../../model/names";
import { DeployedType } from "./deployedTypes";

const iamArn = (zone: LandingZone, accountId: string, resource: string) =>
  `arn:${zone.organization.partition}:iam::${accountId}:${resource}`;

const ownRoles = (zone: LandingZone, { id }: KnownAccount) =>
  [zone.osAccessRole, nodeRole, hybridNodeRole, sessionExpiry].map((role) =>
    roleArn(zone, id, role),
  );

/** Roles of every account. */
export const deployedRoles: readonly DeployedType[] = [
  {
    type: "aws:iam/role:Role",
    actions: [
      "iam:CreateRole",
      "iam:DeleteRole",
      "iam:GetRole",
      "iam:TagRole",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
    ],
    resources: ownRoles,
  },
  {
    type: "aws:iam/rolePolicy:RolePolicy",
    actions: ["iam:DeleteRolePolicy", "iam:GetRolePolicy", "iam:PutRolePolicy"],
    resources: ownRoles,
  },
  {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    actions: ["iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:ListAttachedRolePolicies"],
    resources: ownRoles,
  },
  {
    type: "aws:iam/instanceProfile:InstanceProfile",
    actions: [
      "iam:AddRoleToInstanceProfile",
      "iam:CreateInstanceProfile",
      "iam:DeleteInstanceProfile",
      "iam:GetInstanceProfile",
      "iam:RemoveRoleFromInstanceProfile",
      "iam:TagInstanceProfile",
    ],
    resources: (zone, { id }) => [iamArn(zone, id, `instance-profile/${nodeRole}`)],
  },
];

/** Users and all that belongs to them, in the identity account alone. */
export const deployedUsers: readonly DeployedType[] = [
  {
    type: "aws:iam/group:Group",
    actions: ["iam:CreateGroup", "iam:DeleteGroup", "iam:GetGroup", "iam:UpdateGroup"],
    resources: (zone, { id }) => [iamArn(zone, id, `group/${everyUserGroup}`)],
  },
  {
    type: "aws:iam/groupPolicy:GroupPolicy",
    actions: ["iam:DeleteGroupPolicy", "iam:GetGroupPolicy", "iam:PutGroupPolicy"],
    resources: (zone, { id }) => [iamArn(zone, id, `group/${everyUserGroup}`)],
  },
  {
    type: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    actions: ["iam:AttachGroupPolicy", "iam:DetachGroupPolicy", "iam:ListAttachedGroupPolicies"],
    resources: (zone, { id }) => [iamArn(zone, id, `group/${everyUserGroup}`)],
  },
  {
    type: "aws:iam/user:User",
    actions: [
      "iam:CreateUser",
      "iam:DeleteUser",
      "iam:GetUser",
      "iam:PutUserPermissionsBoundary",
      "iam:TagUser",
      "iam:UpdateUser",
    ],
    resources: (zone, { id }) => [iamArn(zone, id, `user${osAccessPath}somebody`)],
  },
  {
    type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    actions: ["iam:AttachUserPolicy", "iam:DetachUserPolicy", "iam:ListAttachedUserPolicies"],
    resources: (zone, { id }) => [iamArn(zone, id, `user${osAccessPath}somebody`)],
  },
  {
    type: "aws:iam/userGroupMembership:UserGroupMembership",
    actions: ["iam:AddUserToGroup", "iam:ListGroupsForUser", "iam:RemoveUserFromGroup"],
    resources: (zone, { id }) => [iamArn(zone, id, `group/${everyUserGroup}`)],
  },
  {
    type: "aws:iam/policy:Policy",
    actions: [
      "iam:CreatePolicy",
      "iam:CreatePolicyVersion",
      "iam:DeletePolicy",
      "iam:DeletePolicyVersion",
      "iam:GetPolicy",
      "iam:TagPolicy",
    ],
    resources: (zone, { id }) => [iamArn(zone, id, `policy${osAccessPath}Grants`)],
  },
  {
    type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    actions: ["iam:GetAccountPasswordPolicy", "iam:UpdateAccountPasswordPolicy"],
    resources: () => [],
  },
];
