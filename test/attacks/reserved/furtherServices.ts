import {
  audit,
  data,
  identity,
  instance,
  managedInstance,
  payments,
  Place,
  web,
  windows,
} from "../world/places";
import { ReservedCalls } from "./reservedCalls";

const withoutKeyPairs: readonly Place[] = [
  { account: web, region: "ap-northeast-1" },
  { account: payments, region: "us-east-1" },
];
const withKeyPairs: readonly Place[] = [
  { account: windows, region: "ap-northeast-1" },
  { account: data, region: "us-east-1" },
];
const makesKeyPairs = [
  "ec2:CreateKeyPair",
  "ec2:ImportKeyPair",
  "lightsail:CreateKeyPair",
  "lightsail:ImportKeyPair",
];

/** Calls that end on a node by way of a service which few think of; nobody has them but where it is said. */
export const furtherServices: readonly ReservedCalls[] = [
  {
    aim: "get a shell of a service's own machines",
    calls: [
      "ec2:ModifyInstanceConnectEndpoint",
      "lambda:CreateMicrovmShellAuthToken",
      "bedrock-agentcore:InvokeAgentRuntimeCommand",
      "bedrock-agentcore:InvokeAgentRuntimeCommandShell",
      "lightsail:CreateGUISessionAccessDetails",
      "lightsail:StartGUISession",
      "gameliftstreams:CreateStreamSessionAdminShell",
      "iot:OpenTunnel",
      "iot:RotateTunnelAccessToken",
      "license-manager-user-subscriptions:AssociateUser",
    ],
    on: (place) => [[instance(place)]],
    keptFor: [],
  },
  {
    aim: "enter a node by OpsWorks or Cloud9",
    calls: [
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
    on: (place) => [[instance(place)]],
    keptFor: [],
  },
  {
    aim: "have a migration run a script on servers",
    calls: [
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
    on: (place) => [[instance(place)]],
    keptFor: [],
  },
  {
    aim: "make a key pair for a node that is still to come",
    calls: makesKeyPairs,
    on: () => [[]],
    keptFor: [],
    places: withoutKeyPairs,
  },
  {
    aim: "make a key pair where ssh or rdp is a channel",
    calls: makesKeyPairs,
    on: () => [],
    keptFor: [],
    places: withKeyPairs,
    free: () => [[]],
  },
  {
    aim: "become administrator of a cluster by a provider or by its interface",
    calls: ["eks:AssociateIdentityProviderConfig", "eks:MutateViaKubernetesApi"],
    on: ({ region, account }) => [[`arn:aws:eks:${region}:${account}:cluster/web`]],
    keptFor: ["PatchAutomation"],
  },
  {
    aim: "bring nodes of another cloud under roles of one's own",
    calls: ["ssm:CreateCloudConnector", "ssm:UpdateCloudConnector"],
    on: (place) => [[managedInstance(place)]],
    keptFor: ["PatchAutomation"],
  },
  {
    aim: "have a service start a runbook",
    calls: ["ssm:StartChangeRequestExecution", "config:PutOrganizationConformancePack"],
    on: () => [[]],
    keptFor: ["PatchAutomation"],
  },
];

/** Calls that take the guardrails, or the people behind them, away. */
export const furtherProtection: readonly ReservedCalls[] = [
  {
    aim: "put another role into the nodes' instance profile",
    calls: [
      "iam:CreateInstanceProfile",
      "iam:DeleteInstanceProfile",
      "iam:AddRoleToInstanceProfile",
      "iam:RemoveRoleFromInstanceProfile",
    ],
    on: ({ account }) => [[`arn:aws:iam::${account}:instance-profile/SekishoNode`]],
    keptFor: ["SekishoDeploy"],
    free: ({ account }) => [[`arn:aws:iam::${account}:instance-profile/TeamApplication`]],
  },
  ...[undefined, "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"].map(
    (type): ReservedCalls => ({
      aim: `change policies of type ${type} as a delegated administrator`,
      calls: [
        "organizations:AttachPolicy",
        "organizations:CreatePolicy",
        "organizations:DeletePolicy",
        "organizations:DetachPolicy",
        "organizations:DisablePolicyType",
        "organizations:EnablePolicyType",
        "organizations:UpdatePolicy",
      ],
      on: () => [[]],
      context: type ? { "organizations:PolicyType": type } : {},
      keptFor: [],
    }),
  ),
  ...["TAG_POLICY", "BACKUP_POLICY", "AISERVICES_OPT_OUT_POLICY"].map((type): ReservedCalls => ({
    aim: `change policies of other types than ${type}`,
    calls: ["organizations:AttachPolicy", "organizations:UpdatePolicy"],
    on: () => [],
    keptFor: [],
    free: () => [[]],
    freeContext: { "organizations:PolicyType": type },
  })),
  {
    aim: "have users delegate their rights",
    calls: [
      "iam:AcceptDelegationRequest",
      "iam:AssociateDelegationRequest",
      "iam:SendDelegationToken",
    ],
    on: () => [[]],
    keptFor: [],
    places: [{ account: identity, region: "us-east-1" }],
  },
  {
    aim: "delegate a user's rights of another account",
    calls: [
      "iam:AcceptDelegationRequest",
      "iam:AssociateDelegationRequest",
      "iam:SendDelegationToken",
    ],
    on: () => [],
    keptFor: [],
    free: () => [[]],
    places: [{ account: audit, region: "us-east-1" }],
  },
];
