import * as assert from "node:assert/strict";
import { join } from "node:path";
import { planStack } from "../../engine/offline";
import { formatFault } from "../../model/fault";
import { loadLandingZone } from "../../model/load";
import { stackPrograms } from "../../stacks/stackPrograms";
import { CommandResult, EngineProject } from "./engineProject";

/**
 * Fails unless the offline host plans the stack, from the project's files as they are, with exactly the
 * resources that the engine's preview of the new stack has.
 */
export async function assertSamePlan(
  project: EngineProject,
  stack: string,
  preview: CommandResult,
): Promise<void> {
  const loaded = loadLandingZone(join(project.folder, "organization.yaml"));
  assert.ok(loaded.ok, loaded.ok ? "" : loaded.faults.map(formatFault).join("\n"));
  const program = stackPrograms(loaded.zone).find(({ name }) => name === stack);
  assert.ok(program, `there is no stack ${stack}`);
  const plan = await planStack(stack, program.run);
  const named = ({ type, name }: { type: string; name: string }) => `${type} ${name}`;
  const engine = preview.steps.map(named).sort();
  assert.ok(engine.length > 1, "the preview has no resources");
  assert.deepEqual(plan.resources.map(named).sort(), engine);
}
