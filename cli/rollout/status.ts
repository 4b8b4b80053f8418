import type { Command } from "commander";
import type { LockedStack, RolloutStatus, RunStatus } from "../../engine/rollout/status";
import { print, terminalOf } from "../terminal";
import { count, firstOf } from "../words";
import { placesOf } from "./options";
import { refusalsStop } from "./refusals";

const examples = `
Examples:
  $ sekisho rollout status
  $ sekisho rollout status --json | jq '.runs[].running'

Exit code: 0 nothing is left to do, 1 a rollout failed, died or is under way, or a lock is held, 2 wrong use.`;

/** `sekisho rollout status`. */
export function addRolloutStatus(rollout: Command, root: string): void {
  rollout
    .command("status")
    .summary("what was done, what runs, what a dead rollout left")
    .description(
      "Says what the latest rollout from this folder did, what was running, what was not begun, and who holds " +
        "which lock. It starts no engine.",
    )
    .option("--json", "print the status for programs")
    .addHelpText("after", examples)
    .action(({ json }: { json?: boolean }) => status(root, json === true));
}

async function status(root: string, json: boolean): Promise<void> {
  const { project, base } = placesOf(root);
  const { rolloutStatus } = await import("../../engine/rollout/status");
  const found = await refusalsStop(() => rolloutStatus(project, base));
  process.exitCode = isDone(found) ? 0 : 1;
  await print(json ? JSON.stringify(found, null, 2) : statusText(found));
}

function isDone({ runs, interrupted, locks, updating }: RolloutStatus): boolean {
  const fine = runs.every(({ state, failed }) => state === "finished" && failed.length === 0);
  return fine && interrupted.length + locks.length + updating.length === 0;
}

function statusText({ runs, interrupted, locks, locksKnown, updating }: RolloutStatus): string {
  const { colors } = terminalOf(process.stdout);
  const lines = runs.flatMap((run) =>
    runLines(run).map((line, at) => (at ? line : colors.bold(line))),
  );
  return [
    ...(runs.length === 0 ? ["No rollout from this folder has left a journal."] : lines),
    ...(interrupted.length === 0
      ? []
      : [`Left in the middle by an earlier rollout: ${firstOf(interrupted, 5)}`]),
    ...locks.map(lockLine),
    ...updating.map((stack) => `${stack} is being updated, says Pulumi Cloud.`),
    ...(locksKnown || updating.length > 0
      ? []
      : ["Locks: this backend does not list them; a stack's next update names who holds it."]),
    ...(runs.some(({ state }) => state === "died") ? ["sekisho rollout resume finishes it."] : []),
  ].join("\n");
}

function runLines({ at, owner, shard, state, ...run }: RunStatus): string[] {
  const share = shard.of === 1 ? "" : `, shard ${shard.index}/${shard.of}`;
  const unknown = state === "died" ? "was running when it died" : "running";
  const part = (title: string, stacks: readonly string[]) =>
    stacks.length === 0
      ? []
      : [`  ${title}: ${count(stacks.length, "stack")}: ${firstOf(stacks, 5)}`];
  return [
    `Rollout of ${at} on ${owner.host}, pid ${owner.pid}${share}: ${state}`,
    ...part("done", run.succeeded),
    ...run.failed.map(({ stack, why }) => `  failed: ${stack}: ${why}`),
    ...part(unknown, run.running),
    ...part("not begun", run.notBegun),
    `  journal: ${run.folder}`,
  ];
}

function lockLine({ stack, username, hostname, pid, timestamp, state }: LockedStack): string {
  const what = {
    alive: "its engine still runs",
    gone: "its process is gone: 'sekisho rollout resume' releases it",
    unknown: `if it does not run any more: sekisho rollout up --release ${stack}`,
  }[state];
  return `Lock on ${stack}: ${username}@${hostname} (pid ${pid}) since ${timestamp}; ${what}`;
}
