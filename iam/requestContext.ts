/** The values of a key; undefined where the request has no such key. */
export type Values = readonly string[] | "unknown" | undefined;

/** The condition context of a request, as AWS and the caller fill it. Keys have no letter case. */
export class RequestContext {
  private readonly entries = new Map<string, readonly string[] | "unknown">();
  /** Names of what is not known, while somebody wants to hear them. */
  private doubts: Set<string> | undefined;

  /** A resource's own context; it goes before that of the whole request. */
  constructor(private readonly whole?: RequestContext) {}

  set(key: string, value: string | readonly string[]): void {
    this.entries.set(key.toLowerCase(), typeof value === "string" ? [value] : value);
  }

  setUnknown(key: string): void {
    this.entries.set(key.toLowerCase(), "unknown");
  }

  /** The key is absent, whatever was said of it before. */
  delete(key: string): void {
    this.entries.delete(key.toLowerCase());
  }

  /** The key in small letters. An empty list is no value. */
  values(key: string): Values {
    const values = this.entries.get(key) ?? this.whole?.values(key);
    if (values === "unknown") {
      this.doubt(key);
      return values;
    }
    return values?.length === 0 ? undefined : values;
  }

  /** Notes that an answer hangs on this key, or on what else has that name. */
  doubt(name: string): void {
    this.doubts?.add(name);
  }

  /** What the question could not be answered for. */
  doubtsOf(question: () => unknown): Set<string> {
    const doubts = (this.doubts = new Set<string>());
    question();
    this.doubts = undefined;
    return doubts;
  }
}
