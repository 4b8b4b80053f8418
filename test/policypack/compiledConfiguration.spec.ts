import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compiledConfiguration } from "../../policypack/compiledConfiguration";
import { copyPolicies, exampleText, zoneOf } from "../example/landingZone";

const root = join(__dirname, "../..");

describe("the configuration of the compiled pack", () => {
  let folder: string;
  const dist = () => join(folder, "policypack/dist");
  const organization = () => join(folder, "organization.yaml");

  before(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/pack.mjs")], {
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-pack-"));
    cpSync(join(root, "policypack/dist"), dist(), { recursive: true });
    writeFileSync(organization(), exampleText("organization.yaml"));
    copyPolicies(folder);
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const edit = (from: string, to: string) => {
    const text = readFileSync(organization(), "utf8");
    assert.ok(text.includes(from), from);
    writeFileSync(organization(), text.replace(from, to));
  };

  it("is the compiled one while the organization is the same", () => {
    cpSync(join(root, "organization.yaml"), organization());
    // Without the loader only the compiled file can answer.
    rmSync(join(dist(), "organization.js"));
    assert.equal(compiledConfiguration(dist()).osAccessRole, zoneOf(root).osAccessRole);
  });

  it("follows a changed organization without another compilation", () => {
    edit("automationRoles: [PatchAutomation]", "automationRoles: [PatchAutomation, Backup]");
    assert.deepEqual(compiledConfiguration(dist()).automationRoles, ["PatchAutomation", "Backup"]);
  });

  it("follows a changed policy of the organization's own", () => {
    cpSync(join(root, "organization.yaml"), organization());
    cpSync(join(root, "policies"), join(folder, "policies"), { recursive: true });
    const deny = { Sid: "Own", Effect: "Deny", Action: "s3:*", Resource: "*" };
    const text = JSON.stringify({ Version: "2012-10-17", Statement: [deny] });
    writeFileSync(join(folder, "policies/region-limit.json"), text);
    const { guardrails = [] } = compiledConfiguration(dist());
    assert.ok(guardrails.some((entry) => entry.serviceControlPolicies.includes(text)));
  });

  it("is refused, with the faults, when the organization does not check", () => {
    edit('id: "222222222222"', 'id: "22222222222"');
    assert.throws(() => compiledConfiguration(dist()), {
      message: /organization\.yaml:\d+:\d+ accounts\.identity\.id: found "22222222222"/,
    });
  });

  it("goes with a pack that is copied away from its organization", () => {
    rmSync(organization());
    rmSync(join(dist(), "organization.js"));
    assert.equal(compiledConfiguration(dist()).osAccessRole, zoneOf(root).osAccessRole);
  });

  it("is none in a pack that was compiled without one: the engine's configuration says all", () => {
    rmSync(organization());
    rmSync(join(dist(), "config.json"));
    assert.deepEqual(compiledConfiguration(dist()), {});
  });

  it("is written as a file for --policy-pack-config, under the policy that takes it", () => {
    const file = JSON.parse(
      readFileSync(join(dist(), "policy-pack-config.json"), "utf8"),
    ) as object;
    cpSync(join(root, "organization.yaml"), organization());
    const { adoptedPreferences, ...settings } = compiledConfiguration(dist());
    assert.ok(adoptedPreferences);
    assert.deepEqual(file, { "pack-configured": settings });
  });
});
