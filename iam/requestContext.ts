import type { Caller } from "./caller";
import { smallLetters } from "./remembered";

/** The values of a condition key; undefined where the request has no such key. */
export type Values = readonly string[] | "unknown" | undefined;

/** Condition keys with their values, and those of which the value, or whether there is one, is not known. */
export interface GivenKeys {
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly unknown?: readonly string[];
}

/** The condition context of a request: who asks, and the keys that are given with it. Keys have no letter case. */
export class RequestContext {
  /** Made for the first key that is asked for: many a decision hangs on nothing but the caller. */
  private entries: ReadonlyMap<string, readonly string[] | "unknown"> | undefined;
  /** Names of what is not known, while somebody wants to hear them. */
  private doubts: Set<string> | undefined;
  /** How often a doubt was noted, heard or not. */
  doubtCount = 0;

  /** A resource's own keys go before those of the whole request. */
  constructor(
    readonly caller: Caller,
    private readonly keys: GivenKeys,
    private readonly whole?: RequestContext,
  ) {}

  /** What the request gives for a key in small letters. An empty list is no value. */
  given(key: string): Values {
    const values = (this.entries ??= entriesOf(this.keys)).get(key) ?? this.whole?.given(key);
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

function entriesOf({ context = {}, unknown = [] }: GivenKeys) {
  const entries = new Map<string, readonly string[] | "unknown">();
  for (const key in context) {
    const value = context[key]!;
    entries.set(smallLetters(key), typeof value === "string" ? [value] : value);
  }
  for (const key of unknown) {
    entries.set(smallLetters(key), "unknown");
  }
  return entries;
}
