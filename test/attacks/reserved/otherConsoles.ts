import { data, instance, managedInstance, payments, Place, web, windows } from "../world/places";
import { ReservedCalls } from "./reservedCalls";

const withoutKeyPairs: readonly Place[] = [
  { account: web, region: "ap-northeast-1" },
  { account: payments, region: "us-east-1" },
];
const withKeyPairs: readonly Place[] = [
  { account: windows, region: "ap-northeast-1" },
  { account: data, region: "us-east-1" },
];

/** Other services' consoles, tunnels and shells; nobody has them. */
export const otherConsoles: readonly ReservedCalls[] = [
  {
    aim: "push an SSH key to an instance",
    calls: [
      "ec2-instance-connect:SendSSHPublicKey",
      "ec2-instance-connect:SendSerialConsoleSSHPublicKey",
    ],
    on: (place) => [[instance(place)]],
    keptFor: [],
  },
  {
    aim: "tunnel to an instance",
    calls: ["ec2-instance-connect:OpenTunnel"],
    on: ({ region, account }) => [
      [`arn:aws:ec2:${region}:${account}:instance-connect-endpoint/eice-0a`],
    ],
    keptFor: [],
  },
  {
    aim: "build the entrance of a tunnel, or switch the serial console on",
    calls: ["ec2:CreateInstanceConnectEndpoint", "ec2:EnableSerialConsoleAccess"],
    on: ({ region, account }) => [[`arn:aws:ec2:${region}:${account}:subnet/subnet-0a`]],
    keptFor: [],
  },
  {
    aim: "run a command in a container",
    calls: ["ecs:ExecuteCommand"],
    on: ({ region, account }) => [
      [`arn:aws:ecs:${region}:${account}:cluster/web`],
      [`arn:aws:ecs:${region}:${account}:task/web/0a`],
    ],
    keptFor: [],
  },
  {
    aim: "work in a build's sandbox",
    calls: [
      "codebuild:StartSandbox",
      "codebuild:StartSandboxConnection",
      "codebuild:StartCommandExecution",
    ],
    on: ({ region, account }) => [[`arn:aws:codebuild:${region}:${account}:project/web`]],
    keptFor: [],
  },
  {
    aim: "fetch a Lightsail instance's key",
    calls: ["lightsail:GetInstanceAccessDetails", "lightsail:DownloadDefaultKeyPair"],
    on: ({ region, account }) => [[`arn:aws:lightsail:${region}:${account}:Instance/0a`]],
    keptFor: [],
  },
  {
    aim: "open a SageMaker space's host",
    calls: ["sagemaker:StartSession"],
    on: ({ region, account }) => [[`arn:aws:sagemaker:${region}:${account}:space/d-0a/mine`]],
    keptFor: [],
  },
  {
    aim: "open a GameLift host",
    calls: ["gamelift:GetComputeAccess", "gamelift:GetInstanceAccess"],
    on: ({ region, account }) => [[`arn:aws:gamelift:${region}:${account}:fleet/fleet-0a`]],
    keptFor: [],
  },
  {
    aim: "have a script run as root at the next boot",
    calls: ["ec2:ModifyInstanceAttribute"],
    on: (place) => [[instance(place)]],
    // The key is present when the user data is what changes; its value is not documented.
    context: { "ec2:Attribute/UserData": "IyEvYmluL3No" },
    keptFor: ["SekishoDeploy"],
    free: (place) => [[instance(place)]],
    freeContext: { "ec2:Attribute/DisableApiTermination": "true" },
  },
  {
    aim: "launch an instance with a key pair",
    calls: ["ec2:RunInstances", "ec2:RequestSpotInstances", "ec2:RequestSpotFleet"],
    on: ({ region, account }) => [[`arn:aws:ec2:${region}:${account}:key-pair/mine`]],
    keptFor: [],
    places: withoutKeyPairs,
    free: (place) => [[instance(place), `arn:aws:ec2:${place.region}::image/ami-0a`]],
  },
  {
    aim: "launch an instance with a key pair where ssh or rdp is a channel",
    calls: ["ec2:RunInstances", "ec2:RequestSpotInstances", "ec2:RequestSpotFleet"],
    on: () => [],
    keptFor: [],
    places: withKeyPairs,
    free: ({ region, account }) => [[`arn:aws:ec2:${region}:${account}:key-pair/mine`]],
  },
  ...["os-access", "Hostname", "OS-Access"].map((key) => ({
    aim: `open a node to OSAccess, or name it otherwise, by its tag ${key}`,
    calls: ["ec2:CreateTags", "ec2:DeleteTags"],
    on: (place: Place) => [[instance(place)]],
    context: { "aws:TagKeys": [key] },
    keptFor: ["PatchAutomation", "SekishoDeploy"] as const,
    free: (place: Place) => [[instance(place)]],
    freeContext: { "aws:TagKeys": ["Team"] },
  })),
  {
    aim: "open an on-premises node to OSAccess by its tag",
    calls: ["ssm:AddTagsToResource", "ssm:RemoveTagsFromResource"],
    on: (place) => [[managedInstance(place)]],
    context: { "aws:TagKeys": ["Team", "os-access"] },
    keptFor: ["PatchAutomation", "SekishoDeploy"],
    free: (place) => [[`arn:aws:ssm:${place.region}:${place.account}:parameter/team`]],
  },
  {
    aim: "strip a node of all tags",
    calls: ["ec2:DeleteTags"],
    on: () => [],
    keptFor: [],
    free: (place) => [[instance(place)]],
  },
  {
    aim: "tag a new node at its launch",
    calls: ["ec2:CreateTags"],
    on: () => [],
    keptFor: [],
    free: (place) => [[instance(place)]],
    freeContext: { "aws:TagKeys": ["os-access"], "ec2:CreateAction": "RunInstances" },
  },
  {
    aim: "boot a node from a root volume of one's own",
    calls: ["ec2:CreateReplaceRootVolumeTask"],
    on: (place) => [[instance(place)]],
    keptFor: ["PatchAutomation"],
  },
  {
    aim: "become root on the nodes of a Kubernetes cluster",
    calls: ["eks:CreateAccessEntry", "eks:UpdateAccessEntry", "eks:AssociateAccessPolicy"],
    on: ({ region, account }) => [[`arn:aws:eks:${region}:${account}:cluster/web`]],
    keptFor: ["PatchAutomation"],
  },
];
