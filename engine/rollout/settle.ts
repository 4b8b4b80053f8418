import * as fs from "node:fs";
import { join } from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { runCommand } from "./command";
import { Place, pendingOperations, repairOf } from "./pendingOperations";
import { PendingOperation, StackState, readState } from "./stackState";

/**
 * Brings a stack's state to what AWS really did before it is updated again. A resource whose creation was cut off and whose
 * id follows from its inputs is put into the state; then a refresh reads every resource, and what is not there leaves the
 * state. A creation that AWS would refuse a second time stays pending until the update has shown whether it is there.
 *
 * Until the refresh is done every operation stays pending in the state: who is killed in between does it all again.
 *
 * (`pulumi refresh --import-pending-creates` is meant for this, but 3.259 drops what it is given.)
 */
export async function settle(
  pending: readonly PendingOperation[],
  place: Place,
  stack: Stack,
  onOutput: (text: string) => void,
): Promise<void> {
  const { deployment } = await readState(stack);
  const resources = [...(deployment.resources ?? [])];
  const known = new Set(resources.map(({ urn }) => urn));
  for (const operation of pending) {
    const repair = repairOf(operation, place);
    const { resource } = operation;
    if (repair?.kind === "import" && !known.has(resource.urn)) {
      resources.push({ ...resource, id: repair.id, outputs: resource.inputs ?? {} });
    }
  }
  await replaceState(stack, onOutput, { resources });
  const skip = ["--skip-pending-creates", "--color", "never"];
  await command(stack, onOutput, ["refresh", "--yes", "--skip-preview", ...skip]);
  const kept = pending.filter((operation) => repairOf(operation, place)?.kind === "refused-twice");
  await replaceState(stack, onOutput, { pending_operations: kept });
}

async function replaceState(
  stack: Stack,
  onOutput: (text: string) => void,
  part: Partial<StackState["deployment"]>,
): Promise<void> {
  const state = await readState(stack);
  const file = join(stack.workspace.workDir, "settled.json");
  const deployment = { ...state.deployment, ...part };
  fs.writeFileSync(file, JSON.stringify({ ...state, deployment }));
  await command(stack, onOutput, ["stack", "import", "--file", file]);
}

/** After an update that went well: what it could make was not there before, so nothing is pending any more. */
export async function clearSettled(
  pending: readonly PendingOperation[],
  place: Place,
  stack: Stack,
  onOutput: (text: string) => void,
): Promise<void> {
  const kept = pending.some((operation) => repairOf(operation, place)?.kind === "refused-twice");
  if (kept && pendingOperations(await readState(stack)).length > 0) {
    const clear = ["--clear-pending-creates", "--color", "never"];
    await command(stack, onOutput, ["refresh", "--yes", "--skip-preview", ...clear]);
  }
}

async function command(
  stack: Stack,
  onOutput: (text: string) => void,
  args: string[],
): Promise<void> {
  await runCommand(stack.workspace, [...args, "--stack", stack.name], onOutput);
}
