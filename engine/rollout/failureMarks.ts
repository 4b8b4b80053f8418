import { z } from "zod";
import { parseEntries } from "./storedEntries";

/** What a shard leaves about a stack that it could not bring to what is declared, for the shards that wait for it. */
export interface FailureMark {
  readonly why: string;
  /** Of what was declared then: a mark says nothing of another commit. */
  readonly fingerprint: string;
  /** RFC 3339, by the clock of the shard that failed. */
  readonly at: string;
}

const markSchema: z.ZodType<FailureMark> = z.object({
  why: z.string(),
  fingerprint: z.string(),
  at: z.iso.datetime(),
});

/** Reads the marks of one shard. A damaged mark is none: then the others wait until their time is up. */
export function parseMarks(text: unknown): Map<string, FailureMark> {
  return parseEntries(text, markSchema);
}

/** A mark, and whose it is. */
export interface ShardFailure extends FailureMark {
  /** `2/4`. */
  readonly shard: string;
}

/** Milliseconds that a shard has to begin, and so to remove the marks of its last rollout. */
const grace = 5 * 60_000;

/** Tells the failures of this rollout from those that the last one left. */
export class FreshFailures {
  /**
   * @param before the marks when this shard began: of the last rollout, or of a shard that was quicker
   * @param began when that was, in milliseconds since the epoch
   */
  constructor(
    private readonly before: ReadonlyMap<string, FailureMark>,
    private readonly began: number,
  ) {}

  /** Whether the mark is of what is declared now, and not of an earlier rollout. */
  counts(stack: string, mark: FailureMark, fingerprint: string | undefined, now: number): boolean {
    const known = this.before.get(stack)?.at === mark.at;
    return mark.fingerprint === fingerprint && (!known || now - this.began >= grace);
  }
}
