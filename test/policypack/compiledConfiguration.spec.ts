import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compiledConfiguration } from "../../policypack/compiledConfiguration";
import { exampleText, zoneOf } from "../example/landingZone";

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

  it("is refused, with the faults, when the organization does not check", () => {
    edit('id: "222222222222"', 'id: "22222222222"');
    assert.throws(() => compiledConfiguration(dist()), {
      message: /organization\.yaml:\d+:\d+ accounts\.identity\.id: found "22222222222"/,
    });
  });

  it("is none away from an organization: the engine's configuration says all", () => {
    rmSync(organization());
    assert.deepEqual(compiledConfiguration(dist()), {});
  });
});
