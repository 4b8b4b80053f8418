import * as assert from "node:assert/strict";
import { preferencesContent } from "../../components/sessionPreferences";
import { sessionDocumentLogged } from "../../policypack/sessionDocument";
import { accountWith, osAccessWith, zoneWith } from "../zone";
import { document, preferences, session, withContent } from "./sessionDocumentSubject";
import { configuration, Given, providerFor, violations } from "./support";

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
    ...[undefined, null, "all"].map((inputs) => ({
      title: `blocks a document with the inputs ${inputs}`,
      given: withContent({ inputs }),
      expected: [
        "s3BucketName sekisho-session-logs-333333333333",
        "s3KeyPrefix sessions",
        "s3EncryptionEnabled true",
        "kmsKeyId the id, alias or ARN of a key of its account",
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
        { ...found, project: "shop" },
        { ...found, provider: { allowedAccountIds: '["333333333333","444444444444"]' } },
      ]) {
        assert.notDeepEqual(await judged(other), [], JSON.stringify(other));
      }
    });
  });
});
