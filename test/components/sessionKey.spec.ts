import * as assert from "node:assert/strict";
import { SessionKey } from "../../components/sessionKey";
import { Account, LandingZone } from "../../model/landingZone";
import { documentOf, inventory, only, statement } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";
import { protectedNames, regions, underProvider, unknownInputs } from "./underProvider";

const keyOf = (account: Partial<Account> = {}, zone: Partial<LandingZone> = {}) =>
  underProvider(
    (opts) =>
      new SessionKey(
        "session",
        { zone: zoneWith(zone), account: accountWith(account), region: "us-east-1" },
        opts,
      ),
  );

const policyOf = async (account: Partial<Account> = {}, zone: Partial<LandingZone> = {}) =>
  documentOf(only(await keyOf(account, zone), "aws:kms/key:Key"), "policy");

const root = "arn:aws:iam::333333333333:root";
const role = (name: string) => `arn:aws:iam::333333333333:role/${name}`;
const inSession = {
  "kms:EncryptionContext:aws:ssm:SessionId": "false",
  "kms:EncryptionContext:aws:ssm:TargetId": "false",
};

describe("SessionKey", () => {
  it("makes the key, its alias, and nothing else", async () => {
    assert.deepEqual(inventory(await keyOf()), [
      "aws:kms/alias:Alias session-alias",
      "aws:kms/key:Key session-key",
      "sekisho:components:SessionKey session",
    ]);
  });

  it("is in the region asked for, whole", async () => {
    assert.deepEqual(regions(await keyOf()), ["us-east-1"]);
  });

  it("protects the key, which rotates", async () => {
    const made = await keyOf();
    assert.deepEqual(protectedNames(made), ["session-key"]);
    assert.equal(only(made, "aws:kms/key:Key").inputs.enableKeyRotation, true);
  });

  it("has the alias by which preferences and policies name it", async () => {
    const { inputs } = only(await keyOf(), "aws:kms/alias:Alias");
    assert.equal(inputs.name, "alias/sekisho-session");
  });

  it("leaves nothing unknown in a preview but the id that the alias points to", async () => {
    assert.deepEqual(unknownInputs(await keyOf()), ["session-alias.targetKeyId"]);
  });

  const statements: { Sid: string; expected: object }[] = [
    {
      Sid: "Administration",
      expected: {
        Principal: { AWS: root },
        Action: [
          "kms:CancelKeyDeletion",
          "kms:CreateAlias",
          "kms:DeleteAlias",
          "kms:DisableKey",
          "kms:DisableKeyRotation",
          "kms:EnableKey",
          "kms:EnableKeyRotation",
          "kms:PutKeyPolicy",
          "kms:RevokeGrant",
          "kms:ScheduleKeyDeletion",
          "kms:TagResource",
          "kms:UntagResource",
          "kms:UpdateAlias",
          "kms:UpdateKeyDescription",
        ],
        Condition: { ArnEquals: { "aws:PrincipalArn": [role("SekishoDeploy")] } },
      },
    },
    {
      Sid: "Description",
      expected: {
        Principal: { AWS: root },
        Action: [
          "kms:DescribeKey",
          "kms:GetKeyPolicy",
          "kms:GetKeyRotationStatus",
          "kms:ListGrants",
          "kms:ListKeyPolicies",
          "kms:ListResourceTags",
        ],
      },
    },
    {
      Sid: "OpenSessions",
      expected: {
        Principal: { AWS: root },
        Action: "kms:GenerateDataKey",
        Condition: {
          ArnEquals: { "aws:PrincipalArn": [role("OSAccess")] },
          Null: inSession,
        },
      },
    },
    {
      Sid: "TakeSessions",
      expected: {
        Principal: { AWS: root },
        Action: "kms:Decrypt",
        Condition: {
          ArnEquals: { "aws:PrincipalArn": [role("SekishoNode"), role("SekishoHybridNode")] },
          Null: inSession,
        },
      },
    },
  ];
  for (const { Sid, expected } of statements) {
    it(`has ${Sid} in its policy`, async () => {
      assert.deepEqual(statement(await policyOf(), Sid), {
        Sid,
        Effect: "Allow",
        Resource: "*",
        ...expected,
      });
    });
  }

  it("has no other statement in its policy", async () => {
    const { Statement } = await policyOf();
    assert.deepEqual(
      Statement.map(({ Sid }) => Sid),
      statements.map(({ Sid }) => Sid),
    );
  });

  const openers: {
    title: string;
    account: Partial<Account>;
    zone: Partial<LandingZone>;
    opener: string;
    tags: unknown;
  }[] = [
    {
      title: "the OSAccess role under its declared name",
      account: {},
      zone: { osAccessRole: "EnterNodes" },
      opener: "EnterNodes",
      tags: undefined,
    },
    {
      title: "AWS's role in just-in-time mode, for which AWS wants a tag",
      account: { osAccess: osAccessWith({ mode: "just-in-time-node-access" }) },
      zone: {},
      opener: "SSM-JustInTimeAccessTokenRole",
      tags: { SystemsManagerJustInTimeNodeAccessManaged: "true" },
    },
  ];
  for (const { title, account, zone, opener, tags } of openers) {
    it(`gives data keys to ${title}, and to no other role`, async () => {
      const { Condition } = statement(await policyOf(account, zone), "OpenSessions");
      assert.deepEqual(Condition?.ArnEquals, { "aws:PrincipalArn": [role(opener)] });
      const key = only(await keyOf(account, zone), "aws:kms/key:Key");
      assert.deepEqual(key.inputs.tags, tags);
    });
  }

  it("lets the account's existing node roles decrypt", async () => {
    const { Condition } = statement(await policyOf({ nodeRoles: ["WebServer"] }), "TakeSessions");
    assert.deepEqual(Condition?.ArnEquals, {
      "aws:PrincipalArn": ["SekishoNode", "SekishoHybridNode", "WebServer"].map(role),
    });
  });
});
