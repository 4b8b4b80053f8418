import * as assert from "node:assert/strict";
import { preferencesContent } from "../../components/sessionPreferences";
import { sessionDocumentLogged } from "../../policypack/sessionDocument";
import { accountWith, osAccessWith, zoneWith } from "../zone";
import { configuration, Given, providerFor, violations } from "./support";

const preferences = JSON.parse(
  preferencesContent(zoneWith(), accountWith(), "ap-northeast-1"),
) as Record<string, unknown> & { inputs: Record<string, unknown> };

const session = (content: unknown): Given => ({
  type: "aws:ssm/document:Document",
  props: {
    name: "SSM-SessionManagerRunShell",
    documentType: "Session",
    content: typeof content === "string" ? content : JSON.stringify(content),
  },
});
const withContent = (changes: object) => session({ ...preferences, ...changes });
const withInputs = (changes: object) =>
  withContent({ inputs: { ...preferences.inputs, ...changes } });

const document = "The session document 'subject' must have";

describe("session-document-logged", () => {
  const cases: { title: string; given: Given; expected: string[] }[] = [
    { title: "accepts the component's preferences", given: session(preferences), expected: [] },
    {
      title: "accepts S3 alone",
      given: session(
        preferencesContent(
          zoneWith(),
          accountWith({
            osAccess: osAccessWith({
              logs: { s3: { retention: 30, objectLock: "governance" }, reader: "SessionAuditor" },
            }),
          }),
          "ap-northeast-1",
        ),
      ),
      expected: [],
    },
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
      title: "leaves command documents alone",
      given: {
        type: "aws:ssm/document:Document",
        props: { documentType: "Command", content: "schemaVersion: '2.2'" },
      },
      expected: [],
    },
    {
      title: "blocks content that is not JSON",
      given: session("schemaVersion: '1.0'"),
      expected: [
        `${document} JSON content: what cannot be read may leave its sessions unlogged. Write it in JSON.`,
      ],
    },
    {
      title: "blocks content that is no object",
      given: session("null"),
      expected: [
        `${document} JSON content: what cannot be read may leave its sessions unlogged. Write it in JSON.`,
      ],
    },
    {
      title: "blocks another schema version",
      given: withContent({ schemaVersion: "2.2" }),
      expected: [`${document} schemaVersion 1.0, the only one for sessions, not "2.2".`],
    },
    ...["Port", "InteractiveCommands", "NonInteractiveCommands"].map((sessionType) => ({
      title: `blocks sessions of the type ${sessionType}`,
      given: withContent({ sessionType }),
      expected: [
        `${document} the sessionType Standard_Stream, not "${sessionType}": other sessions leave no transcript. ` +
          "Remove the document.",
      ],
    })),
    {
      title: "blocks a document without a session type",
      given: withContent({ sessionType: undefined }),
      expected: [
        `${document} the sessionType Standard_Stream, not absent: other sessions leave no transcript. ` +
          "Remove the document.",
      ],
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
    {
      title: "blocks sessions without a key",
      given: withInputs({ kmsKeyId: "" }),
      expected: [`${document} kmsKeyId set, not "". Set it.`],
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
    {
      title: "blocks root",
      given: withInputs({ runAsEnabled: true, runAsDefaultUser: "root" }),
      expected: [`${document} runAsDefaultUser other than root, not "root". Set it.`],
    },
    ...[undefined, null, "all"].map((inputs) => ({
      title: `blocks a document with the inputs ${inputs}`,
      given: withContent({ inputs }),
      expected: [
        "s3BucketName sekisho-session-logs-333333333333",
        "s3EncryptionEnabled true",
        "kmsKeyId set",
        "idleSessionTimeout of 1 to 60 minutes",
        "maxSessionDuration of 1 to 1440 minutes",
      ].map((must) => `${document} ${must}, not absent. Set it.`),
    })),
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(await violations(sessionDocumentLogged, given), expected),
    );
  }

  describe("while a document is being taken over", () => {
    const found = {
      ...session("{}"),
      props: { ...session("{}").props, region: "us-east-1" },
    };
    const adopting = { ...configuration, adoptedPreferences: ["333333333333/us-east-1"] };
    const judged = (given: Given) => violations(sessionDocumentLogged, given, {}, adopting);

    it("accepts what somebody else wrote, in that account and region", async () => {
      assert.deepEqual(await judged(found), []);
    });

    it("accepts nothing of the kind elsewhere, or in another document", async () => {
      const props = found.props;
      for (const other of [
        { ...found, props: { ...props, region: "eu-west-1" } },
        { ...found, props: { ...props, name: "Another" } },
        { ...found, provider: providerFor("444444444444") },
        { ...found, provider: { allowedAccountIds: '["333333333333","444444444444"]' } },
      ]) {
        assert.notDeepEqual(await judged(other), [], JSON.stringify(other));
      }
    });
  });
});
