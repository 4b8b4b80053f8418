import * as assert from "node:assert/strict";
import pc from "picocolors";
import { openByNatureLines, openLines, preflightLines } from "../../cli/openLines";

const colors = pc.createColors(false);
const open = { name: "Sandbox", reason: "no id" };

describe("The lists of what is open", () => {
  it("name each open target with its reason", () => {
    const lines = openLines("Unguarded", [open], { all: false, colors });
    assert.deepEqual(lines, ["Unguarded", "  Sandbox  no id"]);
    assert.deepEqual(openLines("Unguarded", [], { all: false, colors }), []);
  });

  it("name the first 20 open targets and how many more, or each with --all", () => {
    const many = Array<typeof open>(25).fill(open);
    const lines = openLines("Unguarded", many, { all: false, colors });

    assert.equal(lines.length, 22);
    assert.equal(lines.at(-1), "  and 5 more (--all lists each)");
    assert.equal(openLines("Unguarded", many, { all: true, colors }).length, 26);
  });

  it("show what the preflight refuses, and only count its notes without --all", () => {
    const findings = [
      { level: "refused" as const, target: "Workloads", message: "No slot is free." },
      { level: "note" as const, message: "Roles first." },
    ];
    assert.deepEqual(preflightLines(findings, { all: false, colors }), [
      "Before the guardrails are attached",
      "  refused  Workloads  No slot is free.",
      "  1 note on order, slots and what is set up by hand (--all shows them)",
    ]);
    assert.equal(preflightLines(findings, { all: true, colors }).at(-1), "  Roles first.");
    assert.deepEqual(preflightLines([], { all: true, colors }), []);
  });

  it("name what stays open by nature, with --all why and what to do", () => {
    const natural = [{ name: "disk swap", reason: "backups need it", remedy: "encrypt" }];
    assert.deepEqual(openByNatureLines(natural, { all: false, colors }), [
      "Open by nature",
      "  disk swap (--all says why and what to do)",
    ]);
    assert.deepEqual(openByNatureLines(natural, { all: true, colors }), [
      "Open by nature",
      "  disk swap  backups need it. What to do: encrypt.",
    ]);
  });
});
