import { setTimeout as sleep } from "node:timers/promises";
import { decide } from "./decision";
import type { Prepared, PreparedStack } from "./prepare";

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

/**
 * Waits until the records in the backend say that the other shards brought their part of a wave to what is declared: the
 * barrier between two waves. It needs nothing but the backend, so shards may start and end in any order.
 *
 * @param minutes how long at most
 * @returns whether all of them did; a stack that fails has no record, so its failure ends the waiting by time
 */
export async function waitForOthers(
  others: readonly PreparedStack[],
  { cli, recordStack }: Pick<Prepared, "cli" | "recordStack">,
  minutes: number,
  tell: { done(stack: string): void; note(line: string): void },
): Promise<boolean> {
  let open = others;
  const end = Date.now() + minutes * 60_000;
  for (let looks = 0; open.length > 0; looks++) {
    const listed = await cli.stacks();
    const records = await recordStack.read(listed);
    open = open.filter(({ program: { name }, fingerprint = "" }) => {
      const knowledge = { fingerprint, listed: listed.get(name), record: records.get(name) };
      const { run } = decide({ ...knowledge, interrupted: false }, {});
      if (!run) {
        tell.done(name);
      }
      return run;
    });
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
