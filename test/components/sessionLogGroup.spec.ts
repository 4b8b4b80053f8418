import * as assert from "node:assert/strict";
import { SessionLogGroup } from "../../components/sessionLogGroup";
import { Partition } from "../../model/landingZone";
import { documentOf, inventory, only, statement } from "../support";
import { accountWith, zoneWith } from "../zone";
import { protectedNames, regions, underProvider, unknownInputs } from "./underProvider";

const groupOf = (partition: Partition = "aws", region = "us-east-1") =>
  underProvider((opts) => {
    const zone = zoneWith({ organization: { ...zoneWith().organization, partition } });
    return new SessionLogGroup(
      "log",
      { zone, account: accountWith(), region, retention: 90 },
      opts,
    );
  });

const key = "aws:kms/key:Key";

describe("SessionLogGroup", () => {
  it("makes the group, its key, the key's alias, and nothing else", async () => {
    assert.deepEqual(inventory(await groupOf()), [
      "aws:cloudwatch/logGroup:LogGroup log-group",
      "aws:kms/alias:Alias log-alias",
      "aws:kms/key:Key log-key",
      "sekisho:components:SessionLogGroup log",
    ]);
  });

  it("is in the region asked for, whole", async () => {
    assert.deepEqual(regions(await groupOf()), ["us-east-1"]);
  });

  it("protects the group and the key, without which its lines are lost", async () => {
    assert.deepEqual(protectedNames(await groupOf()), ["log-group", "log-key"]);
  });

  it("names the group and keeps its lines for the days asked for", async () => {
    const { inputs } = only(await groupOf(), "aws:cloudwatch/logGroup:LogGroup");
    assert.equal(inputs.name, "/sekisho/sessions");
    assert.equal(inputs.retentionInDays, 90);
  });

  it("encrypts the group with the key, which rotates", async () => {
    const made = await groupOf();
    const group = only(made, "aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual(group.propertyDependencies.kmsKeyId, [only(made, key).urn]);
    assert.equal(only(made, key).inputs.enableKeyRotation, true);
    assert.equal(only(made, "aws:kms/alias:Alias").inputs.name, "alias/sekisho-session-logs");
  });

  it("leaves nothing unknown in a preview but the key's id and ARN", async () => {
    assert.deepEqual(unknownInputs(await groupOf()), [
      "log-alias.targetKeyId",
      "log-group.kmsKeyId",
    ]);
  });

  const services: { partition: Partition; region: string; service: string }[] = [
    { partition: "aws", region: "us-east-1", service: "logs.us-east-1.amazonaws.com" },
    {
      partition: "aws-us-gov",
      region: "us-gov-west-1",
      service: "logs.us-gov-west-1.amazonaws.com",
    },
    { partition: "aws-cn", region: "cn-north-1", service: "logs.cn-north-1.amazonaws.com.cn" },
  ];
  for (const { partition, region, service } of services) {
    it(`lets ${service} use the key, for this group only`, async () => {
      const policy = documentOf(only(await groupOf(partition, region), key), "policy");
      assert.deepEqual(statement(policy, "LogGroup"), {
        Sid: "LogGroup",
        Effect: "Allow",
        Principal: { Service: service },
        Action: [
          "kms:Decrypt*",
          "kms:Describe*",
          "kms:Encrypt*",
          "kms:GenerateDataKey*",
          "kms:ReEncrypt*",
        ],
        Resource: "*",
        Condition: {
          ArnEquals: {
            "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:333333333333:log-group:/sekisho/sessions`,
          },
        },
      });
    });
  }

  it("gives no principal of the account the use of the key", async () => {
    const policy = documentOf(only(await groupOf(), key), "policy");
    assert.deepEqual(
      policy.Statement.map(({ Sid }) => Sid),
      ["Administration", "Description", "LogGroup"],
    );
    assert.deepEqual(statement(policy, "Administration").Condition, {
      ArnEquals: { "aws:PrincipalArn": ["arn:aws:iam::333333333333:role/SekishoDeploy"] },
    });
  });
});
