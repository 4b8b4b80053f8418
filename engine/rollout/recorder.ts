import { hostname } from "node:os";
import { confirmed } from "./confirm";
import { Ended, Journal } from "./journal";
import { locksIn } from "./lockText";
import { ranBefore } from "./owner";
import { Prepared } from "./prepare";
import type { ShardFailure } from "./recordStack";
import type { StackRecords } from "./records";

/** Seconds after which successes are written although their wave goes on: what a crash makes run once more. */
const interval = 60;

/** Brings successes into the backend's records: at the end of each wave, and within a long one now and then. */
export class Recorder {
  private readonly waiting: Ended[] = [];
  private readonly failures: ShardFailure[] = [];
  /** Whether a failure came that is not written. */
  private failed = false;
  private last = Date.now();
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly prepared: Pick<Prepared, "cli" | "recordStack">,
    private readonly journal: Journal,
    private readonly note: (line: string) => void,
  ) {}

  add(ended: Ended): void {
    if (ended.failure === undefined) {
      this.waiting.push(ended);
    } else {
      this.failures.push({ stack: ended.stack, at: new Date(ended.ended).toISOString() });
      this.failed = true;
    }
  }

  /** Writes them if the last time is a while ago. */
  async now(): Promise<void> {
    if (Date.now() - this.last > interval * 1000) {
      await this.all();
    }
  }

  /** Writes what succeeded until now. That it cannot be written is no failure: those stacks run once more next time. */
  all(): Promise<void> {
    this.turn = this.turn.then(() => this.write());
    return this.turn;
  }

  private async write(): Promise<void> {
    this.last = Date.now();
    const some = [...this.waiting];
    if (some.length === 0 && !this.failed) {
      return;
    }
    try {
      const listed = await this.prepared.cli.stacks();
      const records = new Map(
        some.flatMap((ended) => {
          const record = confirmed(ended, listed.get(ended.stack));
          return record === undefined ? [] : [[ended.stack, record] as const];
        }),
      );
      const { recordStack } = this.prepared;
      await recordStack
        .add(records, this.failures)
        .catch((error: Error) => this.again(error, records));
      this.failed = false;
      this.journal.append({ event: "recorded", at: new Date().toISOString() });
      this.waiting.splice(0, some.length);
    } catch (error) {
      const lines = (error as Error).message.split("\n").map((line) => line.trim());
      const reason = lines.find((line) => line.startsWith("error:")) ?? lines[0];
      this.note(
        `the records were not written, so ${some.length} stacks will run once more: ${reason}`,
      );
    }
  }

  /** A rollout that died while it wrote has left its lock: nobody else on this machine writes this stack. */
  private async again(error: Error, records: StackRecords): Promise<void> {
    const locks = locksIn(error.message);
    const gone = locks.every(
      ({ hostname: host, pid, timestamp }) =>
        host === hostname() && !ranBefore(pid, new Date(timestamp)),
    );
    if (locks.length === 0 || !gone) {
      throw error;
    }
    await this.prepared.recordStack.release();
    await this.prepared.recordStack.add(records, this.failures);
  }
}
