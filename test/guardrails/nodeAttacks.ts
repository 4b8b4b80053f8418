import { admin, deploy, patching, osAccess, node, document, keyPair } from "./principals";
import { Asked, factory, role, web } from "./underGuardrails";

/** By catalogue id: what an administrator tries, and nothing but that statement stops. */
export const nodeAttacks: Readonly<Record<string, readonly Asked[]>> = {
  OnlyOsAccessStartsSessions: [
    { as: admin, action: "ssm:StartSession", on: node },
    { as: role(web, "team/OSAccess"), action: "ssm:ResumeSession" },
    { as: `arn:aws:iam::${web}:root`, action: "ssm-guiconnect:StartConnection" },
    { as: role(web, "SSM-JustInTimeAccessTokenRole"), action: "ssm:StartSession", on: node },
  ],
  NoOsAccessBesideJustInTime: [{ as: role(factory, "OSAccess"), action: "ssm:StartSession" }],
  NoJustInTimeAccess: [
    { as: admin, action: "ssm:StartAccessRequest" },
    { as: role(web, "ReadOnly"), action: "ssm:GetAccessToken" },
    { as: role(factory, "Administrator"), action: "ssm:StartAccessRequest" },
  ],
  OnlyOsAccessReadsWindowsPasswords: [{ as: admin, action: "ec2:GetPasswordData", on: node }],
  OnlyAutomationSendsCommands: [
    { as: admin, action: "ssm:SendCommand", on: node },
    { as: deploy, action: "ssm:SendCommand", on: document("Sekisho-OsHardening") },
  ],
  OnlyAutomationSchedulesCommands: [
    { as: admin, action: "ssm:StartAssociationsOnce" },
    { as: admin, action: "ssm:UpdateAssociation", on: document("Sekisho-OsHardening") },
    { as: admin, action: "ssm:DeleteAssociation" },
  ],
  OnlyHardeningIsAssociated: [
    { as: deploy, action: "ssm:CreateAssociation", on: document("AWS-RunShellScript", "") },
  ],
  OnlyAutomationRegistersMaintenanceTasks: [
    { as: admin, action: "ssm:RegisterTaskWithMaintenanceWindow" },
    { as: deploy, action: "ssm:UpdateMaintenanceWindowTarget" },
  ],
  OnlyAutomationRegistersHybridNodes: [
    { as: admin, action: "ssm:CreateActivation" },
    { as: admin, action: "ssm:UpdateManagedInstanceRole" },
    { as: deploy, action: "ssm:CreateCloudConnector" },
  ],
  OnlyAutomationChoosesPatches: [
    { as: admin, action: "ssm:UpdatePatchBaseline" },
    { as: admin, action: "ssm:RegisterDefaultPatchBaseline" },
  ],
  ProtectDocuments: [
    { as: admin, action: "ssm:ModifyDocumentPermission", on: document("Sekisho-OsHardening") },
    {
      as: patching,
      action: "ssm:UpdateDocument",
      on: document("Sekisho-OsHardening"),
      context: { "ssm:DocumentType": "Command" },
    },
  ],
  OnlyDeployWritesSessionDocuments: ["Session", "AutoApprovalPolicy", "ManualApprovalPolicy"].map(
    (type) => ({
      as: admin,
      action: "ssm:CreateDocument",
      on: document("Own"),
      context: { "ssm:DocumentType": type },
    }),
  ),
  OnlyAutomationChangesDocuments: [
    ...["Command", "Automation", "Package", "Policy", "Automation.ChangeTemplate"].map((type) => ({
      as: admin,
      action: "ssm:UpdateDocument",
      on: document("Patching"),
      context: { "ssm:DocumentType": type },
    })),
    { as: admin, action: "ssm:DeleteDocument", on: document("Patching") },
    {
      as: admin,
      action: "ssm:UpdateDocumentMetadata",
      on: document("ChangeTemplate"),
      context: { "ssm:DocumentType": "Automation.ChangeTemplate" },
    },
  ],
  OnlyAutomationStartsOwnRunbooks: [
    { as: admin, action: "ssm:StartAutomationExecution", on: document("Own") },
    // A runbook that another organization shares, with one of our roles in it.
    { as: admin, action: "ssm:StartAutomationExecution", on: document("Own", "999999999999") },
    {
      as: role(factory, "ReadOnly"),
      action: "ssm:StartAutomationExecution",
      on: document("Own", factory),
      context: { "ssm:DocumentType": "Automation" },
    },
  ],
  OnlyAutomationHasServicesStartRunbooks: [
    { as: admin, action: "config:PutRemediationConfigurations" },
    { as: admin, action: "config:PutConformancePack" },
    { as: deploy, action: "config:PutOrganizationConformancePack" },
    { as: admin, action: "ssm:StartChangeRequestExecution", on: document("Own") },
    {
      as: admin,
      action: "ssm:StartChangeRequestExecution",
      on: document("AWS-HelloWorldChangeTemplate", ""),
    },
  ],
  OnlyDeployChangesUserData: [
    {
      as: admin,
      action: "ec2:ModifyInstanceAttribute",
      on: node,
      context: { "ec2:Attribute/UserData": "ZWNobw==" },
    },
  ],
  NoKeyPairAtLaunch: [
    { as: admin, action: "ec2:RunInstances", on: keyPair },
    { as: deploy, action: "ec2:RequestSpotInstances", on: keyPair },
  ],
  NoNewKeyPairs: [
    { as: admin, action: "ec2:CreateKeyPair", on: keyPair },
    { as: deploy, action: "ec2:ImportKeyPair", on: keyPair },
    { as: admin, action: "lightsail:CreateKeyPair" },
  ],
  OnlyAutomationTagsNodes: [
    {
      as: admin,
      action: "ec2:CreateTags",
      on: node,
      context: { "aws:TagKeys": ["Team", "os-access"] },
    },
    {
      as: admin,
      action: "ec2:CreateTags",
      on: node,
      context: { "aws:TagKeys": ["OS-Access"] },
    },
    { as: admin, action: "ec2:DeleteTags", on: node, context: { "aws:TagKeys": ["Hostname"] } },
    {
      as: admin,
      action: "ssm:AddTagsToResource",
      on: `arn:aws:ssm:us-east-1:${web}:managed-instance/mi-1`,
      context: { "aws:TagKeys": ["os-access"] },
    },
  ],
  OnlyAutomationReplacesRootVolumes: [
    { as: admin, action: "ec2:CreateReplaceRootVolumeTask", on: node },
  ],
  OnlyDeployChangesDefaultNodeRole: [
    {
      as: admin,
      action: "ssm:UpdateServiceSetting",
      on: `arn:aws:ssm:us-east-1:${web}:servicesetting/ssm/managed-instance/default-ec2-instance-management-role`,
    },
  ],
  NoOtherConsoles: [
    { as: admin, action: "ec2-instance-connect:SendSSHPublicKey", on: node },
    { as: osAccess, action: "ecs:ExecuteCommand" },
    { as: deploy, action: "ec2:EnableSerialConsoleAccess" },
    { as: admin, action: "ec2:ModifyInstanceConnectEndpoint" },
    { as: admin, action: "lambda:CreateMicrovmShellAuthToken" },
    { as: admin, action: "bedrock-agentcore:InvokeAgentRuntimeCommandShell" },
    { as: admin, action: "gameliftstreams:CreateStreamSessionAdminShell" },
    { as: admin, action: "lightsail:StartGUISession" },
    { as: patching, action: "iot:OpenTunnel" },
    { as: admin, action: "license-manager-user-subscriptions:AssociateUser" },
  ],
  NoOpsWorksOrCloud9: [
    { as: admin, action: "opsworks:GrantAccess" },
    { as: admin, action: "cloud9:CreateEnvironmentMembership" },
  ],
  NoScriptsOfMigrations: [
    { as: admin, action: "migrationhub-orchestrator:CreateWorkflowStep" },
    { as: patching, action: "migrationhub-orchestrator:StartWorkflow" },
    { as: admin, action: "sms:PutAppValidationConfiguration" },
  ],
  OnlyAutomationOpensClusters: [
    { as: admin, action: "eks:CreateAccessEntry" },
    { as: admin, action: "eks:AssociateAccessPolicy" },
    { as: admin, action: "eks:AssociateIdentityProviderConfig" },
    { as: admin, action: "eks:MutateViaKubernetesApi" },
  ],
  OnlyAutomationConfiguresQuickSetup: [
    { as: admin, action: "ssm-quicksetup:CreateConfigurationManager" },
  ],
};
