import { service, session } from "../world/actor";
import {
  bucket,
  data,
  factory,
  home,
  logGroup,
  Place,
  role,
  sessionKey,
  sessionLogKey,
  transcript,
  web,
} from "../world/places";
import { Step, Use } from "../world/scenario";

const calls = (as: Step["as"], call: string, ...on: string[]): Step => ({ as, call, on });
const regions: readonly Place[] = [home, { account: web, region: "us-east-1" }];
const encryption = {
  "kms:ResourceAliases": ["alias/sekisho-session"],
  "kms:EncryptionContext:aws:ssm:SessionId": "alice-0aaaaaaaaaaaaaaa1",
  "kms:EncryptionContext:aws:ssm:TargetId": "i-0aaaaaaaaaaaaaaa1",
};

const nodes = [
  { name: "an EC2 node", account: web, as: session(web, "SekishoNode", "i-0a") },
  { name: "an on-premises node", account: web, as: session(web, "SekishoHybridNode", "mi-0a") },
  {
    name: "a node under a role of its own",
    account: factory,
    as: session(factory, "FactoryGateway", "i-0b"),
  },
];

/** Nodes and the services that work for them. */
export const byNodesAtWork: readonly Use[] = [
  ...nodes.map(({ name, account, as }) => ({
    name: `${name} talks to Systems Manager, shows its prompt and writes its logs`,
    steps: [
      ...[
        "ssm:UpdateInstanceInformation",
        "ssm:ListInstanceAssociations",
        "ssm:GetDocument",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
        "ec2messages:GetMessages",
        "ec2:DescribeInstances",
        "ec2:DescribeTags",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
      ].map((call) => calls(as, call)),
      ...["s3:PutObject", "s3:PutObjectAcl"].map((call) =>
        calls(as, call, transcript({ account, region: home.region })),
      ),
      calls(as, "s3:GetEncryptionConfiguration", bucket({ account, region: home.region })),
      ...["ap-northeast-1", "us-east-1"].flatMap((region) => [
        ...["logs:CreateLogStream", "logs:PutLogEvents"].map((call) =>
          calls(as, call, `${logGroup({ account, region })}:log-stream:alice-0a`),
        ),
        {
          as,
          call: "kms:Decrypt",
          on: [sessionKey({ account, region })],
          context: encryption,
        },
      ]),
    ],
  })),
  {
    name: "a node writes to S3 where CloudWatch Logs is off",
    steps: [
      calls(
        session(data, "SekishoNode", "i-0c"),
        "s3:PutObject",
        transcript({ account: data, region: home.region }),
      ),
    ],
  },
  {
    name: "EC2 gives instances the node role",
    steps: [calls(service("ec2.amazonaws.com"), "sts:AssumeRole", role(home, "SekishoNode"))],
  },
  ...regions.map((where) => ({
    name: `Systems Manager takes the role of the on-premises nodes in ${where.region}`,
    steps: [
      calls(
        service("ssm.amazonaws.com", {
          "aws:SourceAccount": web,
          "aws:SourceArn": `arn:aws:ssm:${where.region}:${web}:managed-instance/mi-0a`,
        }),
        "sts:AssumeRole",
        role(where, "SekishoHybridNode"),
      ),
    ],
  })),
  ...regions.map((where) => ({
    name: `CloudWatch Logs encrypts the session log in ${where.region}`,
    steps: [
      "kms:Encrypt",
      "kms:Decrypt",
      "kms:ReEncryptFrom",
      "kms:GenerateDataKey",
      "kms:GenerateDataKeyWithoutPlaintext",
      "kms:DescribeKey",
    ].map((call) => ({
      as: service(`logs.${where.region}.amazonaws.com`),
      call,
      on: [sessionLogKey(where)],
      context: { "kms:EncryptionContext:aws:logs:arn": logGroup(where) },
    })),
  })),
];
