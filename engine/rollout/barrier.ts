import { setTimeout as sleep } from "node:timers/promises";
import { decide } from "./decision";
import type { Prepared, PreparedStack } from "./prepare";

/** Milliseconds between two looks at what the other shards have done. */
const interval = 3_000;

interface BarrierListener {
  /** When this rollout began, RFC 3339: earlier failures are none of its own. */
  readonly since: string;
  /** So many stacks may fail on other shards. */
  readonly tolerated: number;
  done(stack: string): void;
  note(line: string): void;
}

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

/**
 * Waits until the records in the backend say that the other shards brought their part of a wave to what is declared: the
 * barrier between two waves. It needs nothing but the backend, so shards may start and end in any order.
 *
 * @param minutes how long at most
 * @returns whether all of them did. A failure that a shard writes down after `since` ends the waiting at once; a shard that
 *   dies writes nothing, and ends it by time
 */
export async function waitForOthers(
  others: readonly PreparedStack[],
  { cli, recordStack }: Pick<Prepared, "cli" | "recordStack">,
  minutes: number,
  tell: BarrierListener,
): Promise<boolean> {
  let open = others;
  const end = Date.now() + minutes * 60_000;
  for (let looks = 0; open.length > 0; looks++) {
    const listed = await cli.stacks();
    const { records, failures } = await recordStack.read(listed);
    open = open.filter(({ program: { name }, fingerprint = "" }) => {
      const knowledge = { fingerprint, listed: listed.get(name), record: records.get(name) };
      const { run } = decide({ ...knowledge, interrupted: false }, {});
      if (!run) {
        tell.done(name);
      }
      return run;
    });
    const failed = new Set(failures.filter(({ at }) => at > tell.since).map(({ stack }) => stack));
    const lost = open.filter(({ program }) => failed.has(program.name));
    if (lost.length > tell.tolerated) {
      const { name } = lost[0]!.program;
      tell.note(`${name} failed on another shard: the next wave does not start`);
      return false;
    }
    open = open.filter((stack) => !lost.includes(stack));
    if (open.length > 0) {
      const waiting = `${open.length} of the other shards' stacks, ${open[0]!.program.name} among them`;
      if (looks === 0) {
        tell.note(`waiting up to ${minutes} minutes for ${waiting}`);
      }
      if (Date.now() >= end) {
        tell.note(
          `after ${minutes} minutes still waiting for ${waiting}: the next wave does not start`,
        );
        return false;
      }
      await sleep(interval);
    }
  }
  return true;
}
