import { Fault, memberPath, visible } from "./policyJson";

/** A JSON text after reading. */
export interface JsonText {
  /** Undefined where the text is not JSON. Objects have no prototype, so `__proto__` is a key like any other. */
  readonly value: unknown;
  /** What JSON.parse lets pass and no policy may hold: keys given twice, text that cannot be printed. */
  readonly faults: readonly Fault[];
  /** Where in the text the value of a path begins, or its key where it has one; counted from 0. */
  readonly offsets: ReadonlyMap<string, number>;
}

/** A policy nests six deep; the limit keeps the reader's own stack short. */
const deepest = 20;

/** The longest policy of all, that of a KMS key, has 32,768 characters, and a value takes four of them. */
const mostValues = 10_000;

const whiteSpace = new Set([" ", "\t", "\n", "\r"]);
const word = /true|false|null/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Half of a surrogate pair, or a control character that is not white space. */
const unprintable = /\p{Cs}|(?![\t\n\r])\p{Cc}/u;

/** What is wrong with the text, as a predicate. */
class Unreadable extends Error {}

/** Reads a JSON text as JSON.parse does and remembers where everything stands. */
export function readJson(text: string): JsonText {
  const reader = new JsonReader(text);
  try {
    return { value: reader.document(), faults: reader.faults, offsets: reader.offsets };
  } catch (error) {
    if (!(error instanceof Unreadable)) {
      throw error;
    }
    const fault = { path: "", message: error.message };
    return { value: undefined, faults: [fault], offsets: new Map([["", reader.position]]) };
  }
}

class JsonReader {
  readonly faults: Fault[] = [];
  readonly offsets = new Map<string, number>();
  position = 0;
  private values = 0;

  constructor(private readonly text: string) {}

  document(): unknown {
    const value = this.value("", 0);
    if (this.peek() !== undefined) {
      this.fail();
    }
    return value;
  }

  private value(path: string, depth: number): unknown {
    const next = this.peek();
    if (depth > deepest) {
      throw new Unreadable("is nested deeper than any policy");
    }
    if (++this.values > mostValues) {
      throw new Unreadable(`has more than ${mostValues} values, and so is no policy`);
    }
    if (!this.offsets.has(path)) {
      this.offsets.set(path, this.position);
    }
    if (next === "{") {
      return this.object(path, depth);
    }
    if (next === "[") {
      return this.list(path, depth);
    }
    if (next === '"') {
      return this.string(path);
    }
    const literal = this.take(word) ?? this.take(number) ?? this.fail();
    return JSON.parse(literal) as unknown;
  }

  private object(path: string, depth: number): Record<string, unknown> {
    const members = Object.create(null) as Record<string, unknown>;
    this.members("}", () => {
      if (this.peek() !== '"') {
        this.fail();
      }
      const offset = this.position;
      const key = this.string(path);
      const member = memberPath(path, key);
      if (key in members) {
        this.faults.push({ path: member, message: "is given twice" });
      }
      // Of two equal keys the second is the wrong one.
      this.offsets.set(member, offset);
      this.expect(":");
      members[key] = this.value(member, depth + 1);
    });
    return members;
  }

  private list(path: string, depth: number): unknown[] {
    const items: unknown[] = [];
    this.members("]", () => items.push(this.value(`${path}[${items.length}]`, depth + 1)));
    return items;
  }

  /** What stands between the opening bracket and the closing one. */
  private members(close: string, member: () => void): void {
    this.position++;
    if (this.peek() !== close) {
      member();
      while (this.peek() === ",") {
        this.position++;
        member();
      }
    }
    this.expect(close);
  }

  private string(path: string): string {
    const start = this.position++;
    while (this.text[this.position] !== '"') {
      if (this.position >= this.text.length || this.text[this.position]! < " ") {
        this.fail();
      }
      this.position += this.text[this.position] === "\\" ? 2 : 1;
    }
    this.position++;
    let string: string;
    try {
      string = JSON.parse(this.text.slice(start, this.position)) as string;
    } catch {
      this.position = start;
      throw new Unreadable("is not JSON: a text with a wrong escape");
    }
    if (unprintable.test(string)) {
      this.faults.push({ path, message: "must not hold control characters or half characters" });
    }
    return string;
  }

  /** The next character that is not white space. */
  private peek(): string | undefined {
    while (whiteSpace.has(this.text[this.position]!)) {
      this.position++;
    }
    return this.text[this.position];
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const [found] = pattern.exec(this.text) ?? [];
    this.position += found?.length ?? 0;
    return found;
  }

  private expect(character: string): void {
    if (this.peek() !== character) {
      this.fail();
    }
    this.position++;
  }

  private fail(): never {
    const found = this.text[this.position];
    throw new Unreadable(
      found === undefined
        ? "is not JSON: Unexpected end of JSON input"
        : `is not JSON: Unexpected character ${visible(JSON.stringify(found))}`,
    );
  }
}
