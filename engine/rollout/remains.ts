import { Ended, PastRun } from "./journal";

/** What runs that did not finish leave. */
export interface Remains {
  /** Stacks in an unknown state: an update of theirs was killed, and none has succeeded since. */
  readonly interrupted: ReadonlySet<string>;
  /** Successes that no record in the backend tells of, by the stack's name. */
  readonly unrecorded: ReadonlyMap<string, Ended>;
}

/** @param past the latest first */
export function remains(past: readonly PastRun[]): Remains {
  const interrupted = new Set<string>();
  const unrecorded = new Map<string, Ended>();
  for (const { running, ended, unrecorded: some } of [...past].reverse()) {
    for (const [stack, { failure }] of ended) {
      if (failure === undefined) {
        interrupted.delete(stack);
      }
    }
    running.forEach((stack) => interrupted.add(stack));
    some.forEach((each) => unrecorded.set(each.stack, each));
  }
  return { interrupted, unrecorded };
}
