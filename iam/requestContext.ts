import type { Caller } from "./caller";

/** The values of a condition key; undefined where the request has no such key. */
export type Values = readonly string[] | "unknown" | undefined;

/** The condition context of a request: who asks, and the keys that are given with it. Keys have no letter case. */
export class RequestContext {
  private readonly entries = new Map<string, readonly string[] | "unknown">();
  /** Names of what is not known, while somebody wants to hear them. */
  private doubts: Set<string> | undefined;
  /** How often a doubt was noted, heard or not. */
  doubtCount = 0;

  /** A resource's own keys go before those of the whole request. */
  constructor(
    readonly caller: Caller,
    private readonly whole?: RequestContext,
  ) {}

  set(key: string, value: string | readonly string[]): void {
    this.entries.set(key.toLowerCase(), typeof value === "string" ? [value] : value);
  }

  setUnknown(key: string): void {
    this.entries.set(key.toLowerCase(), "unknown");
  }

  /** What the request gives for a key in small letters. An empty list is no value. */
  given(key: string): Values {
    const values = this.entries.get(key) ?? this.whole?.given(key);
    return values?.length === 0 ? undefined : values;
  }

  /** Whether somebody wants to hear the doubts, so that each question must be asked anew. */
  get isHeard(): boolean {
    return this.doubts !== undefined;
  }

  /** Notes that an answer hangs on this key, or on what else has that name. */
  doubt(name: string): void {
    this.doubtCount++;
    this.doubts?.add(name);
  }

  /** What the question could not be answered for. */
  doubtsOf(question: () => void): Set<string> {
    const doubts = (this.doubts = new Set<string>());
    question();
    this.doubts = undefined;
    return doubts;
  }
}
