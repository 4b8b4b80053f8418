import * as assert from "node:assert/strict";
import { logBucketPolicy } from "../../components/logBucketPolicy";
import { sessionLogBucketGuarded } from "../../policypack/logBucket";
import { accountWith, zoneWith } from "../zone";
import { Given, configuration, violations } from "./support";

type Statement = Record<string, unknown> & { Sid: string };
const { Statement: statements } = JSON.parse(logBucketPolicy(zoneWith(), accountWith())) as {
  Statement: Statement[];
};

const withStatements = (Statement: unknown): Given => ({
  type: "aws:s3/bucketPolicy:BucketPolicy",
  props: {
    bucket: "sekisho-session-logs-333333333333",
    policy: JSON.stringify({ Version: "2012-10-17", Statement }),
  },
});
/** The component's policy with one statement changed. */
const changed = (Sid: string, changes: object) => {
  assert.ok(statements.some((statement) => statement.Sid === Sid));
  return withStatements(
    statements.map((statement) =>
      statement.Sid === Sid ? { ...statement, ...changes } : statement,
    ),
  );
};
const removed = (...sids: string[]) =>
  withStatements(statements.filter(({ Sid }) => !sids.includes(Sid)));
const must = (open: string) => [
  "The policy 'subject' of the session log bucket 'sekisho-session-logs-333333333333' must deny " +
    `${open}. Add a Deny statement for Principal *.`,
];
const reads = must("reads by anyone but the reader (s3:GetObject, s3:GetObjectVersion)");
const deletes = must("deletes (s3:DeleteObject, s3:DeleteObjectVersion)");
const retention = [
  ...must("an end to the retention (s3:BypassGovernanceRetention, s3:PutObjectRetention)"),
  ...must("another key, which its owner may delete (s3:UpdateObjectEncryption)"),
];
const tls = must("requests without TLS (s3:*)");

describe("session-log-bucket-guarded: the bucket policy", () => {
  const cases: { title: string; given: Given; expected: string[] }[] = [
    {
      title: "accepts the component's policy",
      given: withStatements(statements),
      expected: [],
    },
    {
      title: "leaves other buckets alone",
      given: {
        type: "aws:s3/bucketPolicy:BucketPolicy",
        props: { bucket: "shop-assets", policy: "{}" },
      },
      expected: [],
    },
    { title: "blocks it without the TLS statement", given: removed("TlsOnly"), expected: tls },
    {
      title: "blocks a TLS statement for the objects alone",
      given: changed("TlsOnly", { Resource: "arn:aws:s3:::sekisho-session-logs-333333333333/*" }),
      expected: tls,
    },
    {
      title: "blocks a TLS statement for requests with TLS",
      given: changed("TlsOnly", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      expected: tls,
    },
    {
      title: "blocks a TLS statement for some principal",
      given: changed("TlsOnly", { Principal: { AWS: "arn:aws:iam::333333333333:root" } }),
      expected: tls,
    },
    {
      title: "blocks a condition without values, which nobody knows the meaning of",
      given: changed("TlsOnly", { Condition: { Bool: { "aws:SecureTransport": [] } } }),
      expected: tls,
    },
    {
      title: "blocks it without the delete statement",
      given: removed("NoDelete"),
      expected: [...deletes, ...retention],
    },
    {
      title: "blocks a delete statement that forgets versions",
      given: changed("NoDelete", {
        Action: [
          "s3:DeleteObject",
          "s3:BypassGovernanceRetention",
          "s3:PutObjectRetention",
          "s3:UpdateObjectEncryption",
        ],
      }),
      expected: must("deletes (s3:DeleteObjectVersion)"),
    },
    {
      title: "blocks a delete statement for some objects",
      given: changed("NoDelete", {
        Resource: "arn:aws:s3:::sekisho-session-logs-333333333333/sessions/*",
      }),
      expected: [...deletes, ...retention],
    },
    {
      title: "blocks a delete statement that spares somebody",
      given: changed("NoDelete", {
        Condition: {
          ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::333333333333:role/Cleaner" },
        },
      }),
      expected: [...deletes, ...retention],
    },
    {
      title: "blocks it where the bucket can be deleted",
      given: removed("NoDeleteBucket"),
      expected: must("the end of the bucket (s3:DeleteBucket)"),
    },
    {
      title: "blocks it where anybody may read",
      given: removed("TranscriptsOnlyToReader"),
      expected: reads,
    },
    {
      title: "blocks a second reader",
      given: changed("TranscriptsOnlyToReader", {
        Condition: {
          ArnNotEquals: {
            "aws:PrincipalArn": [
              "arn:aws:iam::333333333333:role/SessionAuditor",
              "arn:aws:iam::333333333333:role/Builder",
            ],
          },
        },
      }),
      expected: reads,
    },
    {
      title: "blocks the reader of another account",
      given: changed("TranscriptsOnlyToReader", {
        Condition: {
          ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::*:role/SessionAuditor" },
        },
      }),
      expected: reads,
    },
    {
      title: "blocks a read statement that forgets versions",
      given: changed("TranscriptsOnlyToReader", { Action: "s3:GetObject" }),
      expected: must("reads by anyone but the reader (s3:GetObjectVersion)"),
    },
    {
      title: "accepts a read statement that spares nobody",
      given: changed("TranscriptsOnlyToReader", { Condition: undefined }),
      expected: [],
    },
    {
      title: "blocks Allow in place of Deny",
      given: changed("NoDeleteBucket", { Effect: "Allow" }),
      expected: must("the end of the bucket (s3:DeleteBucket)"),
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(await violations(sessionLogBucketGuarded, given), expected),
    );
  }

  it("accepts it in another partition", async () => {
    const text = JSON.stringify(statements).replaceAll("arn:aws:", "arn:aws-cn:");
    const compiled = { ...configuration, partition: "aws-cn" };
    const found = await violations(
      sessionLogBucketGuarded,
      withStatements(JSON.parse(text)),
      {},
      compiled,
    );
    assert.deepEqual(found, []);
  });
});
