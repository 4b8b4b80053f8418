import {
  admin,
  deploy,
  identityDeploy,
  patching,
  osAccess,
  tokenRole,
  ci,
  node,
  document,
  logGroup,
  bucket,
  keyPair,
} from "./principals";
import { Asked, factory, identity, role, user, web, windows } from "./underGuardrails";

const own = (action: string) => ({ as: user("alice"), action: `iam:${action}`, on: user("alice") });

/** What must go on below the guardrails. */
export const legitimate: Readonly<Record<string, readonly Asked[]>> = {
  "the one way in": [
    { as: osAccess, action: "ssm:StartSession", on: node },
    { as: osAccess, action: "ssm:StartSession", on: document("SSM-SessionManagerRunShell") },
    { as: role(windows, "OSAccess"), action: "ec2:GetPasswordData" },
    {
      as: user("alice"),
      action: "sts:AssumeRole",
      on: osAccess,
      context: { "aws:MultiFactorAuthPresent": "true" },
    },
  ],
  "just-in-time access where it is the way in": [
    { as: tokenRole, action: "ssm:StartSession" },
    { as: role(factory, "ReadOnly"), action: "ssm:StartAccessRequest" },
    { as: role(factory, "ReadOnly"), action: "ssm:GetAccessToken" },
    {
      as: role(factory, "ReadOnly"),
      action: "ssm:StartAutomationExecution",
      on: document("Approval", factory),
      context: { "ssm:DocumentType": "ManualApprovalPolicy" },
    },
  ],
  "patching by the automation role": [
    { as: patching, action: "ssm:SendCommand", on: document("AWS-RunPatchBaseline", "") },
    { as: patching, action: "ssm:CreateAssociation", on: document("AWS-RunPatchBaseline", "") },
    { as: patching, action: "ssm:RegisterTaskWithMaintenanceWindow" },
    { as: patching, action: "ssm:StartAutomationExecution", on: document("Own") },
    { as: { service: "ssm.amazonaws.com" }, action: "sts:AssumeRole", on: patching },
    { as: patching, action: "sts:AssumeRole", on: role(windows, "PatchAutomation") },
  ],
  "the agent and the incident responder": [
    { as: role(web, "SekishoNode"), action: "ssm:UpdateInstanceInformation" },
    { as: role(web, "SekishoNode"), action: "ssmmessages:OpenControlChannel" },
    { as: role(web, "SekishoNode"), action: "ssmmessages:OpenDataChannel" },
    { as: role(web, "SekishoNode"), action: "ec2messages:GetMessages" },
    { as: role(web, "SekishoNode"), action: "s3:PutObject", on: `${bucket}/sessions/a-1.log` },
    { as: role(web, "SekishoNode"), action: "logs:PutLogEvents", on: `${logGroup}:log-stream:a` },
    { as: admin, action: "ssm:TerminateSession" },
  ],
  "launching nodes, with their tags, and tagging them otherwise": [
    { as: admin, action: "ec2:RunInstances", on: node },
    { as: admin, action: "iam:PassRole", on: role(web, "SekishoNode") },
    {
      as: admin,
      action: "ec2:CreateTags",
      on: node,
      context: { "aws:TagKeys": ["os-access", "Hostname"], "ec2:CreateAction": "RunInstances" },
    },
    { as: admin, action: "ec2:CreateTags", on: node, context: { "aws:TagKeys": ["Team"] } },
    { as: admin, action: "ec2:ModifyInstanceAttribute", on: node },
    {
      as: role(windows, "Administrator"),
      action: "ec2:ImportKeyPair",
      on: `arn:aws:ec2:us-east-1:${windows}:key-pair/mine`,
    },
    { as: admin, action: "ec2:DeleteKeyPair", on: keyPair },
    { as: admin, action: "autoscaling:CreateLaunchConfiguration" },
    { as: admin, action: "eks:CreateNodegroup" },
    {
      as: admin,
      action: "iam:AddRoleToInstanceProfile",
      on: `arn:aws:iam::${web}:instance-profile/Team`,
    },
    { as: admin, action: "ec2:AssociateIamInstanceProfile", on: node },
    {
      as: role(windows, "Administrator"),
      action: "ec2:RunInstances",
      on: `arn:aws:ec2:us-east-1:${windows}:key-pair/mine`,
    },
  ],
  "services beside their consoles": [
    { as: admin, action: "bedrock-agentcore:InvokeAgentRuntime" },
    { as: admin, action: "gameliftstreams:StartStreamSession" },
    { as: admin, action: "iot:CreateJob" },
    { as: admin, action: "lambda:InvokeFunction" },
    { as: admin, action: "lightsail:CreateInstances" },
    { as: admin, action: "eks:UpdateClusterConfig" },
    { as: admin, action: "eks:AccessKubernetesApi" },
    { as: patching, action: "eks:AssociateIdentityProviderConfig" },
    { as: patching, action: "ssm:StartChangeRequestExecution", on: document("Own") },
    { as: patching, action: "ssm:CreateCloudConnector" },
  ],
  "log groups of teams": [
    { as: admin, action: "logs:CreateScheduledQuery" },
    ...["PutDataProtectionPolicy", "PutLogGroupDeletionProtection", "IntegrateWithS3Table"].map(
      (action) => ({
        as: admin,
        action: `logs:${action}`,
        on: `arn:aws:logs:us-east-1:${web}:log-group:/team`,
      }),
    ),
    { as: deploy, action: "observabilityadmin:CreateTelemetryPipeline" },
  ],
  "policies of Organizations that are delegated to a member and guard no path": [
    "TAG_POLICY",
    "BACKUP_POLICY",
    "AISERVICES_OPT_OUT_POLICY",
  ].map((type) => ({
    as: admin,
    action: "organizations:AttachPolicy",
    context: { "organizations:PolicyType": type },
  })),
  "documents and runbooks that open nothing": [
    { as: admin, action: "ssm:StartAutomationExecution", on: document("AWS-StopEC2Instance", "") },
    {
      as: admin,
      action: "ssm:StartAutomationExecution",
      on: `arn:aws:ssm:us-east-1:${web}:automation-execution/1`,
    },
    ...["CreateDocument", "UpdateDocument", "DeleteDocument"].map((action) => ({
      as: admin,
      action: `ssm:${action}`,
      on: document("Calendar"),
      context: { "ssm:DocumentType": "ChangeCalendar" },
    })),
    {
      as: admin,
      action: "ssm:CreateDocument",
      on: document("Own"),
      context: { "ssm:DocumentType": "Command" },
    },
    {
      as: admin,
      action: "ssm:UpdateServiceSetting",
      on: `arn:aws:ssm:us-east-1:${web}:servicesetting/ssm/parameter-store/default-parameter-tier`,
    },
  ],
  "what users do for themselves": [
    ...["EnableMFADevice", "ResyncMFADevice", "CreateAccessKey", "ChangePassword"].map(own),
    own("DeactivateMFADevice"),
    {
      as: user("alice"),
      action: "iam:CreateVirtualMFADevice",
      on: `arn:aws:iam::${identity}:mfa/alice`,
    },
    {
      as: user("alice"),
      action: "sts:AssumeRole",
      on: role(web, "SessionAuditor"),
      context: { "aws:MultiFactorAuthPresent": "true" },
    },
    { as: user("alice"), action: "sts:AssumeRole", on: role(web, "ReadOnly") },
  ],
  "the deployment of the identity account": [
    ...[
      "CreateUser",
      "PutUserPermissionsBoundary",
      "AttachUserPolicy",
      "CreateLoginProfile",
      "DeactivateMFADevice",
      "DeleteAccessKey",
    ].map((action) => ({ as: identityDeploy, action: `iam:${action}`, on: user("alice") })),
    ...["AddUserToGroup", "PutGroupPolicy", "AttachGroupPolicy", "CreateGroup"].map((action) => ({
      as: identityDeploy,
      action: `iam:${action}`,
      on: `arn:aws:iam::${identity}:group/SekishoUsers`,
    })),
    { as: identityDeploy, action: "iam:UpdateAccountPasswordPolicy" },
    {
      as: identityDeploy,
      action: "iam:CreatePolicyVersion",
      on: `arn:aws:iam::${identity}:policy/os-access/Grants-alice-1`,
    },
    { as: identityDeploy, action: "iam:UpdateAssumeRolePolicy", on: ci },
  ],
  "the deployment of an account": [
    { as: ci, action: "sts:AssumeRole", on: deploy },
    { as: deploy, action: "iam:CreateRole", on: osAccess },
    { as: deploy, action: "iam:PutRolePolicy", on: deploy },
    { as: deploy, action: "iam:UpdateAssumeRolePolicy", on: role(web, "SekishoNode") },
    { as: deploy, action: "ssm:CreateAssociation", on: document("Sekisho-OsHardening") },
    {
      as: deploy,
      action: "ssm:UpdateDocument",
      on: document("SSM-SessionManagerRunShell"),
      context: { "ssm:DocumentType": "Session" },
    },
    {
      as: deploy,
      action: "ssm:UpdateDocumentDefaultVersion",
      on: document("Sekisho-OsHardening"),
      context: { "ssm:DocumentType": "Command" },
    },
    { as: deploy, action: "ssm:AddTagsToResource", on: document("Sekisho-OsHardening") },
    { as: deploy, action: "s3:PutBucketPolicy", on: bucket },
    { as: deploy, action: "logs:PutRetentionPolicy", on: logGroup },
  ],
  "the reader": [
    { as: role(web, "SessionAuditor"), action: "logs:GetLogEvents", on: logGroup },
    { as: role(web, "SessionAuditor"), action: "logs:GetQueryResults", on: logGroup },
  ],
};
