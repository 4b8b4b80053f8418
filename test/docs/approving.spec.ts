import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { exampleFolder } from "../example/landingZone";
import { read, root } from "./repository";

interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Record<
    string,
    { readonly steps: { name?: string; uses?: string; run?: string }[] }
  >;
}

const workflow = parse(read("docs/examples/grant-approvals.yml")) as Workflow;
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const newest = "1a2b3c4d".repeat(5);

describe("the workflow that compares approvers with reviews", () => {
  it("only reads, and runs on events that give a pull request no rights", () => {
    assert.deepEqual(workflow.permissions, { contents: "read", "pull-requests": "read" });
    assert.deepEqual(Object.keys(workflow.on), ["pull_request", "pull_request_review"]);
    for (const { uses } of steps) {
      assert.match(uses ?? "@0000000000000000000000000000000000000000", /@[0-9a-f]{40}$/);
    }
  });

  describe("in its last step", function () {
    let folder: string;
    before(function () {
      if (spawnSync("bash", ["--version"]).status !== 0) {
        console.log("workflow tests skipped: there is no bash on PATH.");
        this.skip();
      }
    });
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "sekisho-workflow-"));
      for (const name of ["base", "head"]) {
        cpSync(exampleFolder, join(folder, name), { recursive: true });
      }
      write("base/approvers.yaml", "bob: bob-example\n");
      symlinkSync(join(root, "bin"), join(folder, "base/bin"));
      mkdirSync(join(folder, "head/grants"));
      write(
        "head/grants/new.yaml",
        "grants:\n  - { id: new, user: alice, accounts: [web-staging], from: 2026-12-02T00:00:00Z, until: 2026-12-02T01:00:00Z, reason: x, approver: bob }\n",
      );
    });
    afterEach(() => folder && rmSync(folder, { recursive: true }));

    const write = (name: string, text: string, mode = 0o644) =>
      writeFileSync(join(folder, name), text, { mode });

    /** Runs the script of the step with answers of the forge in place of gh. */
    function run(state: string) {
      const review = { user: { login: "bob-example" }, state, commit_id: newest };
      const answers = {
        reviews: [[review]],
        pull: { user: { login: "alice-example" }, head: { sha: newest } },
      };
      mkdirSync(join(folder, "bin"));
      write(
        "bin/gh",
        `#!/bin/sh\ncase "$*" in\n` +
          `"api repos/example/landing-zone/pulls/17") echo '${JSON.stringify(answers.pull)}';;\n` +
          `"api --paginate --slurp repos/example/landing-zone/pulls/17/reviews") echo '${JSON.stringify(answers.reviews)}';;\n` +
          `*) exit 4;;\nesac\n`,
        0o755,
      );
      const script = steps.at(-1)!.run!;
      // As GitHub runs it: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax, shell
      return spawnSync("bash", ["--noprofile", "--norc", "-e", "-c", script], {
        cwd: join(folder, "head"),
        encoding: "utf8",
        env: {
          PATH: `${join(folder, "bin")}:${process.env.PATH}`,
          GITHUB_REPOSITORY: "example/landing-zone",
          NUMBER: "17",
          COMMIT: newest,
        },
      });
    }

    it("lets an approved grant pass", () => {
      const { status, stdout, stderr } = run("APPROVED");

      assert.equal(status, 0, stderr);
      assert.match(stdout, /^approved {6}new of alice: names bob, who \(bob-example\) approved/);
    });

    it("stops one that its approver only commented on", () => {
      const { status, stdout } = run("COMMENTED");

      assert.equal(status, 1);
      assert.match(stdout, /^not approved {2}new of alice/);
    });
  });
});
