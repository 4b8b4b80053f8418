import { AccessPath } from "../accessPath";

/** Consoles, tunnels and shells that other services open. */
export const otherServicePaths: readonly AccessPath[] = [
  {
    id: "NoOtherConsoles",
    title: "No service but Session Manager opens a console, a tunnel or a shell.",
    opens:
      "EC2 Instance Connect, the serial console, ECS Exec, CodeBuild sandboxes, Lightsail, SageMaker and GameLift hosts.",
    actions: [
      "ec2-instance-connect:SendSSHPublicKey",
      "ec2-instance-connect:SendSerialConsoleSSHPublicKey",
      "ec2-instance-connect:OpenTunnel",
      "ec2:EnableSerialConsoleAccess",
      "ec2:CreateInstanceConnectEndpoint",
      "ecs:ExecuteCommand",
      "codebuild:StartSandbox",
      "codebuild:StartSandboxConnection",
      "codebuild:StartCommandExecution",
      "lightsail:GetInstanceAccessDetails",
      "lightsail:DownloadDefaultKeyPair",
      "sagemaker:StartSession",
      "gamelift:GetComputeAccess",
      "gamelift:GetInstanceAccess",
    ],
    exempt: [],
    source: "Service Authorization Reference of each service (iam-data, September 2026)",
  },
  {
    id: "OnlyDeployChangesUserData",
    title: "The user data of an existing instance is changed by the deploy role alone.",
    opens: "A script that runs as root at the next boot.",
    actions: ["ec2:ModifyInstanceAttribute"],
    conditions: () => ({ Null: { "ec2:Attribute/UserData": "false" } }),
    exempt: ["deploy"],
    source:
      "Service Authorization Reference, Amazon EC2 (September 2026); that the key is present in a user-data change is not tried on a live account",
  },
];
