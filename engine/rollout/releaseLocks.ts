import { setTimeout as sleep } from "node:timers/promises";
import type { PastRun } from "./journal";
import { Lock } from "./lockText";
import { ranBefore, stateOf } from "./owner";

/** What is to be done about the lock of a stack that a rollout left running. */
export type LockState =
  /** The engine that the dead rollout started is still at it, and will release the lock. */
  | "alive"
  /** The lock's owner is gone for certain: it ran on this machine, for a rollout of this folder, and does not run any more. */
  | "gone"
  /** Somebody else's, as far as can be known here. */
  | "unknown";

/** Whose lock that is. Only a lock that a dead rollout of this folder left on this very machine can be told to be gone. */
export function lockState(stack: string, lock: Lock, past: readonly PastRun[]): LockState {
  const run = past.find(({ running }) => running.includes(stack));
  if (run === undefined || stateOf(run.began.owner) !== "gone") {
    return "unknown";
  }
  const { owner, at } = run.began;
  if (lock.hostname !== owner.host || Date.parse(lock.timestamp) < Date.parse(at) - 1000) {
    return "unknown";
  }
  return ranBefore(lock.pid, new Date(lock.timestamp)) ? "alive" : "gone";
}

/** Waits until the engine that holds the lock has ended, ten minutes at most. */
export async function engineEnded({ pid, timestamp }: Lock): Promise<boolean> {
  const end = Date.now() + 10 * 60_000;
  while (ranBefore(pid, new Date(timestamp))) {
    if (Date.now() > end) {
      return false;
    }
    await sleep(500);
  }
  return true;
}
