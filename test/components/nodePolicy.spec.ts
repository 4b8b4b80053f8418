import * as assert from "node:assert/strict";
import { nodePolicy } from "../../components/nodePolicy";
import { Partition } from "../../model/landingZone";
import { PolicyDocument, statement } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const policyOf = (account = accountWith(), zone = zoneWith()) =>
  JSON.parse(nodePolicy(zone, account)) as PolicyDocument;

const bucket = "arn:aws:s3:::sekisho-session-logs-333333333333";
const ownBucket = { StringEquals: { "aws:ResourceAccount": "333333333333" } };

describe("The nodes' policy", () => {
  const statements: { Sid: string; expected: object }[] = [
    {
      Sid: "WriteTranscripts",
      expected: {
        Action: ["s3:PutObject", "s3:PutObjectAcl"],
        Resource: `${bucket}/sessions/*`,
        Condition: ownBucket,
      },
    },
    {
      Sid: "CheckBucketEncryption",
      expected: {
        Action: "s3:GetEncryptionConfiguration",
        Resource: bucket,
        Condition: ownBucket,
      },
    },
    {
      Sid: "ReadTagsForPrompt",
      expected: { Action: ["ec2:DescribeInstances", "ec2:DescribeTags"], Resource: "*" },
    },
    {
      Sid: "CheckLogGroupEncryption",
      expected: {
        Action: ["logs:DescribeLogGroups", "logs:DescribeLogStreams"],
        Resource: "*",
      },
    },
    {
      Sid: "WriteLogStreams",
      expected: {
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [
          "arn:aws:logs:ap-northeast-1:333333333333:log-group:/sekisho/sessions:*",
          "arn:aws:logs:us-east-1:333333333333:log-group:/sekisho/sessions:*",
        ],
      },
    },
    {
      Sid: "DecryptSessions",
      expected: {
        Action: "kms:Decrypt",
        Resource: [
          "arn:aws:kms:ap-northeast-1:333333333333:key/*",
          "arn:aws:kms:us-east-1:333333333333:key/*",
        ],
        Condition: {
          "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/sekisho-session"] },
        },
      },
    },
  ];
  for (const { Sid, expected } of statements) {
    it(`has ${Sid}`, () => {
      assert.deepEqual(statement(policyOf(), Sid), { Sid, Effect: "Allow", ...expected });
    });
  }

  it("has no other statement", () => {
    assert.deepEqual(
      policyOf().Statement.map(({ Sid }) => Sid),
      statements.map(({ Sid }) => Sid),
    );
  });

  it("has no right to CloudWatch Logs where CloudWatch is off", () => {
    const { s3, reader } = osAccessWith().logs;
    const account = accountWith({ osAccess: osAccessWith({ logs: { s3, reader } }) });
    assert.deepEqual(
      policyOf(account).Statement.map(({ Sid }) => Sid),
      ["WriteTranscripts", "CheckBucketEncryption", "ReadTagsForPrompt", "DecryptSessions"],
    );
  });

  for (const partition of ["aws-cn", "aws-us-gov"] satisfies Partition[]) {
    it(`carries ${partition} in each ARN`, () => {
      const zone = zoneWith({ organization: { ...zoneWith().organization, partition } });
      const arns = nodePolicy(zone, accountWith()).match(/arn:[^:]+:/g);
      assert.deepEqual([...new Set(arns)], [`arn:${partition}:`]);
    });
  }

  it("fits a role with 30 regions: inline policies of a role have 10,240 characters", () => {
    const regions = Array.from({ length: 30 }, (_, index) => `ap-southeast-${index}`);
    assert.ok(nodePolicy(zoneWith({ regions }), accountWith()).length < 10_240);
  });
});
