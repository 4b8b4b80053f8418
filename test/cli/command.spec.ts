import * as assert from "node:assert/strict";
import { spawn } from "node:child_process";
import type { CheckReport } from "../../engine/report";
import type { StackPlan } from "../../engine/plan";
import type { Summary } from "../../cli/summary";
import { CommandFolder, command, organization } from "./commandFolder";

describe("The sekisho command", () => {
  let folder: CommandFolder;
  const sekisho = (...args: string[]) => folder.run(...args);

  before(() => {
    folder = new CommandFolder();
    folder.write(
      "broken.yaml",
      organization.replace('"111111111111"', '"1111111111111"').replace("users:", "user:"),
    );
    folder.write("grants-broken.yaml", "grants: [{ id: g }]\n");
  });
  after(() => folder.remove());

  const helps = [
    { args: ["--help"], shows: ["$ sekisho check", "Exit code:"] },
    { args: ["check", "--help"], shows: ["$ sekisho check --json |", "--json prints one object:"] },
    {
      args: ["matrix", "--help"],
      shows: ["$ sekisho matrix --user alice", "--json prints a list"],
    },
    {
      args: ["explain", "--help"],
      shows: ["$ sekisho explain anyone web-production", "Exit code:"],
    },
    { args: ["plan", "--help"], shows: ["$ sekisho plan identity --tree", "--json prints one"] },
  ];
  for (const { args, shows } of helps) {
    it(`explains itself with examples: ${args.join(" ")}`, () => {
      const { status, stdout, stderr } = sekisho(...args);

      assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
      for (const part of shows) {
        assert.ok(stdout.includes(part), `${part} is not in:\n${stdout}`);
      }
    });
  }

  const hint = "'sekisho --help' shows what there is.\n";
  const hintOfCheck = hint.replace("sekisho", "sekisho check");
  const wrongUses = [
    {
      args: ["chekc"],
      says: `error: unknown command 'chekc'\n(Did you mean check?)\n${hint}`,
    },
    {
      args: ["check", "--jsn"],
      says: `error: unknown option '--jsn'\n(Did you mean --json?)\n${hintOfCheck}`,
    },
    {
      args: ["check", "--jobs", "0"],
      says:
        "error: option '--jobs <n>' argument '0' is invalid. " +
        `Allowed is a whole number from 1 to 9999.\n${hintOfCheck}`,
    },
    {
      args: ["plan", "acount-identity"],
      says:
        "There is no stack acount-identity; is account-identity meant? " +
        "'sekisho plan' lists all stacks.\n",
    },
    {
      args: ["plan", "everything"],
      says: "There is no stack everything. 'sekisho plan' lists all stacks.\n",
    },
    {
      args: ["check", "none.yaml"],
      says:
        "none.yaml:1:1: found no such file, allowed is a file that exists: correct its name.\n" +
        "1 fault in none.yaml.\n",
    },
  ];
  for (const { args, says } of wrongUses) {
    it(`refuses wrong use with what to do: ${args.join(" ")}`, () => {
      assert.deepEqual(sekisho(...args), { status: 2, stdout: "", stderr: says });
    });
  }

  it("names every fault of both files, a line each, and how many there are", () => {
    const { status, stdout, stderr } = sekisho(
      "check",
      "broken.yaml",
      "--grants",
      "grants-broken.yaml",
      "--json",
    );
    const lines = stderr.trimEnd().split("\n");

    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
    assert.equal(lines.at(-1), `${lines.length - 1} faults in broken.yaml and grants-broken.yaml.`);
    assert.ok(lines.length > 3, stderr);
    for (const line of lines.slice(0, -1)) {
      assert.match(line, /^(broken|grants-broken)\.yaml:\d+:\d+ \S.*: .*[.?]$/);
    }
  });

  it("checks an organization and prints its tree and the summary", () => {
    const { status, stdout, stderr } = sekisho("check");
    const lines = stdout.trimEnd().split("\n");

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.equal(lines[0], "Organization  o-a1b2c3d4e5");
    assert.match(stdout, /^ {3}└─ identity {2}222222222222 {2}guarded by Workloads$/m);
    assert.match(stdout, /^ {2}management {2}\S.*/m);
    assert.match(
      lines.at(-1)!,
      /^2 accounts, 7 stacks, \d+ resources, \d+ policies, 0 violations, \d+ proved, 1 target unguarded; \d+\.\d s$/,
    );
  });

  it("prints the report for programs and nothing else", () => {
    const { status, stdout, stderr } = sekisho("check", "--json");
    const report = JSON.parse(stdout) as CheckReport & { organization: string; summary: Summary };

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.deepEqual(Object.keys(report), [
      "organization",
      "summary",
      "stacks",
      "unguarded",
      "unenforced",
      "proof",
      "preflight",
      "openByNature",
      "grants",
    ]);
    assert.deepEqual([report.summary.refuted, report.summary.undecided], [0, 0]);
    assert.ok(report.summary.proved > 30);
    assert.equal(report.organization, "o-a1b2c3d4e5");
    assert.equal(report.stacks.length, report.summary.stacks);
    assert.deepEqual(
      report.unguarded.map(({ name }) => name),
      ["management"],
    );
  });

  it("prints a stack's plan for programs and nothing else", () => {
    const { status, stdout, stderr } = sekisho("plan", "guardrails-Workloads", "--json");
    const plan = JSON.parse(stdout) as StackPlan;

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.deepEqual(Object.keys(plan), ["stack", "resources", "outputs"]);
    assert.ok(plan.resources.some(({ type }) => type === "aws:organizations/policy:Policy"));
  });

  it("prints a stack's tree, then its policy documents unfolded", () => {
    const { status, stdout } = sekisho("plan", "guardrails-Workloads");

    assert.equal(status, 0);
    assert.match(stdout, /^guardrails-Workloads\n├─ /);
    assert.match(stdout, /^ {2}content:\n {4}Version: 2012-10-17\n {4}Statement:$/m);
  });

  it("lists the stacks", () => {
    const { status, stdout } = sekisho("plan");

    assert.equal(status, 0);
    assert.deepEqual(stdout.trimEnd().split("\n"), [
      "organization",
      "bootstrap-management",
      "bootstrap-identity",
      "identity",
      "account-management",
      "account-identity",
      "guardrails-Workloads",
    ]);
  });

  it("ends quietly when its reader has seen enough", async () => {
    const child = spawn(process.execPath, [command, "plan", "account-identity"], {
      cwd: folder.path,
    });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.on("close", resolve));

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  });

  it("ends quietly on Ctrl-C", async () => {
    const child = spawn(process.execPath, [command, "check"], { cwd: folder.path });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const ended = new Promise((resolve) =>
      child.on("close", (status, signal) => resolve(status ?? signal)),
    );
    // A terminal sends the signal at any moment: before the command listens, the kernel ends it as quietly.
    child.on("spawn", () => child.kill("SIGINT"));

    assert.ok([130, "SIGINT"].includes((await ended) as string | number));
    assert.equal(stderr, "");
  });
});
