import { KnownAccount, LandingZone } from "../../model/landingZone";
import {
  bucketArn,
  hybridNodeRole,
  logBucket,
  nodeRole,
  regionalArn,
  sessionLogGroup,
  transcriptPrefix,
} from "../../model/names";
import { Call, Need, needsOfRole } from "./need";

/**
 * What the agent on a node calls to register, to open the channels of a session and to be told of commands: those of
 * AmazonSSMManagedInstanceCore. https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html
 */
const channels: readonly string[] = [
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
  "ec2messages:AcknowledgeMessage",
  "ec2messages:DeleteMessage",
  "ec2messages:FailMessage",
  "ec2messages:GetEndpoint",
  "ec2messages:GetMessages",
  "ec2messages:SendReply",
];

/** What the agents of an account's nodes do, as their roles; without it no node is reached and no transcript is written. */
export function nodeNeeds(zone: LandingZone, account: KnownAccount): Need[] {
  return [nodeRole, hybridNodeRole, ...account.nodeRoles].flatMap((role) =>
    needsOfRole(
      zone,
      account,
      role,
      {
        who: `the nodes' role ${role}`,
        otherwise: `nodes of ${account.name} cannot be reached, or leave no transcript`,
      },
      zone.regions.flatMap((region) => agentCalls(zone, account, region, role === hybridNodeRole)),
    ),
  );
}

function agentCalls(
  zone: LandingZone,
  account: KnownAccount,
  region: string,
  isHybrid: boolean,
): Call[] {
  const { id, osAccess } = account;
  const node = isHybrid
    ? regionalArn(zone, "ssm", region, id, "managed-instance/mi-0123456789abcdef0")
    : regionalArn(zone, "ec2", region, id, "instance/i-0123456789abcdef0");
  const stream = regionalArn(zone, "logs", region, id, `log-group:${sessionLogGroup}:log-stream:s`);
  const bucket = bucketArn(zone, logBucket(account));
  return [
    { action: "ssm:UpdateInstanceInformation", resources: [node], region },
    { action: "ssm:ListInstanceAssociations", resources: [node], region },
    ...channels.map((action) => ({ action, region })),
    { action: "ec2:DescribeTags", region },
    {
      action: "kms:Decrypt",
      resources: [regionalArn(zone, "kms", region, id, "key/*")],
      region,
    },
    // The bucket is in the home region, wherever the node is.
    { action: "s3:GetEncryptionConfiguration", resources: [bucket], region: zone.home },
    {
      action: "s3:PutObject",
      resources: [`${bucket}/${transcriptPrefix}/somebody-1.log`],
      region: zone.home,
    },
    ...(osAccess.logs.cloudWatch === undefined
      ? []
      : ["logs:CreateLogStream", "logs:PutLogEvents"].map((action) => ({
          action,
          resources: [stream],
          region,
        }))),
  ];
}

/** What the automation roles are declared for: commands, on nodes, with AWS's documents. */
export function automationNeeds(zone: LandingZone, account: KnownAccount): Need[] {
  return zone.automationRoles.flatMap((role) =>
    needsOfRole(
      zone,
      account,
      role,
      {
        who: `the automation role ${role}`,
        otherwise: `patching of ${account.name} stops`,
      },
      zone.regions.flatMap((region) => [
        {
          action: "ssm:SendCommand",
          resources: [
            regionalArn(zone, "ec2", region, account.id, "instance/i-0123456789abcdef0"),
            regionalArn(zone, "ssm", region, "", "document/AWS-RunPatchBaseline"),
          ],
          region,
        },
        { action: "ssm:ListCommandInvocations", region },
      ]),
    ),
  );
}
