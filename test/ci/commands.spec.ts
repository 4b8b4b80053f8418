import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { exampleFile } from "./files";

const root = join(__dirname, "../..");

/** What the shells of the CI services have set when they come to our command. */
const environment = { SHARD: "2", SHARDS: "4", JOB_COMPLETION_INDEX: "1", PATH: process.env.PATH };

/** Each file with the commands of ours that it runs, and what its SHARD is. */
const files: readonly { path: string; commands: number; environment?: { SHARD: string } }[] = [
  { path: "github-actions/rollout.yml", commands: 2 },
  { path: "github-actions/drift.yml", commands: 1 },
  { path: "github-actions/pull-request.yml", commands: 1 },
  { path: "codebuild/buildspec.yml", commands: 1, environment: { SHARD: "2/4" } },
  { path: "kubernetes/job.yaml", commands: 1 },
];

function commandsIn(text: string): string[] {
  const ours = /(?:npx sekisho|node bin\/sekisho\.cjs) (?<args>[^>\n]+)/g;
  return [...text.matchAll(ours)].map(({ groups }) => groups!.args!);
}

/** The arguments as the shell hands them over. */
function expanded(args: string, variables: NodeJS.ProcessEnv): string[] {
  const { stdout } = spawnSync("bash", ["-uc", `printf '%s\\n' ${args}`], {
    env: variables,
    encoding: "utf8",
  });
  return stdout.trimEnd().split("\n");
}

describe("the command lines in the files for CI services", () => {
  for (const { path, commands, environment: own } of files) {
    it(`are understood: ${path}`, () => {
      const found = commandsIn(exampleFile(path));
      assert.equal(found.length, commands);
      for (const command of found) {
        const args = expanded(command, { ...environment, ...own });
        // A file that is not there: the command has understood everything else when it says so, and does nothing.
        const missing = args[0] === "check" ? ["missing.yaml"] : ["--file", "missing.yaml"];
        const { status, stderr } = spawnSync(
          process.execPath,
          [join(root, "bin/sekisho.cjs"), ...args, ...missing],
          { cwd: root, encoding: "utf8" },
        );
        assert.match(
          stderr,
          /^missing\.yaml:1:1: found no such file/,
          `${args.join(" ")}: ${stderr}`,
        );
        assert.equal(status, 2);
      }
    });
  }
});
