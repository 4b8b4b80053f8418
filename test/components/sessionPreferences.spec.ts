import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SessionPreferences, preferencesContent } from "../../components/sessionPreferences";
import { linuxShellProfile, windowsShellProfile } from "../../components/shellProfile";
import { Account, OsAccess } from "../../model/landingZone";
import { inventory, only, register } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";
import { regions, underProvider, unknownInputs, waitsFor } from "./underProvider";

const type = "aws:ssm/document:Document";
const preferences = (account: Partial<Account>, opts: pulumi.ComponentResourceOptions) =>
  new SessionPreferences(
    "preferences",
    { zone: zoneWith(), account: accountWith(account), region: "us-east-1" },
    opts,
  );
const preferencesOf = (account: Partial<Account> = {}) =>
  underProvider((opts) => preferences(account, opts));

interface Content {
  schemaVersion: string;
  sessionType: string;
  inputs: Record<string, unknown>;
}
const contentOf = (osAccess: Partial<OsAccess> = {}) =>
  JSON.parse(
    preferencesContent(zoneWith(), accountWith({ osAccess: osAccessWith(osAccess) }), "us-east-1"),
  ) as Content;

describe("SessionPreferences", () => {
  it("makes the document and nothing else", async () => {
    assert.deepEqual(inventory(await preferencesOf()), [
      "aws:ssm/document:Document preferences-document",
      "sekisho:components:SessionPreferences preferences",
    ]);
  });

  it("is the document that Session Manager reads, in the region asked for", async () => {
    const made = await preferencesOf();
    const { content, ...inputs } = only(made, type).inputs;
    assert.deepEqual(inputs, {
      region: "us-east-1",
      name: "SSM-SessionManagerRunShell",
      documentType: "Session",
      documentFormat: "JSON",
    });
    assert.equal(content, preferencesContent(zoneWith(), accountWith(), "us-east-1"));
    assert.deepEqual(regions(made), ["us-east-1"]);
  });

  it("is known in a preview", async () => {
    assert.deepEqual(unknownInputs(await preferencesOf()), []);
  });

  it("makes the document after what the component depends on", async () => {
    const made = await register(() => {
      const provider = new aws.Provider("account", { region: "eu-west-1" });
      const key = new aws.kms.Key("key", {}, { provider });
      preferences({}, { providers: { aws: provider }, dependsOn: [key] });
    });
    assert.deepEqual(waitsFor(only(made, type)), ["key"]);
  });

  it("adopts a document that exists, with its region in the id, and leaves it as it is", async () => {
    const document = only(await preferencesOf({ adopt: ["us-east-1"] }), type);
    assert.equal(document.importId, "SSM-SessionManagerRunShell@us-east-1");
    assert.deepEqual([...document.ignoreChanges].sort(), [
      "content",
      "documentFormat",
      "permissions",
      "tags",
      "targetType",
      "versionName",
    ]);
  });

  for (const adopt of [[], ["ap-northeast-1"]]) {
    it(`writes its own content when the account adopts ${JSON.stringify(adopt)}`, async () => {
      const document = only(await preferencesOf({ adopt }), type);
      assert.equal(document.importId, undefined);
      assert.deepEqual(document.ignoreChanges, []);
    });
  }
});

describe("The preferences' content", () => {
  it("logs to both sinks, encrypted, and sets every input of the schema", () => {
    const { schemaVersion, sessionType, inputs } = contentOf();
    assert.equal(schemaVersion, "1.0");
    assert.equal(sessionType, "Standard_Stream");
    assert.deepEqual(inputs, {
      s3BucketName: "sekisho-session-logs-333333333333",
      s3KeyPrefix: "sessions",
      s3EncryptionEnabled: true,
      cloudWatchLogGroupName: "/sekisho/sessions",
      cloudWatchEncryptionEnabled: true,
      cloudWatchStreamingEnabled: true,
      kmsKeyId: "arn:aws:kms:us-east-1:333333333333:alias/sekisho-session",
      runAsEnabled: false,
      runAsDefaultUser: "",
      idleSessionTimeout: "15",
      maxSessionDuration: "60",
      shellProfile: {
        linux: linuxShellProfile("Hostname"),
        windows: windowsShellProfile("Hostname"),
      },
    });
  });

  const { s3, reader } = osAccessWith().logs;
  const departures: { title: string; osAccess: Partial<OsAccess>; changed: object }[] = [
    {
      title: "logs to S3 alone where CloudWatch is off",
      osAccess: { logs: { s3, reader } },
      changed: {
        cloudWatchLogGroupName: "",
        cloudWatchEncryptionEnabled: false,
        cloudWatchStreamingEnabled: false,
      },
    },
    {
      title: "runs sessions as the declared user",
      osAccess: { runAs: "operator" },
      changed: { runAsEnabled: true, runAsDefaultUser: "operator" },
    },
    {
      title: "carries the time limits in minutes, as text",
      osAccess: { idleTimeout: 5, maxSession: 1440 },
      changed: { idleSessionTimeout: "5", maxSessionDuration: "1440" },
    },
    {
      title: "shows the declared tag in the prompt",
      osAccess: { promptTag: "Name" },
      changed: {
        shellProfile: { linux: linuxShellProfile("Name"), windows: windowsShellProfile("Name") },
      },
    },
    {
      title: "is the same in just-in-time mode",
      osAccess: { mode: "just-in-time-node-access" },
      changed: {},
    },
  ];
  for (const { title, osAccess, changed } of departures) {
    it(title, () => {
      assert.deepEqual(contentOf(osAccess).inputs, { ...contentOf().inputs, ...changed });
    });
  }

  it("stays far below the 64 KB that a document may have", () => {
    const promptTag = "n".repeat(128);
    const account = accountWith({ osAccess: osAccessWith({ promptTag }) });
    assert.ok(Buffer.byteLength(preferencesContent(zoneWith(), account, "us-east-1")) < 16 * 1024);
  });
});
