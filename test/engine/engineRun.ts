import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { CommandResult, EngineProject } from "./engineProject";

/** The commands that people type for one stack. */
export function stackCommands(project: EngineProject, stack: string) {
  return {
    init: () => project.pulumi("stack", "init", stack, "--no-select"),
    preview: () => project.pulumi("preview", "--stack", stack, "--policy-pack", "policypack"),
    up: (...options: string[]) =>
      project.pulumi("up", "--yes", "--skip-preview", "--stack", stack, ...options),
    destroy: (...options: string[]) =>
      project.pulumi("destroy", "--yes", "--skip-preview", "--stack", stack, ...options),
  };
}

/** Changes one value of a YAML file of the project, as a person would; undefined removes it. */
export function editYaml(
  project: EngineProject,
  file: string,
  path: readonly (string | number)[],
  value: unknown,
): void {
  const document = parseDocument(project.read(file));
  if (value === undefined) {
    assert.ok(document.deleteIn(path), `${file} has no ${path.join(".")}`);
  } else {
    document.setIn(path, value);
  }
  project.write(file, document.toString());
}

/** Compiles the pack from its sources as they are: what the engine runs is never older than what is tested. */
export function compilePack(): void {
  const script = join(__dirname, "../../scripts/pack.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

/** Runs tasks two at a time, which is what two cores carry, and returns what they return, in their order. */
export async function twoAtATime<Result>(tasks: (() => Promise<Result>)[]): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    while (next < tasks.length) {
      const at = next++;
      results[at] = await tasks[at]!();
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}

/** Fails with everything that the command printed, unless it ended well and no policy said anything. */
export function assertPassed(result: CommandResult | undefined): asserts result is CommandResult {
  assert.ok(result, "the command was not run, because one before it failed");
  assert.equal(result.code, 0, `${result.command}\n${result.output}`);
  assert.deepEqual(result.judgements, [], result.command);
}

/** Fails unless the command ended badly, for the reason given. */
export function assertRefused(result: CommandResult | undefined, reason: RegExp): void {
  assert.ok(result, "the command was not run, because one before it failed");
  assert.notEqual(result.code, 0, `${result.command}\n${result.output}`);
  assert.match(result.output, reason);
}
