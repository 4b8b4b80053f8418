import {
  admin,
  identityAdmin,
  identityDeploy,
  deploy,
  patching,
  osAccess,
  tokenRole,
  ci,
  logGroup,
  bucket,
  expiryFunction,
  expirySchedule,
  expiryAlarm,
} from "./principals";
import { Asked, factory, identity, role, user, web } from "./underGuardrails";

/** By catalogue id: the same for what protects the guardrails themselves. */
export const protectionAttacks: Readonly<Record<string, readonly Asked[]>> = {
  ProtectExemptRoles: [
    { as: admin, action: "iam:CreateRole", on: osAccess },
    { as: admin, action: "iam:UpdateAssumeRolePolicy", on: patching },
    { as: osAccess, action: "iam:PutRolePolicy", on: osAccess },
    { as: admin, action: "iam:PassRole", on: deploy },
    { as: admin, action: "iam:CreateRole", on: role(web, "team/OSAccess") },
    { as: admin, action: "iam:UpdateAssumeRolePolicy", on: role(web, "SessionAuditor") },
    { as: role(factory, "Administrator"), action: "iam:PutRolePolicy", on: tokenRole },
    { as: role(factory, "Administrator"), action: "iam:PassRole", on: tokenRole },
    {
      as: role(factory, "Administrator"),
      action: "iam:UpdateAssumeRolePolicy",
      on: role(factory, "ReadOnly"),
    },
  ],
  ProtectNodeRoles: [
    { as: admin, action: "iam:UpdateAssumeRolePolicy", on: role(web, "SekishoNode") },
    {
      as: role(factory, "Administrator"),
      action: "iam:UpdateAssumeRolePolicy",
      on: role(factory, "FactoryGateway"),
    },
    { as: admin, action: "iam:CreateRole", on: role(web, "FactoryGateway") },
    ...["AddRoleToInstanceProfile", "RemoveRoleFromInstanceProfile"].map((action) => ({
      as: admin,
      action: `iam:${action}`,
      on: `arn:aws:iam::${web}:instance-profile/SekishoNode`,
    })),
  ],
  ProtectOsAccessPolicies: [
    {
      as: identityAdmin,
      action: "iam:CreatePolicyVersion",
      on: `arn:aws:iam::${identity}:policy/os-access/Grants-alice-1`,
    },
  ],
  OsAccessOnlyFromIdentityAccount: [{ as: admin, action: "sts:AssumeRole", on: osAccess }],
  ReaderOnlyFromIdentityAccount: [
    { as: admin, action: "sts:AssumeRole", on: role(web, "SessionAuditor") },
  ],
  DeployRoleOnlyByCi: [
    { as: admin, action: "sts:AssumeRole", on: deploy },
    { as: identityAdmin, action: "sts:AssumeRole", on: deploy },
    { as: user("alice"), action: "sts:AssumeRole", on: deploy },
  ],
  AutomationRolesOnlyByServices: [
    { as: admin, action: "sts:AssumeRole", on: patching },
    { as: user("alice"), action: "sts:AssumeRole", on: patching },
    { as: role(factory, "Administrator"), action: "sts:AssumeRole", on: tokenRole },
  ],
  OnlyDeployWritesUsers: [
    "CreateUser",
    "UpdateUser",
    "CreateLoginProfile",
    "UpdateLoginProfile",
    "AttachUserPolicy",
    "PutUserPolicy",
    "DeleteUserPermissionsBoundary",
    "PutUserPermissionsBoundary",
    "TagUser",
  ].map((action) => ({ as: identityAdmin, action: `iam:${action}`, on: user("alice") })),
  NobodyActsForAUser: [
    { as: identityAdmin, action: "iam:CreateAccessKey", on: user("alice") },
    { as: identityAdmin, action: "iam:EnableMFADevice", on: user("alice") },
    { as: `arn:aws:iam::${identity}:root`, action: "iam:DeactivateMFADevice", on: user("alice") },
    { as: identityAdmin, action: "iam:CreateAccessKey", on: `arn:aws:iam::${identity}:user/old` },
  ],
  UsersKeepTheirOwnCredentials: [
    "CreateAccessKey",
    "DeactivateMFADevice",
    "EnableMFADevice",
    "UpdateAccessKey",
  ].map((action) => ({ as: user("bob"), action: `iam:${action}`, on: user("alice") })),
  OnlyDeployWritesGroups: [
    {
      as: identityAdmin,
      action: "iam:AddUserToGroup",
      on: `arn:aws:iam::${identity}:group/platform`,
    },
    {
      as: identityAdmin,
      action: "iam:PutGroupPolicy",
      on: `arn:aws:iam::${identity}:group/SekishoUsers`,
    },
  ],
  OnlyDeploySetsPasswordRules: [
    { as: identityAdmin, action: "iam:UpdateAccountPasswordPolicy" },
    { as: `arn:aws:iam::${identity}:root`, action: "iam:DeleteAccountPasswordPolicy" },
  ],
  NoDelegationOfUsers: [
    { as: user("alice"), action: "iam:AcceptDelegationRequest" },
    { as: identityAdmin, action: "iam:SendDelegationToken" },
    { as: identityDeploy, action: "iam:AssociateDelegationRequest" },
  ],
  ProtectCiRole: [
    { as: identityAdmin, action: "iam:UpdateAssumeRolePolicy", on: ci },
    { as: identityAdmin, action: "iam:PassRole", on: ci },
  ],
  CiRoleOnlyByItsProvider: [{ as: identityAdmin, action: "sts:AssumeRole", on: ci }],
  ProtectCiProviders: [
    {
      as: identityAdmin,
      action: "iam:UpdateSAMLProvider",
      on: `arn:aws:iam::${identity}:saml-provider/ci`,
    },
  ],
  ProtectSessionLogBuckets: [
    { as: admin, action: "s3:PutBucketPolicy", on: bucket },
    { as: `arn:aws:iam::${web}:root`, action: "s3:DeleteBucketPolicy", on: bucket },
  ],
  KeepTranscripts: [
    { as: deploy, action: "s3:UpdateObjectEncryption", on: `${bucket}/sessions/alice-1.log` },
    { as: admin, action: "s3:DeleteObjectVersion", on: `${bucket}/sessions/alice-1.log` },
    { as: deploy, action: "s3:BypassGovernanceRetention", on: `${bucket}/sessions/alice-1.log` },
  ],
  OnlyReaderReadsTranscripts: [
    { as: admin, action: "logs:GetLogEvents", on: logGroup },
    { as: admin, action: "logs:GetQueryResults", on: logGroup },
    { as: deploy, action: "logs:StartQuery", on: `${logGroup}:log-stream:alice-1` },
  ],
  NoLogExports: [
    { as: admin, action: "oam:CreateLink" },
    { as: admin, action: "observabilityadmin:CreateCentralizationRuleForOrganization" },
    { as: admin, action: "observabilityadmin:CreateTelemetryPipeline" },
    { as: admin, action: "logs:PutPipelineRule" },
  ],
  ProtectSessionLogGroups: [
    { as: admin, action: "logs:DeleteLogGroup", on: logGroup },
    { as: admin, action: "logs:PutDataProtectionPolicy", on: logGroup },
    {
      as: admin,
      action: "logs:DeleteLogGroup",
      on: `arn:aws:logs:us-east-1:${web}:log-group:/sekisho/session-expiry`,
    },
    { as: admin, action: "logs:PutLogGroupDeletionProtection", on: logGroup },
    { as: role(web, "TeamPipeline"), action: "logs:ProcessWithPipeline", on: logGroup },
    { as: role(web, "SessionAuditor"), action: "logs:IntegrateWithS3Table", on: logGroup },
  ],
  OnlyDeployPausesSessionExpiry: [
    { as: admin, action: "events:DisableRule", on: expirySchedule },
    { as: osAccess, action: "events:DisableRule", on: expirySchedule },
  ],
  ProtectSessionExpiry: [
    ...["UpdateFunctionCode", "DeleteFunction", "PutFunctionConcurrency", "RemovePermission"].map(
      (action) => ({ as: admin, action: `lambda:${action}`, on: expiryFunction }),
    ),
    {
      as: `arn:aws:iam::${web}:root`,
      action: "lambda:CreateFunctionUrlConfig",
      on: `${expiryFunction}:old`,
    },
    { as: osAccess, action: "events:RemoveTargets", on: expirySchedule },
    { as: admin, action: "events:PutRule", on: expirySchedule },
    { as: admin, action: "cloudwatch:DeleteAlarms", on: expiryAlarm },
    { as: admin, action: "cloudwatch:PutAlarmMuteRule", on: expiryAlarm },
  ],
  ProtectSessionExpiryRole: [
    { as: admin, action: "iam:DeleteRolePolicy", on: role(web, "SekishoSessionExpiry") },
    { as: admin, action: "iam:PutRolePermissionsBoundary", on: role(web, "SekishoSessionExpiry") },
  ],
  ProtectDesktopRecordings: [
    { as: admin, action: "ssm-guiconnect:UpdateConnectionRecordingPreferences" },
  ],
  StayInOrganization: [
    { as: admin, action: "organizations:LeaveOrganization" },
    { as: admin, action: "organizations:AcceptHandshake" },
    { as: `arn:aws:iam::${web}:root`, action: "organizations:AcceptHandshake" },
  ],
  OnlyNodesWriteTranscripts: [
    { as: admin, action: "logs:PutLogEvents", on: `${logGroup}:log-stream:alice-0a` },
    { as: deploy, action: "logs:CreateLogStream", on: `${logGroup}:log-stream:alice-0a` },
    {
      as: role(web, "team/SekishoNode"),
      action: "logs:PutLogEvents",
      on: `${logGroup}:log-stream:alice-0a`,
    },
  ],
  NoPolicyChangesFromMembers: [
    ...["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "DECLARATIVE_POLICY_EC2"].map(
      (type) => ({
        as: identityAdmin,
        action: "organizations:DetachPolicy",
        context: { "organizations:PolicyType": type },
      }),
    ),
    { as: identityDeploy, action: "organizations:UpdatePolicy" },
  ],
};
