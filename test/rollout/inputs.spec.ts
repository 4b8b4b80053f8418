import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { areKnown, inputsOf } from "../../engine/rollout/inputs";
import { StackRecord } from "../../engine/rollout/records";
import { LandingZone } from "../../model/landingZone";
import { stackPrograms } from "../../stacks/stackPrograms";
import { zoneWith } from "../zone";

const files = {
  "package-lock.json": "{}",
  "stacks/account.ts": "export {};",
  "policypack/dist/index.js": "exports.policies = [];",
  "docs/rollout.md": "# Rollout",
  "test/zone.ts": "export {};",
  "node_modules/yaml/index.js": "exports.parse = 1;",
  "organization.yaml": "version: 1",
  "Pulumi.yaml": "name: sekisho",
  "Pulumi.identity.yaml": "config: { aws:maxRetries: 10 }",
};

/** The inputs of a program of these files, with some changed. */
function inputs(
  changed: Record<string, string | undefined> = {},
  zone: LandingZone = zoneWith(),
): string {
  const root = fs.mkdtempSync(join(tmpdir(), "sekisho-"));
  try {
    for (const [path, text] of Object.entries({ ...files, ...changed })) {
      if (text === undefined) {
        continue;
      }
      fs.mkdirSync(dirname(join(root, path)), { recursive: true });
      fs.writeFileSync(join(root, path), text);
    }
    return inputsOf(zone, root, root);
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

describe("what all plans follow from", () => {
  const same: { title: string; changed: Record<string, string | undefined> }[] = [
    { title: "nothing", changed: {} },
    { title: "a text", changed: { "docs/rollout.md": "# Waves", "README.md": "# Sekisho" } },
    { title: "a test", changed: { "test/zone.ts": "export default 1;" } },
    { title: "the key of a stack's secrets", changed: { "Pulumi.account-x.yaml": "salt: v1" } },
    { title: "how organization.yaml is written", changed: { "organization.yaml": "version:  1" } },
  ];
  for (const { title, changed } of same) {
    it(`stays the same where ${title} changes`, () => assert.equal(inputs(changed), inputs()));
  }

  const different: { title: string; changed: Record<string, string | undefined> }[] = [
    { title: "a program changes", changed: { "stacks/account.ts": "export default 1;" } },
    { title: "a file is added", changed: { "stacks/mine.ts": "" } },
    {
      title: "a file is renamed",
      changed: { "stacks/account.ts": undefined, "stacks/accounts.ts": "export {};" },
    },
    { title: "the pack changes", changed: { "policypack/dist/index.js": "" } },
    { title: "a dependency changes", changed: { "package-lock.json": '{"name":"sekisho"}' } },
    { title: "the project changes", changed: { "Pulumi.yaml": "name: other" } },
    { title: "a stack's configuration changes", changed: { "Pulumi.identity.yaml": "config: {}" } },
  ];
  for (const { title, changed } of different) {
    it(`is different where ${title}`, () => assert.notEqual(inputs(changed), inputs()));
  }

  it("is different where the landing zone is", () => {
    assert.notEqual(inputs({}, zoneWith({ osAccessRole: "Other" })), inputs());
  });
});

describe("the records of a landing zone", () => {
  const zone = zoneWith();
  const record: StackRecord = {
    ...{ fingerprint: "a".repeat(64), lastUpdate: "2026-11-28T14:00:00.123Z", resources: 33 },
    ...{ inputs: "now", at: "2026-11-28T14:00:01.000Z" },
  };
  const all = stackPrograms(zone).map(({ name }): [string, StackRecord] => [name, record]);

  it("are known to hold where every one is of the same inputs", () => {
    assert.equal(areKnown(zone, new Map(all), "now"), true);
  });

  it("are not where one is of others, has none or is missing", () => {
    const [[name], ...rest] = all as [[string, StackRecord], ...typeof all];
    const without = { ...record, inputs: undefined };
    for (const first of [[[name, { ...record, inputs: "before" }]], [[name, without]], []]) {
      const records = new Map([...rest, ...(first as typeof all)]);
      assert.equal(areKnown(zone, records, "now"), false);
    }
  });
});
