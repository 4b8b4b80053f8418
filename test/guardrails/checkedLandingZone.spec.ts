import * as assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLandingZone } from "../../cli/landingZoneFiles";
import { loadCheckedLandingZone } from "../../guardrails/checkedLandingZone";
import { formatFault } from "../../model/fault";
import { organizationText } from "../model/example";

describe("A landing zone with policies of the organization's own", () => {
  const folder = mkdtempSync(join(tmpdir(), "sekisho-own-"));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "organization.yaml");

  /** Writes the two files; `edit` is made in organization.yaml besides. */
  function write(action: string, edit: readonly [from: string, to: string] = ["", ""]): void {
    const policies = "attach: [Workloads, Sandbox], policies: { Workloads: [policies/a.json] }";
    const text = organizationText
      .replace("attach: [Workloads, Sandbox]", policies)
      .replace(...edit);
    writeFileSync(file, text);
    mkdirSync(join(folder, "policies"), { recursive: true });
    const Statement = [{ Effect: "Deny", Action: action, Resource: "*" }];
    const policy = JSON.stringify({ Version: "2012-10-17", Statement }, null, 2);
    writeFileSync(join(folder, "policies/a.json"), policy);
  }

  const linesOf = async () => {
    const loaded = await loadCheckedLandingZone(file);
    return loaded.ok ? [] : loaded.faults.map((fault) => formatFault(fault).split(",")[0]!);
  };
  const misspelt = `${join(folder, "policies/a.json")}:6:7 Statement[0].Action: found "ssm:StartSesion"`;

  it("loads where nothing is wrong with them", async () => {
    write("lightsail:*");
    assert.deepEqual(await linesOf(), []);
  });

  it("is refused for them, by a path that leads to the file from where the command runs", async () => {
    write("ssm:StartSesion");
    assert.deepEqual(await linesOf(), [misspelt]);
  });

  it("is refused for them and for organization.yaml at once", async () => {
    write("ssm:StartSesion", ["maxGrant: 8h", "maxGrant: 8"]);
    assert.deepEqual(await linesOf(), [
      `${file}:8:27 osAccess.maxGrant: found the number 8`.replace(
        " osAccess",
        " organizationalUnits.Workloads/Production.osAccess",
      ),
      misspelt,
    ]);
  });

  it("is refused where one of them locks out the deploy role", async () => {
    write("kms:*");
    const lines = await linesOf();
    assert.ok(lines.length > 0);
    assert.match(lines[0]!, /policies\/a\.json:4:5 Statement\[0\]: found a Deny of kms:CreateKey$/);
  });

  it("ends the command with exit code 2 and every fault", async () => {
    write("ssm:StartSesion");
    await assert.rejects(
      readLandingZone(file),
      ({ message, exitCode }: { message: string; exitCode: number }) =>
        exitCode === 2 &&
        message.startsWith(misspelt) &&
        message.endsWith(`1 fault in ${join(folder, "policies/a.json")}.`),
    );
  });
});
