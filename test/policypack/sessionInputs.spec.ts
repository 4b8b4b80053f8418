import * as assert from "node:assert/strict";
import { sessionDocumentLogged } from "../../policypack/sessionDocument";
import { document, preferences, session, withInputs } from "./sessionDocumentSubject";
import { Given, providerFor, violations } from "./support";

const key = "1234abcd-12ab-34cd-56ef-1234567890ab";
const parameter = (input: string, found: string) =>
  `${document} ${input} written out, not ${JSON.stringify(found)}: who starts a session chooses its parameters. ` +
  "Write the value.";

describe("session-document-logged: inputs", () => {
  const cases: { title: string; given: Given; expected: string[] }[] = [
    {
      title: "accepts the longest times that AWS takes",
      given: withInputs({ idleSessionTimeout: "60", maxSessionDuration: "1440" }),
      expected: [],
    },
    {
      title: "accepts the bucket of one of the provider's accounts",
      given: {
        ...session(preferences),
        provider: { allowedAccountIds: '["333333333333","444444444444"]' },
      },
      expected: [],
    },
    {
      title: "blocks another account's bucket",
      given: withInputs({ s3BucketName: "sekisho-session-logs-999999999999" }),
      expected: [
        `${document} s3BucketName sekisho-session-logs-333333333333, not "sekisho-session-logs-999999999999". Set it.`,
      ],
    },
    {
      title: "blocks another bucket where the provider names no account",
      given: { ...withInputs({ s3BucketName: "somewhere" }), provider: undefined },
      expected: [
        `${document} s3BucketName sekisho-session-logs-????????????, not "somewhere". Set it.`,
      ],
    },
    {
      title: "knows the bucket by the provider's account",
      given: { ...session(preferences), provider: providerFor("444444444444") },
      expected: [
        `${document} s3BucketName sekisho-session-logs-444444444444, not "sekisho-session-logs-333333333333". Set it.`,
        `${document} kmsKeyId the id, alias or ARN of a key of its account, ` +
          'not "arn:aws:kms:ap-northeast-1:333333333333:alias/sekisho-session". Set it.',
      ],
    },
    {
      title: "blocks a bucket that need not be encrypted",
      given: withInputs({ s3EncryptionEnabled: false }),
      expected: [`${document} s3EncryptionEnabled true, not false. Set it.`],
    },
    {
      title: "blocks a flag that is text",
      given: withInputs({ s3EncryptionEnabled: "true" }),
      expected: [`${document} s3EncryptionEnabled true, not "true". Set it.`],
    },
    ...[
      key,
      "mrk-1234abcd12ab34cd56ef1234567890ab",
      "alias/sekisho-session",
      `arn:aws:kms:ap-northeast-1:333333333333:key/${key}`,
      "arn:aws-us-gov:kms:us-gov-west-1:333333333333:alias/sekisho-session",
    ].map((kmsKeyId) => ({
      title: `accepts the key '${kmsKeyId}'`,
      given: withInputs({ kmsKeyId }),
      expected: [],
    })),
    {
      title: "accepts a key of any account where the provider names none",
      given: {
        ...withInputs({ kmsKeyId: `arn:aws:kms:us-east-1:444444444444:key/${key}` }),
        provider: undefined,
      },
      expected: [],
    },
    ...[
      "",
      "none",
      "alias/",
      `${key}0`,
      ["alias/sekisho-session"],
      `arn:aws:kms:ap-northeast-1:444444444444:key/${key}`,
      "arn:aws:kms:ap-northeast-1:444444444444:alias/sekisho-session",
      "arn:aws:kms:ap-northeast-1:333333333333:key/none",
      `arn:aws:s3:ap-northeast-1:333333333333:key/${key}`,
    ].map((kmsKeyId) => ({
      title: `blocks the key ${JSON.stringify(kmsKeyId)}`,
      given: withInputs({ kmsKeyId }),
      expected: [
        `${document} kmsKeyId the id, alias or ARN of a key of its account, not ${JSON.stringify(kmsKeyId)}. Set it.`,
      ],
    })),
    ...[undefined, "", "other", "sessions-2", "sessions/../other"].map((s3KeyPrefix) => ({
      title: `blocks the key prefix ${s3KeyPrefix}, below which no node may write`,
      given: withInputs({ s3KeyPrefix }),
      expected: [
        `${document} s3KeyPrefix sessions, not ${JSON.stringify(s3KeyPrefix) ?? "absent"}. Set it.`,
      ],
    })),
    ...[
      "s3KeyPrefix",
      "s3EncryptionEnabled",
      "kmsKeyId",
      "cloudWatchLogGroupName",
      "cloudWatchEncryptionEnabled",
      "cloudWatchStreamingEnabled",
      "idleSessionTimeout",
      "maxSessionDuration",
      "runAsEnabled",
      "runAsDefaultUser",
    ].map((input) => ({
      title: `blocks a parameter for ${input}`,
      given: withInputs({ [input]: "{{ chosen }}" }),
      expected: [parameter(input, "{{ chosen }}")],
    })),
    {
      title: "blocks a parameter in the bucket's name, though no account is known to compare with",
      given: {
        ...withInputs({ s3BucketName: "sekisho-session-logs-{{ bucket }}" }),
        provider: undefined,
      },
      expected: [parameter("s3BucketName", "sekisho-session-logs-{{ bucket }}")],
    },
    {
      title: "blocks a bucket without an account's id where the provider names no account",
      given: {
        ...withInputs({ s3BucketName: "sekisho-session-logs-of-a-stranger" }),
        provider: undefined,
      },
      expected: [
        `${document} s3BucketName sekisho-session-logs-????????????, not "sekisho-session-logs-of-a-stranger". Set it.`,
      ],
    },
    {
      title: "blocks twelve letters in place of the account's id",
      given: {
        ...withInputs({ s3BucketName: "sekisho-session-logs-of-strangers" }),
        provider: undefined,
      },
      expected: [
        `${document} s3BucketName sekisho-session-logs-????????????, not "sekisho-session-logs-of-strangers". Set it.`,
      ],
    },
    {
      title: "blocks a log group that need not be encrypted or streamed to",
      given: withInputs({ cloudWatchEncryptionEnabled: false, cloudWatchStreamingEnabled: false }),
      expected: [
        `${document} cloudWatchEncryptionEnabled true with a log group, not false. Set it.`,
        `${document} cloudWatchStreamingEnabled true with a log group, not false. Set it.`,
      ],
    },
    ...["", "0", "61", "15m"].map((idleSessionTimeout) => ({
      title: `blocks an idle timeout of '${idleSessionTimeout}'`,
      given: withInputs({ idleSessionTimeout }),
      expected: [
        `${document} idleSessionTimeout of 1 to 60 minutes, not "${idleSessionTimeout}". Set it.`,
      ],
    })),
    {
      title: "blocks sessions without an end",
      given: withInputs({ maxSessionDuration: undefined }),
      expected: [`${document} maxSessionDuration of 1 to 1440 minutes, not absent. Set it.`],
    },
    ...["root", "0", " root", "root "].map((runAsDefaultUser) => ({
      title: `blocks the OS user '${runAsDefaultUser}'`,
      given: withInputs({ runAsEnabled: true, runAsDefaultUser }),
      expected: [
        `${document} runAsDefaultUser the name of a user other than root, not "${runAsDefaultUser}". Set it.`,
      ],
    })),
    {
      title: "blocks a log group that no guardrail keeps readers from",
      given: withInputs({ cloudWatchLogGroupName: "/public" }),
      expected: [
        `${document} cloudWatchLogGroupName /sekisho/sessions, or nothing, not "/public". Set it.`,
      ],
    },
    {
      title: "blocks a log group and a switch of the wrong type",
      given: withInputs({ cloudWatchLogGroupName: ["/sekisho/sessions"], runAsEnabled: "true" }),
      expected: [
        `${document} cloudWatchLogGroupName /sekisho/sessions, or nothing, not ["/sekisho/sessions"]. Set it.`,
        `${document} runAsEnabled true or false, not "true". Set it.`,
      ],
    },
    {
      title: "accepts another OS user",
      given: withInputs({ runAsEnabled: true, runAsDefaultUser: "ops.shell-1" }),
      expected: [],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(await violations(sessionDocumentLogged, given), expected),
    );
  }
});
