import { LandingZone } from "../../model/landingZone";
import { planStacks, reportOf } from "../check";
import { PastRun, RunOptions, dropOldRuns, pastRuns } from "./journal";
import { Prepared, prepare } from "./prepare";
import { Places } from "./places";
import { PreparedStack, isToRun } from "./preparedStack";
import { failedProbes } from "./probes";
import { RolloutReport, StackOutcome } from "./report";
import { MachineOptions, RolloutListener } from "./machineOptions";
import { Rollout } from "./rollout";
import { isRecordStack, recordStackOf } from "./recordStack";
import { RolloutRefused } from "./refused";
import { claimRollout } from "./runLock";
import { Shard, shareOf } from "./shards";
import { undeclaredStacks, withoutStack } from "./undeclared";

/** Told what happens before and while a rollout runs. */
export interface UpListener extends RolloutListener {
  planned(done: number, total: number): void;
  /** What is about to run; nothing has started yet. */
  decided(stacks: readonly PreparedStack[], toRun: number): void;
  /** Hands over the running rollout, so that a signal can stop it. */
  begun(rollout: Rollout): void;
}

/**
 * Brings the organization to what is declared, wave by wave, and runs only what changed.
 *
 * @throws {RolloutRefused} where it does not begin: no CLI, no pack, another rollout from the same folder
 */
export async function rolloutUp(
  zone: LandingZone,
  places: Places,
  options: RunOptions,
  machine: MachineOptions,
  listener: UpListener,
): Promise<RolloutReport> {
  const giveUp = claimRollout(places.base, options.shard);
  try {
    dropOldRuns(places.base);
    const past = pastRuns(places.base);
    tellOfDeadRun(past, listener);
    const prepared = await prepare(zone, places, options, past, (done, total) =>
      listener.planned(done, total),
    );
    await release(machine.release, prepared, options.shard, listener);
    const rollout = new Rollout(zone, places, prepared, options, machine, listener, past);
    listener.decided(prepared.stacks, rollout.toRun().length);
    listener.begun(rollout);
    const refused = await probe(zone, prepared);
    if (refused.length === 0) {
      await rollout.run();
    }
    return reportOn(zone, prepared, rollout.ends(), refused);
  } finally {
    giveUp();
  }
}

/** Each shard releases its own: another one may have begun, and hold the lock itself. */
async function release(
  names: readonly string[],
  { stacks, listed, cli }: Prepared,
  shard: Shard,
  listener: UpListener,
): Promise<void> {
  const unknown = names.filter((name) => !listed.has(name));
  if (unknown.length > 0) {
    throw new RolloutRefused(`--release ${unknown.join(" ")}: the backend has no such stack.`);
  }
  const share = new Set(shareOf(stacks, shard).map(({ program: { name } }) => name));
  const declared = new Set(stacks.map(({ program: { name } }) => name));
  for (const name of names) {
    const rest = isRecordStack(name) ? name === recordStackOf(shard) : shard.index === 1;
    if (shard.of === 1 || (declared.has(name) ? share.has(name) : rest)) {
      await cli.cancel(name);
      listener.note(`${name}: its lock is released, as --release says`);
    } else {
      listener.note(`${name}: another shard's, which releases it`);
    }
  }
}

/** What the proof, the pack and the preflight refuse of what is about to be deployed, here or on another shard. */
export async function probe(zone: LandingZone, { stacks }: Prepared): Promise<string[]> {
  const toRun = stacks.filter(isToRun).map(({ program }) => program.name);
  if (toRun.length === 0) {
    return [];
  }
  // What does not run was judged when it last did, by the same pack and settings: they are in its fingerprint.
  const judged = await planStacks({ zone, judged: true, stacks: toRun });
  const byName = new Map(judged.map((each) => [each.report.stack, each]));
  // Where some stack is to run, every stack has its plan.
  const all = stacks.map(({ program, planned }) => byName.get(program.name) ?? planned!);
  return failedProbes(reportOf(zone, all));
}

/** What the stacks' ends come to. */
export function reportOn(
  zone: LandingZone,
  prepared: Prepared,
  stacks: readonly StackOutcome[],
  refused: readonly string[],
): RolloutReport {
  const incomplete = new Set(
    prepared.stacks.filter(({ left }) => left?.fine === false).map(({ program }) => program.name),
  );
  const bad = stacks.some(
    ({ outcome, stack }) =>
      ["failed", "blocked", "not started"].includes(outcome) ||
      (outcome === "left" && incomplete.has(stack)),
  );
  const declared = new Set(stacks.map(({ stack }) => stack));
  return {
    fine: !bad && refused.length === 0,
    stacks,
    refused,
    undeclared: undeclaredStacks(prepared.listed, declared),
    withoutStack: withoutStack(zone),
  };
}

function tellOfDeadRun(past: readonly PastRun[], listener: UpListener): void {
  const [last] = past;
  if (last !== undefined && !last.finished) {
    const { began, running } = last;
    const middle = running.length > 0 ? `, in the middle of ${running.join(", ")}` : "";
    listener.note(`the rollout of ${began.at} ended before it was done${middle}`);
  }
}
