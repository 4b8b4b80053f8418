import * as assert from "node:assert/strict";
import { join } from "node:path";
import { planStack } from "../../engine/offline";
import { formatFault } from "../../model/fault";
import { loadLandingZone } from "../../model/load";
import { stackPrograms } from "../../stacks/stackPrograms";
import { CommandResult } from "./engineProject";

const organization = join(__dirname, "../../organization.yaml");

/**
 * Fails unless the offline host plans the stack of the committed organization with exactly the resources
 * that the engine's first preview of it has.
 */
export async function assertSamePlan(stack: string, preview: CommandResult): Promise<void> {
  const loaded = loadLandingZone(organization);
  assert.ok(loaded.ok, loaded.ok ? "" : loaded.faults.map(formatFault).join("\n"));
  const program = stackPrograms(loaded.zone).find(({ name }) => name === stack);
  assert.ok(program, `there is no stack ${stack}`);
  const plan = await planStack(stack, program.run);
  const named = ({ type, name }: { type: string; name: string }) => `${type} ${name}`;
  const engine = preview.steps.map(named).sort();
  assert.ok(engine.length > 1, "the preview has no resources");
  assert.deepEqual(plan.resources.map(named).sort(), engine);
}
