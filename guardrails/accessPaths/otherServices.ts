import { AccessPath } from "../accessPath";

/** Consoles, tunnels and shells that other services open. */
export const otherServicePaths: readonly AccessPath[] = [
  {
    id: "NoOtherConsoles",
    title: "No service but Session Manager opens a console, a tunnel or a shell.",
    can: "open other consoles and tunnels",
    opens:
      "EC2 Instance Connect, the serial console, ECS Exec, CodeBuild sandboxes, Lambda MicroVMs, AgentCore runtimes, Lightsail, SageMaker and GameLift hosts, IoT tunnels to a node's SSH, RDP for directory users.",
    actions: [
      "ec2-instance-connect:SendSSHPublicKey",
      "ec2-instance-connect:SendSerialConsoleSSHPublicKey",
      "ec2-instance-connect:OpenTunnel",
      "ec2:EnableSerialConsoleAccess",
      "ec2:CreateInstanceConnectEndpoint",
      "ec2:ModifyInstanceConnectEndpoint",
      "ecs:ExecuteCommand",
      "codebuild:StartSandbox",
      "codebuild:StartSandboxConnection",
      "codebuild:StartCommandExecution",
      "lambda:CreateMicrovmShellAuthToken",
      "bedrock-agentcore:InvokeAgentRuntimeCommand",
      "bedrock-agentcore:InvokeAgentRuntimeCommandShell",
      "lightsail:GetInstanceAccessDetails",
      "lightsail:DownloadDefaultKeyPair",
      "lightsail:CreateGUISessionAccessDetails",
      "lightsail:StartGUISession",
      "sagemaker:StartSession",
      "gamelift:GetComputeAccess",
      "gamelift:GetInstanceAccess",
      "gameliftstreams:CreateStreamSessionAdminShell",
      "iot:OpenTunnel",
      "iot:RotateTunnelAccessToken",
      "license-manager-user-subscriptions:AssociateUser",
    ],
    exempt: [],
    breaks:
      "These consoles, ECS Exec among them; agents that run commands in their AgentCore runtime; user-based subscriptions of License Manager.",
    source: "Service Authorization Reference of each service (iam-data, September 2026)",
  },
  {
    id: "NoOpsWorksOrCloud9",
    title: "OpsWorks and Cloud9 let nobody in.",
    can: "use OpsWorks or Cloud9",
    opens: "SSH and RDP users, recipes run as root, a terminal in the browser.",
    actions: [
      "opsworks:CreateDeployment",
      "opsworks:CreateUserProfile",
      "opsworks:GrantAccess",
      "opsworks:SetPermission",
      "opsworks:UpdateMyUserProfile",
      "opsworks:UpdateUserProfile",
      "cloud9:CreateEnvironmentEC2",
      "cloud9:CreateEnvironmentMembership",
      "cloud9:CreateEnvironmentSSH",
      "cloud9:UpdateEnvironmentMembership",
      "cloud9:UpdateSSHRemote",
    ],
    exempt: [],
    breaks:
      "New Cloud9 environments, where an account still has the service. AWS ended OpsWorks in 2024.",
    source:
      "Service Authorization Reference, AWS OpsWorks and AWS Cloud9 (iam-data, September 2026)",
  },
  {
    id: "NoScriptsOfMigrations",
    title: "Nobody hands a script to the service-linked role of a migration service.",
    can: "hand scripts to migration services",
    opens:
      "AWS-RunRemoteScript as root on any instance, sent by a service-linked role, which no SCP reaches.",
    actions: [
      "migrationhub-orchestrator:CreateTemplate",
      "migrationhub-orchestrator:UpdateTemplate",
      "migrationhub-orchestrator:CreateWorkflow",
      "migrationhub-orchestrator:UpdateWorkflow",
      "migrationhub-orchestrator:CreateWorkflowStep",
      "migrationhub-orchestrator:UpdateWorkflowStep",
      "migrationhub-orchestrator:StartWorkflow",
      "migrationhub-orchestrator:RetryWorkflowStep",
      "sms:PutAppValidationConfiguration",
    ],
    exempt: [],
    breaks: "Migration Hub Orchestrator.",
    source:
      "docs.aws.amazon.com/migrationhub-orchestrator/latest/APIReference/API_WorkflowStepAutomationConfiguration.html (2026-11); AWSMigrationHubOrchestratorServiceRolePolicy; AWSServiceRoleForSMS",
  },
  {
    id: "OnlyAutomationOpensClusters",
    title: "Access to EKS clusters is given by the named automation roles alone.",
    can: "give access to EKS clusters",
    opens: "Kubernetes rights by which a privileged pod becomes root on the cluster's nodes.",
    actions: [
      "eks:CreateAccessEntry",
      "eks:UpdateAccessEntry",
      "eks:AssociateAccessPolicy",
      "eks:AssociateIdentityProviderConfig",
      "eks:MutateViaKubernetesApi",
    ],
    exempt: ["automation"],
    breaks:
      "Access entries, identity providers and changes of Kubernetes objects in the console by hand. Whoever creates a cluster is still its administrator.",
    source:
      "docs.aws.amazon.com/eks/latest/userguide/access-entries.html (2026-09); Service Authorization Reference, Amazon EKS",
  },
  {
    id: "OnlyAutomationConfiguresQuickSetup",
    title: "Quick Setup of Systems Manager is configured by the named automation roles alone.",
    can: "configure Quick Setup",
    opens:
      "Node roles, associations and just-in-time node access, made by roles of AWS's own in every account at once.",
    actions: [
      "ssm-quicksetup:CreateConfigurationManager",
      "ssm-quicksetup:UpdateConfigurationManager",
      "ssm-quicksetup:UpdateConfigurationDefinition",
    ],
    exempt: ["automation"],
    breaks: "Quick Setup; do it before the guardrails.",
    source:
      "docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-quick-setup.html (2026-09)",
  },
];
