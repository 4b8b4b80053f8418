import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PastRun, RunOptions } from "./journal";
import { PulumiCli } from "./pulumiCli";
import type { PreparedStack } from "./preparedStack";
import { engineEnded, lockState } from "./releaseLocks";
import { StackJob, StackResult } from "./stackJob";
import { StackProcesses } from "./stackProcesses";
import { isThrottling, retryDelay, throttlingRetries } from "./throttling";

/** What a stack runner tells, and what it asks. */
export interface RunnerOptions {
  /** Seconds before a stack that AWS throttled is tried again for the first time. */
  readonly retryDelay: number;
  note(line: string): void;
  /** Whether no stack is to begin any more. */
  stopped(): boolean;
}

/** Runs single stacks, sees to the locks that a dead rollout left on them, and tries again what AWS throttled. */
export class StackRunner {
  constructor(
    private readonly processes: StackProcesses,
    private readonly cli: PulumiCli,
    private readonly past: readonly PastRun[],
    private readonly options: RunnerOptions,
  ) {}

  async run(job: StackJob): Promise<StackResult> {
    const first = await this.runUnlocked(job);
    let result = first;
    for (let tries = 1; tries <= throttlingRetries && this.passes(result); tries++) {
      const seconds = retryDelay(this.options.retryDelay, tries, Math.random());
      this.options.note(
        `${job.stack}: throttled, again in ${Math.ceil(seconds)} s (${tries} of ${throttlingRetries}): ${result.failure}`,
      );
      await sleep(seconds * 1000);
      const again = await this.runUnlocked({ ...job, exists: true });
      const changes = [...result.changes, ...again.changes];
      result = { ...again, changes, started: first.started };
    }
    return result;
  }

  private passes({ failure }: StackResult): boolean {
    return failure !== undefined && isThrottling(failure) && !this.options.stopped();
  }

  private async runUnlocked(job: StackJob): Promise<StackResult> {
    let result = await this.processes.run(job);
    // Once for the engine to end, once for the lock that it may leave all the same.
    for (let tries = 0; tries < 2 && (await this.freed(result)); tries++) {
      result = await this.processes.run(job);
    }
    return result;
  }

  /** True where a lock was in the way and is not any more. */
  private async freed({ stack, locked }: StackResult): Promise<boolean> {
    const { locks = [], holder = "" } = locked ?? {};
    const states = locks.map((lock) => lockState(stack, lock, this.past));
    if (locks.length === 0 || states.includes("unknown")) {
      return false;
    }
    if (states.includes("alive")) {
      this.options.note(`${stack}: waiting for the engine of the dead rollout to end: ${holder}`);
      return (await Promise.all(locks.map(engineEnded))).every(Boolean);
    }
    this.options.note(`${stack}: released the lock of a process that is gone: ${holder}`);
    await this.cli.cancel(stack);
    return true;
  }
}

/** The job of a stack. Only bootstrap stacks run with the profile that may bootstrap. */
export function jobOf(
  { program: { name, kind }, listed }: PreparedStack,
  operation: StackJob["operation"],
  { refresh, bootstrapProfile }: RunOptions,
  logs: string,
): StackJob {
  return {
    ...{ stack: name, operation, refresh, exists: listed !== undefined },
    log: join(logs, `${name}.log`),
    ...(kind === "bootstrap" &&
      bootstrapProfile !== undefined && { environment: { AWS_PROFILE: bootstrapProfile } }),
  };
}
