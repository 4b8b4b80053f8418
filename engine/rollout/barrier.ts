import { setTimeout as sleep } from "node:timers/promises";
import { decide } from "./decision";
import { FreshFailures, ShardFailure } from "./failureMarks";
import type { Prepared } from "./prepare";
import type { PreparedStack } from "./preparedStack";

/** Milliseconds between two looks at what the other shards have done. */
const interval = 3_000;

/** Stacks of a wave that other shards still have to bring to what is declared. */
export function othersOf(
  wave: readonly PreparedStack[],
  mine: ReadonlySet<PreparedStack>,
  mayStart: (stack: PreparedStack) => boolean,
): PreparedStack[] {
  return wave.filter(
    (stack) =>
      !mine.has(stack) && stack.decision.run && stack.left === undefined && mayStart(stack),
  );
}

/** What a shard that waits is told, and what ends its waiting. */
export interface Waiting {
  /** Minutes at most. */
  readonly minutes: number;
  /** How many of the others' stacks may fail. */
  readonly tolerated: number;
  readonly fresh: FreshFailures;
  /** Whether this rollout was told to stop. */
  stopped(): boolean;
  /** Writes down what this shard did, where that could not be written yet: the others wait for it. */
  record(): Promise<void>;
  done(stack: string): void;
  failed(stack: string, failure: ShardFailure): void;
  late(stack: string): void;
  note(line: string): void;
}

/** Time, for those who test this. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

/**
 * Waits until the records in the backend say that the other shards brought their part of a wave to what is declared: the
 * barrier between two waves. It needs nothing but the backend, so shards may start and end in any order.
 *
 * @returns whether the next wave may begin. It may not where more of them failed than are tolerated, or time was up
 */
export async function waitForOthers(
  others: readonly PreparedStack[],
  { cli, recordStack }: Pick<Prepared, "cli" | "recordStack">,
  waiting: Waiting,
  clock: Clock = { now: Date.now, sleep },
): Promise<boolean> {
  const end = clock.now() + waiting.minutes * 60_000;
  let open = [...others];
  let failures = 0;
  let complaint = "";
  const complain = (error: Error) => {
    const line = `the backend did not answer, asking again: ${error.message.trim().split("\n").at(-1)}`;
    if (line !== complaint) {
      waiting.note((complaint = line));
    }
  };
  const look = async () => {
    await waiting.record();
    const listed = await cli.stacks();
    const records = await recordStack.read(listed);
    const marks = recordStack.failuresElsewhere();
    open = open.filter(({ program: { name }, fingerprint }) => {
      const known = { listed: listed.get(name), record: records.get(name), interrupted: false };
      if (!decide({ fingerprint: fingerprint ?? "", ...known }, {}).run) {
        waiting.done(name);
        return false;
      }
      const failure = marks.get(name);
      if (failure === undefined) {
        return true;
      }
      const counts = waiting.fresh.counts(name, failure, fingerprint, clock.now());
      if (counts) {
        failures++;
        waiting.failed(name, failure);
      }
      return !counts;
    });
  };
  for (let looks = 0; open.length > 0; looks++) {
    await look().catch(complain);
    if (failures > waiting.tolerated || waiting.stopped()) {
      return false;
    }
    if (open.length > 0) {
      if (clock.now() >= end) {
        const names = open.map(({ program: { name } }) => name);
        names.forEach((name) => waiting.late(name));
        waiting.note(
          `after ${waiting.minutes} minutes still waiting for ${whom(open)}: the next wave does not start`,
        );
        return false;
      }
      if (looks === 0) {
        waiting.note(`waiting up to ${waiting.minutes} minutes for ${whom(open)}`);
      }
      await clock.sleep(interval);
    }
  }
  return true;
}

function whom(open: readonly PreparedStack[]): string {
  return `${open.length} of the other shards' stacks, ${open[0]!.program.name} among them`;
}
