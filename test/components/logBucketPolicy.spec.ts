import * as assert from "node:assert/strict";
import { logBucketPolicy } from "../../components/logBucketPolicy";
import { PolicyDocument, statement } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const policyOf = (account = accountWith(), zone = zoneWith()) =>
  JSON.parse(logBucketPolicy(zone, account)) as PolicyDocument;

const bucket = "arn:aws:s3:::sekisho-session-logs-333333333333";
const role = (name: string) => `arn:aws:iam::333333333333:role/${name}`;

describe("The log bucket's policy", () => {
  const statements: { Sid: string; expected: object }[] = [
    {
      Sid: "TlsOnly",
      expected: {
        Action: "s3:*",
        Resource: [bucket, `${bucket}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    },
    {
      Sid: "OnlyOrganization",
      expected: {
        Action: "s3:*",
        Resource: [bucket, `${bucket}/*`],
        Condition: {
          StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      },
    },
    {
      Sid: "NoDelete",
      expected: {
        Action: [
          "s3:BypassGovernanceRetention",
          "s3:DeleteObject",
          "s3:DeleteObjectVersion",
          "s3:PutObjectLegalHold",
          "s3:PutObjectRetention",
          "s3:ReplicateDelete",
          "s3:UpdateObjectEncryption",
        ],
        Resource: `${bucket}/*`,
      },
    },
    { Sid: "NoDeleteBucket", expected: { Action: "s3:DeleteBucket", Resource: bucket } },
    {
      Sid: "TranscriptsOnlyToReader",
      expected: {
        Action: "s3:GetObject*",
        Resource: `${bucket}/*`,
        Condition: { ArnNotEquals: { "aws:PrincipalArn": role("SessionAuditor") } },
      },
    },
    {
      Sid: "TranscriptsOnlyFromNodes",
      expected: {
        Action: [
          "s3:AbortMultipartUpload",
          "s3:PutObject",
          "s3:PutObjectAcl",
          "s3:PutObjectTagging",
          "s3:PutObjectVersionAcl",
          "s3:PutObjectVersionTagging",
          "s3:ReplicateObject",
          "s3:ReplicateTags",
        ],
        Resource: `${bucket}/*`,
        Condition: {
          ArnNotEquals: { "aws:PrincipalArn": [role("SekishoNode"), role("SekishoHybridNode")] },
        },
      },
    },
    {
      Sid: "SettingsOnlyByDeployRole",
      expected: {
        Action: [
          "s3:DeleteBucketPolicy",
          "s3:PutBucketAcl",
          "s3:PutBucketLogging",
          "s3:PutBucketObjectLockConfiguration",
          "s3:PutBucketOwnershipControls",
          "s3:PutBucketPolicy",
          "s3:PutBucketPublicAccessBlock",
          "s3:PutBucketVersioning",
          "s3:PutEncryptionConfiguration",
          "s3:PutLifecycleConfiguration",
          "s3:PutReplicationConfiguration",
        ],
        Resource: bucket,
        Condition: { ArnNotEquals: { "aws:PrincipalArn": role("SekishoDeploy") } },
      },
    },
  ];
  for (const { Sid, expected } of statements) {
    it(`has ${Sid}, for everybody`, () => {
      assert.deepEqual(statement(policyOf(), Sid), {
        Sid,
        Effect: "Deny",
        Principal: "*",
        ...expected,
      });
    });
  }

  it("has no other statement, and so lets nobody in", () => {
    assert.deepEqual(
      policyOf().Statement.map(({ Sid }) => Sid),
      statements.map(({ Sid }) => Sid),
    );
  });

  it("lets the account's existing node roles write", () => {
    const policy = policyOf(accountWith({ nodeRoles: ["WebServer", "Batch"] }));
    assert.deepEqual(statement(policy, "TranscriptsOnlyFromNodes").Condition, {
      ArnNotEquals: {
        "aws:PrincipalArn": ["SekishoNode", "SekishoHybridNode", "WebServer", "Batch"].map(role),
      },
    });
  });

  it("names the reader that the account declares", () => {
    const { logs } = osAccessWith();
    const osAccess = osAccessWith({ logs: { ...logs, reader: "Forensics" } });
    assert.deepEqual(
      statement(policyOf(accountWith({ osAccess })), "TranscriptsOnlyToReader").Condition,
      {
        ArnNotEquals: { "aws:PrincipalArn": role("Forensics") },
      },
    );
  });

  it("carries the partition in each ARN", () => {
    const zone = zoneWith({ organization: { ...zoneWith().organization, partition: "aws-cn" } });
    assert.doesNotMatch(logBucketPolicy(zone, accountWith()), /arn:aws:/);
  });
});
