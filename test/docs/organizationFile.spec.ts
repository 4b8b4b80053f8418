import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { parseLandingZone } from "../../model/load";
import { policyFilesBelow } from "../../model/policyFiles";
import { exampleFolder, exampleText } from "../example/landingZone";
import { referencePage, withTables } from "./keyTable";

const page = readFileSync(referencePage, "utf8");

describe("the reference of organization.yaml and grants.yaml", () => {
  it("has a row for every key of the schemas", async () => {
    assert.equal(await withTables(page), page, "run: npm run docs");
  });

  it("states the defaults of osAccess that hold where nothing is said", () => {
    const block = /<!-- defaults of osAccess -->\s+```yaml\n([^]*?)```/.exec(page)![1]!;
    const stated = parse(block) as { logs: object };
    const reader = { reader: "SessionAuditor" };
    assert.deepEqual(
      settings({ ...stated, logs: { ...stated.logs, ...reader } }),
      settings({ logs: reader }),
    );
  });

  it("shows examples that the check accepts", () => {
    const grants = /An example with everything:\s+```yaml\n([^]*?)```/.exec(page)![1]!;
    const loaded = parseLandingZone(
      { file: "organization.yaml", text: exampleText("organization.yaml") },
      { file: "grants.yaml", text: grants },
      policyFilesBelow(exampleFolder),
    );
    assert.deepEqual(loaded.ok ? [] : loaded.faults, []);
  });
});

/** What a small organization makes of these osAccess settings. */
function settings(osAccess: object) {
  const text = stringify({
    organization: { id: "o-a1b2c3d4e5", root: "r-ab12", management: "root1", identity: "people" },
    regions: ["eu-west-1"],
    deploy: { role: "SekishoDeploy", trustedBy: "arn:aws:iam::222222222222:role/ci" },
    accounts: {
      root1: { id: "111111111111", email: "root@example.com" },
      people: { id: "222222222222", email: "people@example.com" },
    },
    guardrails: { attach: [] },
    osAccess,
    roles: { SessionAuditor: {} },
  });
  const loaded = parseLandingZone({ file: "organization.yaml", text });
  assert.ok(loaded.ok, JSON.stringify(loaded));
  return loaded.zone.accounts[1]!.osAccess;
}
