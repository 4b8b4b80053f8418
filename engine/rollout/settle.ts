import * as fs from "node:fs";
import { join } from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { runCommand } from "./command";
import { Place, pendingOperations, repairOf, unseenResource } from "./pendingOperations";
import { PendingOperation, readState } from "./stackState";

/**
 * Brings a stack's state to what AWS really did before it is updated again. A resource whose creation was cut off and whose
 * id follows from its inputs is put into the state; then a refresh reads every resource, and what is not there leaves the
 * state. A creation that AWS would refuse a second time stays pending until the update has shown whether it is there.
 *
 * Killed in between, it is done again: `stack import` drops every pending operation, so what is put into the state is marked
 * there until the refresh has seen it. With them goes a creation that was to stay pending, where there is one of each kind.
 *
 * (`pulumi refresh --import-pending-creates` is meant for this, but 3.259 drops what it is given.)
 */
export async function settle(
  pending: readonly PendingOperation[],
  place: Place,
  stack: Stack,
  onOutput: (text: string) => void,
): Promise<void> {
  const state = await readState(stack);
  const resources = state.deployment.resources ?? [];
  const known = new Set(resources.map(({ urn }) => urn));
  const found = pending.flatMap((operation) => {
    const repair = repairOf(operation, place);
    const isNew = repair?.kind === "import" && !known.has(operation.resource.urn);
    return isNew ? [unseenResource(operation, repair.id)] : [];
  });
  if (found.length > 0) {
    const file = join(stack.workspace.workDir, "settled.json");
    const deployment = { ...state.deployment, resources: [...resources, ...found] };
    fs.writeFileSync(file, JSON.stringify({ ...state, deployment }));
    await command(stack, onOutput, ["stack", "import", "--file", file]);
  }
  const kept = isKept(pending, place) ? "--skip-pending-creates" : "--clear-pending-creates";
  await refresh(stack, onOutput, kept);
}

/** After an update that went well: what it could make was not there before, so nothing is pending any more. */
export async function clearSettled(
  pending: readonly PendingOperation[],
  place: Place,
  stack: Stack,
  onOutput: (text: string) => void,
): Promise<void> {
  if (isKept(pending, place) && pendingOperations(await readState(stack)).length > 0) {
    await refresh(stack, onOutput, "--clear-pending-creates");
  }
}

function isKept(pending: readonly PendingOperation[], place: Place): boolean {
  return pending.some((operation) => repairOf(operation, place)?.kind === "refused-twice");
}

async function refresh(
  stack: Stack,
  onOutput: (text: string) => void,
  ofPending: "--skip-pending-creates" | "--clear-pending-creates",
): Promise<void> {
  await command(stack, onOutput, ["refresh", "--yes", "--skip-preview", ofPending]);
}

async function command(
  stack: Stack,
  onOutput: (text: string) => void,
  args: string[],
): Promise<void> {
  await runCommand(stack.workspace, [...args, "--color", "never", "--stack", stack.name], onOutput);
}
