import { Ended, PastRun, pastRuns } from "./journal";
import { Owner, stateOf } from "./owner";
import { PulumiCli } from "./pulumiCli";
import { remains } from "./remains";
import { LockState, lockState } from "./releaseLocks";
import { Lock } from "./lockText";
import { Shard, overlap } from "./shards";
import { backendFolder } from "./stateFiles";
import { stateLocks } from "./stateLocks";

/** A rollout from this folder, as its journal tells it. */
export interface RunStatus {
  /** When it began, RFC 3339. */
  readonly at: string;
  readonly owner: Owner;
  readonly shard: Shard;
  /** `under way`: its process is alive. `died`: it is gone and did not finish. `elsewhere`: not to be known on this machine. */
  readonly state: "under way" | "finished" | "died" | "elsewhere";
  readonly succeeded: readonly string[];
  readonly failed: readonly { readonly stack: string; readonly why: string }[];
  /** Began and did not end: running now, or in an unknown state if the rollout died. */
  readonly running: readonly string[];
  readonly notBegun: readonly string[];
  /** Folder of its journal. */
  readonly folder: string;
}

/** A stack that somebody holds. */
export interface LockedStack extends Lock {
  readonly stack: string;
  /** Whether its owner still runs; `unknown` where only a person can tell. */
  readonly state: LockState;
}

export interface RolloutStatus {
  /** The latest run of each shard; an older run that a later one replaced is left out. */
  readonly runs: readonly RunStatus[];
  /** Stacks that an older run left in the middle, and that none of `runs` has come to yet. */
  readonly interrupted: readonly string[];
  readonly locks: readonly LockedStack[];
  /** False where the backend is no folder: then a lock shows only when somebody wants it. */
  readonly locksKnown: boolean;
  /** Stacks that Pulumi Cloud says are being updated. */
  readonly updating: readonly string[];
}

/** What rollouts from this folder did, what is running, and who holds what; starts no engine. */
export async function rolloutStatus(project: string, base: string): Promise<RolloutStatus> {
  const all = pastRuns(base);
  const past = latestRuns(all);
  const running = new Set(past.flatMap((run) => run.running));
  const cli = await PulumiCli.find(project);
  const [url, listed] = await Promise.all([cli.backendUrl(), cli.stacks()]);
  const folder = backendFolder(url, project);
  const locks = folder === undefined ? [] : [...stateLocks(folder)];
  return {
    runs: past.map(runStatus),
    interrupted: [...remains(all).interrupted].filter((stack) => !running.has(stack)),
    locks: locks.flatMap(([stack, some]) =>
      some.map((lock) => ({ stack, ...lock, state: lockState(stack, lock, all) })),
    ),
    locksKnown: folder !== undefined,
    updating: [...listed.values()]
      .filter(({ updateInProgress }) => updateInProgress)
      .map(({ name }) => name),
  };
}

/** The latest run of each part of the organization. */
export function latestRuns(past: readonly PastRun[]): PastRun[] {
  const latest: PastRun[] = [];
  for (const run of past) {
    const { shard } = run.began.options;
    if (!latest.some(({ began }) => overlap(began.options.shard, shard))) {
      latest.push(run);
    }
  }
  return latest;
}

function runStatus({ began, running, ended, finished, folder }: PastRun): RunStatus {
  const { at, owner, options, stacks } = began;
  const ends = [...ended.values()];
  const process = stateOf(owner);
  const begun = new Set([...running, ...ended.keys()]);
  return {
    ...{ at, owner, shard: options.shard, running, folder },
    state: finished
      ? "finished"
      : process === "alive"
        ? "under way"
        : process === "gone"
          ? "died"
          : "elsewhere",
    succeeded: ends.filter(succeeded).map(({ stack }) => stack),
    failed: ends.flatMap(({ stack, failure }) =>
      failure === undefined ? [] : [{ stack, why: failure }],
    ),
    notBegun: stacks.filter((stack) => !begun.has(stack)),
  };
}

function succeeded({ failure }: Ended): boolean {
  return failure === undefined;
}
