import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyPolicies, exampleText } from "../example/landingZone";
import { read, root } from "./repository";

const withManagement = "accounts: [management, Workloads, Sandbox] }";

/** What `sekisho check` prints for the example, the organization's text changed by `change`. */
function check(change: (organization: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "sekisho-docs-"));
  try {
    writeFileSync(join(folder, "typo.yaml"), change(exampleText("organization.yaml")));
    writeFileSync(join(folder, "grants.yaml"), exampleText("grants.yaml"));
    copyPolicies(folder);
    const command = [join(root, "bin/sekisho.cjs"), "check", "typo.yaml"];
    const { stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The parts of a pasted output between its `...`, the command left out, as `plain` has them. */
function pasted(page: string, command: string, after: string): string[] {
  const from = page.indexOf(`$ ${command}\n`, page.indexOf(after));
  assert.ok(from > 0, `no '$ ${command}' after '${after}'`);
  const block = page.slice(page.indexOf("\n", from), page.indexOf("\n```", from));
  return block
    .split(/\.\.\.$/m)
    .map(plain)
    .filter((part) => part !== "");
}

/** The words alone: lines are wrapped in the pages, and the seconds differ. */
function plain(text: string): string {
  return text
    .replace(/[│├└─✗]/g, " ")
    .replace(/; \d+\.\d s/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

describe("the output that the pages show", () => {
  const cases = [
    {
      title: "of the first run",
      page: "README.md",
      command: "npm start",
      after: "## First run",
      change: (text: string) => text,
    },
    {
      title: "of a violation",
      page: "README.md",
      command: "npx sekisho check",
      after: "## The policies",
      change: (text: string) => text.replace("accounts: [Workloads, Sandbox] }", withManagement),
    },
    {
      title: "of faults in a file",
      page: "docs/organization-file.md",
      command: "npx sekisho check typo.yaml",
      after: "# organization.yaml",
      change: (text: string) =>
        text
          .replace("  channels: [shell] #", "  channel: [shell] #")
          .replace('id: "444444444444"', "id: 444444444444")
          .replace("ou: Workloads/Production", "ou: Workloads/Produktion"),
    },
  ];
  for (const { title, page, command, after, change } of cases) {
    it(`${title} is what the command prints`, () => {
      const printed = plain(check(change));
      const parts = pasted(read(page), command, after);
      assert.ok(parts.length > 0);
      assert.deepEqual(
        parts.filter((part) => !printed.includes(part)),
        [],
      );
    });
  }

  it("of the real engine carries the message that the offline host has", () => {
    const [, message] = /\n +(The attachment [^\n]+)\n```/.exec(read("README.md"))!;
    const text = check((all) => all.replace("accounts: [Workloads, Sandbox] }", withManagement));
    assert.ok(plain(text).includes(plain(message!)), message);
  });
});
