import { LandingZone } from "../../model/landingZone";
import { PastRun, RunOptions, pastRuns } from "./journal";
import { Places, Prepared, PreparedStack, prepare } from "./prepare";
import { RolloutReport, StackOutcome } from "./report";
import { MachineOptions, Rollout, RolloutListener, isToRun } from "./rollout";
import { claimRollout } from "./runLock";
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
  const release = claimRollout(places.base, options.shard);
  try {
    const past = pastRuns(places.base);
    tellOfDeadRun(past, listener);
    const prepared = await prepare(zone, places, options, past, (done, total) =>
      listener.planned(done, total),
    );
    for (const stack of machine.release) {
      await prepared.cli.cancel(stack);
      listener.note(`${stack}: its lock is released, as --release says`);
    }
    listener.decided(prepared.stacks, prepared.stacks.filter(isToRun).length);
    const rollout = new Rollout(zone, places, prepared, options, machine, listener, past);
    listener.begun(rollout);
    const refused = await rollout.probe();
    const stacks = refused.length > 0 ? rollout.notStarted() : await rollout.run();
    return reportOn(zone, prepared, stacks, refused);
  } finally {
    release();
  }
}

function reportOn(
  zone: LandingZone,
  prepared: Prepared,
  stacks: readonly StackOutcome[],
  refused: readonly string[],
): RolloutReport {
  const bad = stacks.some(
    ({ outcome, stack }) =>
      outcome === "failed" ||
      outcome === "blocked" ||
      outcome === "not started" ||
      (outcome === "left" && !leftFine(prepared, stack)),
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

function leftFine({ stacks }: Prepared, name: string): boolean {
  return stacks.find(({ program }) => program.name === name)?.left?.fine ?? true;
}

function tellOfDeadRun(past: readonly PastRun[], { note }: UpListener): void {
  const [last] = past;
  if (last !== undefined && !last.finished) {
    const { began, running } = last;
    note(
      `the rollout of ${began.at} ended before it was done${running.length > 0 ? `, in the middle of ${running.join(", ")}` : ""}`,
    );
  }
}
