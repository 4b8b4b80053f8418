/*
 * Patterns as IAM has them, compiled once: `*` is any text, also none; `?` is any one character. The text between two
 * stars is looked for from left to right and never again, so that no pattern takes exponential time.
 */

/** `*` in a pattern. */
export const anyText = Symbol("*");
/** `?` in a pattern. */
export const anyCharacter = Symbol("?");

/** A piece of a pattern; text stands for itself. */
export type Token = string | typeof anyText | typeof anyCharacter;

export type Matcher = (text: string) => boolean;

export function tokensOf(pattern: string): Token[] {
  return pattern
    .split(/([*?])/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece === "*" ? anyText : piece === "?" ? anyCharacter : piece));
}

export function matcherOf(tokens: readonly Token[]): Matcher {
  const [first = new Stretch([]), ...rest] = stretchesOf(tokens);
  const last = rest.pop();
  if (last === undefined) {
    const { literal } = first;
    return literal !== undefined
      ? (text) => text === literal
      : (text) => text.length === first.length && first.standsAt(text, 0);
  }
  const middle = rest.filter(({ length }) => length > 0);
  if (first.length + last.length === 0 && middle.length === 0) {
    return () => true;
  }
  const shortest = first.length + last.length;
  const [head, tail] = [first.literal, last.literal];
  if (middle.length === 0 && head !== undefined && tail !== undefined) {
    return tail === ""
      ? (text) => text.startsWith(head)
      : (text) => text.length >= shortest && text.startsWith(head) && text.endsWith(tail);
  }
  return (text) => {
    const end = text.length - last.length;
    if (text.length < shortest || !first.standsAt(text, 0) || !last.standsAt(text, end)) {
      return false;
    }
    let position = first.length;
    for (const stretch of middle) {
      const found = stretch.find(text, position);
      if (found < 0) {
        return false;
      }
      position = found + stretch.length;
    }
    return position <= end;
  };
}

/** What stands between two stars. */
class Stretch {
  readonly length: number;
  /** The text, where there is no `?` in it. */
  readonly literal: string | undefined;
  private readonly tokens: readonly Exclude<Token, typeof anyText>[];

  constructor(tokens: readonly Exclude<Token, typeof anyText>[]) {
    this.tokens = tokens;
    this.length = tokens.reduce((sum, token) => sum + lengthOf(token), 0);
    this.literal = tokens.includes(anyCharacter) ? undefined : tokens.join("");
  }

  standsAt(text: string, position: number): boolean {
    if (this.literal !== undefined) {
      return text.startsWith(this.literal, position);
    }
    let at = position;
    for (const token of this.tokens) {
      if (typeof token === "string" && !text.startsWith(token, at)) {
        return false;
      }
      at += lengthOf(token);
    }
    return at <= text.length;
  }

  find(text: string, from: number): number {
    if (this.literal !== undefined) {
      return text.indexOf(this.literal, from);
    }
    for (let position = from; position + this.length <= text.length; position++) {
      if (this.standsAt(text, position)) {
        return position;
      }
    }
    return -1;
  }
}

function lengthOf(token: Exclude<Token, typeof anyText>): number {
  return typeof token === "string" ? token.length : 1;
}

function stretchesOf(tokens: readonly Token[]): Stretch[] {
  const stretches: Exclude<Token, typeof anyText>[][] = [[]];
  for (const token of tokens) {
    if (token === anyText) {
      stretches.push([]);
    } else {
      stretches.at(-1)!.push(token);
    }
  }
  return stretches.map((tokens) => new Stretch(tokens));
}
