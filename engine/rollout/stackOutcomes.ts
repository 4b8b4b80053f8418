import { join } from "node:path";
import type { Ended } from "./journal";
import type { PreparedStack } from "./preparedStack";
import { StackOutcome } from "./report";
import { StackResult } from "./stackJob";

/** How a stack that ran stands in the report; `logs` is the folder of the logs. */
export function outcomeOf(
  { program: { name }, wave, decision }: PreparedStack,
  { failure, locked, started, ended, changes, drift, pending }: StackResult,
  logs: string,
): StackOutcome {
  return {
    ...{ stack: name, wave, seconds: (ended - started) / 1000, changes, drift, pending },
    log: join(logs, `${name}.log`),
    ...(failure === undefined
      ? { outcome: "succeeded", why: decision.why }
      : {
          outcome: "failed",
          why: locked === undefined ? failure : `locked by ${locked.holder}`,
          ranBecause: decision.why,
        }),
  };
}

/** What the journal keeps of it; `at` is now, RFC 3339. */
export function endedEntry(
  { program: { name }, fingerprint, listed }: PreparedStack,
  inputs: string,
  { failure, started, ended }: StackResult,
  at: string,
): Ended {
  const before = listed?.lastUpdate;
  return {
    ...{ event: "ended", at, stack: name, fingerprint: fingerprint!, inputs, started, ended },
    ...(before !== undefined && { before }),
    ...(failure !== undefined && { failure }),
  };
}

/** How a stack that did not run here stands in the report. */
export function untouched(
  { program, wave, decision, left }: PreparedStack,
  { mine, done }: { readonly mine: boolean; readonly done: boolean },
): StackOutcome {
  const of = { stack: program.name, wave };
  if (!decision.run) {
    return { ...of, outcome: "unchanged", why: decision.why };
  }
  if (left !== undefined) {
    return { ...of, outcome: "left", why: left.why };
  }
  if (mine) {
    return { ...of, outcome: "not started", why: decision.why };
  }
  return done
    ? { ...of, outcome: "succeeded", why: "on another shard" }
    : { ...of, outcome: "other shard", why: decision.why };
}
