/**
 * A policy of a service-linked role that reaches nodes. No SCP binds such a role, so the call that makes it act has to
 * be denied, if somebody outside AWS chooses what it runs.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export interface ServiceLinkedRole {
  /** What stands after `policy/` in the ARN of AWS's managed policy. */
  readonly policy: string;
  /** What it runs, and on which machines, as its policy and its service's documentation say. */
  readonly runs: string;
  /** The calls in which the caller chooses what it runs; none where AWS wrote all of it. */
  readonly chosenBy: readonly string[];
}

/** What a service-linked role reaches a node by. */
export const reachesNodes: readonly string[] = [
  "ssm:SendCommand",
  "ssm:StartSession",
  "ssm:ResumeSession",
  "ssm:CreateAssociation",
  "ssm:CreateAssociationBatch",
  "ssm:UpdateAssociation",
  "ssm:StartAssociationsOnce",
  "ssm:RegisterTaskWithMaintenanceWindow",
  "ssm:UpdateMaintenanceWindowTask",
  "ssm:GetAccessToken",
  "ecs:ExecuteCommand",
  "ec2-instance-connect:SendSSHPublicKey",
  "ec2-instance-connect:SendSerialConsoleSSHPublicKey",
  "ec2-instance-connect:OpenTunnel",
];

/** Every one that AWS's managed policies know; that AWS's own documents do what they say is taken for granted. */
export const serviceLinkedRoles: readonly ServiceLinkedRole[] = [
  {
    policy: "aws-service-role/AmazonSSMServiceRolePolicy",
    runs: "Any command on any node, as a task of a maintenance window without a role of its own.",
    chosenBy: ["ssm:RegisterTaskWithMaintenanceWindow", "ssm:UpdateMaintenanceWindowTask"],
  },
  {
    policy: "aws-service-role/AWSSystemsManagerChangeManagementServicePolicy",
    runs: "Associations and automations of a change request, with any role that trusts Systems Manager.",
    chosenBy: ["ssm:StartChangeRequestExecution"],
  },
  {
    policy: "aws-service-role/AWSMigrationHubOrchestratorServiceRolePolicy",
    runs: "AWS-RunRemoteScript on any instance, with the script of a workflow's step.",
    chosenBy: [
      "migrationhub-orchestrator:CreateTemplate",
      "migrationhub-orchestrator:CreateWorkflowStep",
      "migrationhub-orchestrator:UpdateWorkflowStep",
    ],
  },
  {
    policy: "aws-service-role/AmazonECSServiceRolePolicy",
    runs: "The session behind ECS Exec, in a container of a task.",
    chosenBy: ["ecs:ExecuteCommand"],
  },
  {
    policy: "aws-service-role/AWSLicenseManagerUserSubscriptionsServiceRolePolicy",
    runs: "AWS-RunPowerShellScript on instances that carry its tag, to let a user log on.",
    chosenBy: ["license-manager-user-subscriptions:AssociateUser"],
  },
  {
    policy: "aws-service-role/AmazonEKSConnectorServiceRolePolicy",
    runs: "Calls to the Kubernetes interface of a cluster that was registered from outside.",
    chosenBy: ["eks:MutateViaKubernetesApi"],
  },
  {
    policy: "aws-service-role/AWSServiceRoleForImageBuilder",
    runs: "The components of a recipe, on build instances that it launched and tagged itself; an inventory elsewhere.",
    chosenBy: ["imagebuilder:CreateComponent"],
  },
  {
    policy: "aws-service-role/AWSServiceRoleForSMS",
    runs: "AWS-RunRemoteScript on instances tagged for validation. AWS ended the service in 2022.",
    chosenBy: ["sms:PutAppValidationConfiguration"],
  },
  {
    policy: "aws-service-role/AmazonEKSLocalOutpostServiceRolePolicy",
    runs: "A proxy to the control plane instances of a local cluster on an Outpost.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/AWSDirectoryServiceServiceRolePolicy",
    runs: "AWS-RunPowerShellScript on any instance, to check the domain controllers of a hybrid directory.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/AWSEC2SqlHaServiceRolePolicy",
    runs: "AWSEC2-DetectSqlHa* on instances that are monitored for SQL Server standby.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/AWSLicenseManagerMemberAccountRolePolicy",
    runs: "Associations that gather the inventory of software.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/AWSLicenseManagerServiceRolePolicy",
    runs: "AWSLicenseManager-* on instances and hybrid nodes, and the same inventory.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/AWSSSMForSAPServiceLinkedRolePolicy",
    runs: "AWSSystemsManagerSAP-* and its like on instances that SSM for SAP manages.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/AmazonGuardDutyServiceRolePolicy",
    runs: "AmazonGuardDuty-ConfigureRuntimeMonitoringSsmPlugin: the agent of runtime monitoring.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/AmazonInspector2ServiceRolePolicy",
    runs: "AmazonInspector2-*, AWS-ConfigureAWSPackage and the inventory: scans for weaknesses.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/AmazonInspector2ThirdPartyServiceRolePolicy",
    runs: "AWS-InstallDistributorPackageOnAzure*: the scanner on machines of another cloud.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/AmazonRDSCustomPreviewServiceRolePolicy",
    runs: "Documents of the service on the instances of RDS Custom, by its tag.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/AmazonRDSCustomServiceRolePolicy",
    runs: "Documents of the service on the instances of RDS Custom, by its tag.",
    chosenBy: [],
  },
  {
    policy: "aws-service-role/CloudwatchApplicationInsightsServiceLinkedRolePolicy",
    runs: "AWS-ConfigureAWSPackage, AmazonCloudWatch-ManageAgent and checks of its own: the CloudWatch agent.",
    chosenBy: [],
  },
];
