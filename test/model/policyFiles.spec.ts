import * as assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { controlPolicyType } from "../../model/controlPolicyType";
import { formatFault } from "../../model/fault";
import { loadLandingZone } from "../../model/load";
import { Edit, FaultRow, itReports, loadEdited, organizationText } from "./example";

const naming = (policies: string): Edit => [
  "attach: [Workloads, Sandbox]",
  `attach: [Workloads, Sandbox], policies: ${policies}`,
];

const scp = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny" }] }';
const rcp = scp.replace('"Effect"', '"Principal": "*", "Effect"');

describe("The organization's own policies", () => {
  it("are at their targets with text and type, frozen, and may go to another thread", () => {
    const loaded = loadEdited({
      organization: [naming("{ Sandbox: [a.json, policies/b.json], Workloads: [a.json] }")],
      policies: { "a.json": scp, "policies/b.json": rcp },
    });
    assert.ok(loaded.ok);
    const a = { file: "a.json", type: "SERVICE_CONTROL_POLICY", text: scp };
    const b = { file: "policies/b.json", type: "RESOURCE_CONTROL_POLICY", text: rcp };
    assert.deepEqual(
      loaded.zone.guardrails.map(({ policies }) => policies),
      [[a], [a, b]],
    );
    assert.ok(Object.isFrozen(loaded.zone.guardrails[1]!.policies![1]));
    assert.deepEqual(structuredClone(loaded.zone), loaded.zone);
  });

  it("are told apart by a Principal in any statement, however broken the text is", () => {
    const notPrincipal = scp.replace('"Effect"', '"NotPrincipal": "*", "Effect"');
    const single = '{"Statement": {"Principal": "*"}}';
    const rows: [string, string][] = [
      [scp, "SERVICE"],
      [rcp, "RESOURCE"],
      [notPrincipal, "RESOURCE"],
      [single, "RESOURCE"],
      [rcp.slice(0, -1), "SERVICE"],
      ["", "SERVICE"],
      ["null", "SERVICE"],
      ['{"Statement": [null, "Principal", 3]}', "SERVICE"],
    ];
    for (const [text, type] of rows) {
      assert.equal(controlPolicyType(text), `${type}_CONTROL_POLICY`, text);
    }
  });

  it("that could be read are known although organization.yaml has faults", () => {
    const loaded = loadEdited({
      organization: [naming("{ Sandbox: [a.json] }"), ["maxGrant: 8h", "maxGrant: 8"]],
      policies: { "a.json": scp },
    });
    assert.ok(!loaded.ok);
    assert.equal(loaded.faults.length, 1);
    assert.deepEqual(
      loaded.policies.map(({ file }) => file),
      ["a.json"],
    );
  });
});

const long = `${"a".repeat(110)}.json`;
const rows: FaultRow[] = [
  {
    title: "each place that names a policy file which is not there",
    organization: [naming("{ Workloads: [a.json, b.json], Sandbox: [b.json] }")],
    policies: { "a.json": scp },
    expected: [77, 96].map(
      (column) =>
        `organization.yaml:22:${column} guardrails.policies.${column === 77 ? "Workloads[1]" : "Sandbox[0]"}: found "b.json", which does not exist, allowed is a file of UTF-8 text below this file's folder: correct its name or write the file.`,
    ),
  },
  {
    title: "two files of one target whose policies would have one name",
    organization: [naming("{ Sandbox: [a/b.json, a.b.json] }")],
    policies: { "a/b.json": scp, "a.b.json": scp },
    expected: [
      'organization.yaml:22:77 guardrails.policies.Sandbox[1]: found "a.b.json", whose policy would have the name of that of "a/b.json", allowed is one of them: rename the other.',
    ],
  },
  {
    title: "a file whose policy would have too long a name",
    organization: [naming(`{ Sandbox: [${long}] }`)],
    policies: { [long]: scp },
    expected: [
      `organization.yaml:22:67 guardrails.policies.Sandbox[0]: found "${long.slice(0, 80)}…", 2 characters too long with its target's name, allowed are 128 for the name of a policy: shorten the file's path.`,
    ],
  },
];

describe("Policy files that are not taken", () => {
  rows.forEach(itReports);
});

describe("Policy files of a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "sekisho-"));
  after(() => rmSync(folder, { recursive: true }));
  const inside = join(folder, "inside");
  const write = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const loadWith = (name: string) => {
    const [from, to] = naming(`{ Sandbox: [${name}] }`);
    return loadLandingZone(write("inside/organization.yaml", organizationText.replace(from, to)));
  };

  it("are read beneath organization.yaml, without a byte order mark and through links within", () => {
    write("inside/policies/a.json", `\ufeff${scp}`);
    symlinkSync(join(inside, "policies/a.json"), join(inside, "link.json"));
    for (const name of ["policies/a.json", "link.json"]) {
      const loaded = loadWith(name);
      assert.ok(loaded.ok);
      assert.equal(loaded.zone.guardrails[1]!.policies![0]!.text, scp);
    }
  });

  it("are one fault each where they cannot be taken", () => {
    write("outside.json", scp);
    symlinkSync(join(folder, "outside.json"), join(inside, "out.json"));
    symlinkSync(join(inside, "loop.json"), join(inside, "loop.json"));
    mkdirSync(join(inside, "folder.json"));
    write("inside/latin1.json", Buffer.from([0x22, 0xe9, 0x22]));
    write("inside/large.json", " ".repeat(128 * 1024 + 1));
    const cases: [name: string, found: string, advice: string][] = [
      ["none.json", "which does not exist", "correct its name or write the file"],
      ["large.json/a.json", "which does not exist", "correct its name or write the file"],
      ["out.json", "a link that leads out of the folder", "put the file itself there"],
      ["loop.json", "which cannot be read (ELOOP)", "check its rights"],
      ["folder.json", "which is no regular file", "name a file"],
      ["latin1.json", "which is not UTF-8", "save the file as UTF-8"],
      ["large.json", "which has 131073 bytes, more than any policy (131072)", "name a policy"],
    ];
    for (const [name, found, advice] of cases) {
      const loaded = loadWith(name);
      assert.ok(!loaded.ok, name);
      assert.deepEqual(loaded.faults.map(formatFault), [
        `${join(inside, "organization.yaml")}:22:67 guardrails.policies.Sandbox[0]: found "${name}", ${found}, allowed is a file of UTF-8 text below this file's folder: ${advice}.`,
      ]);
    }
  });
});
