import { hostname } from "node:os";
import { confirmed } from "./confirm";
import { Ended, Journal } from "./journal";
import { locksIn } from "./lockText";
import { ranBefore } from "./owner";
import { Prepared } from "./prepare";

/** Seconds after which successes are written although their wave goes on: what a crash makes run once more. */
const interval = 60;

/** Brings successes into the backend's records: at the end of each wave, and within a long one now and then. */
export class Recorder {
  private readonly waiting: Ended[] = [];
  private last = Date.now();
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly prepared: Pick<Prepared, "cli" | "recordStack">,
    private readonly journal: Journal,
    private readonly note: (line: string) => void,
  ) {}

  /** A success, or a failure that other shards are to hear of. */
  add(ended: Ended): void {
    this.waiting.push(ended);
  }

  /** Takes back what the last rollout left for the other shards to hear. */
  async clearFailures(): Promise<void> {
    if (this.prepared.recordStack.hasFailures()) {
      await this.prepared.recordStack.clearFailures().catch((error: Error) => {
        this.note(`the failures of the last rollout stay in the backend: ${reasonOf(error)}`);
      });
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
    if (some.length === 0) {
      return;
    }
    const done = some.filter(({ failure }) => failure === undefined);
    try {
      const listed = await this.prepared.cli.someStacks(done.map(({ stack }) => stack));
      const records = new Map(
        done.flatMap((ended) => {
          const record = confirmed(ended, listed.get(ended.stack));
          return record === undefined ? [] : [[ended.stack, record] as const];
        }),
      );
      const failures = new Map(
        some.flatMap(({ stack, fingerprint, failure: why, at }) =>
          why === undefined ? [] : [[stack, { why, fingerprint, at }] as const],
        ),
      );
      await this.prepared.recordStack
        .add(records, failures)
        .catch((error: Error) => this.again(error, records, failures));
      this.journal.append({ event: "recorded", at: new Date().toISOString() });
      this.waiting.splice(0, some.length);
    } catch (error) {
      this.note(
        `the records were not written, so ${done.length} stacks will run once more: ${reasonOf(error as Error)}`,
      );
    }
  }

  /** A rollout that died while it wrote has left its lock: nobody else on this machine writes this stack. */
  private async again(
    error: Error,
    ...held: Parameters<Prepared["recordStack"]["add"]>
  ): Promise<void> {
    const locks = locksIn(error.message);
    const gone = locks.every(
      ({ hostname: host, pid, timestamp }) =>
        host === hostname() && !ranBefore(pid, new Date(timestamp)),
    );
    if (locks.length === 0 || !gone) {
      throw error;
    }
    await this.prepared.recordStack.release();
    await this.prepared.recordStack.add(...held);
  }
}

function reasonOf({ message }: Error): string | undefined {
  const lines = message.split("\n").map((line) => line.trim());
  return lines.find((line) => line.startsWith("error:")) ?? lines[0];
}
