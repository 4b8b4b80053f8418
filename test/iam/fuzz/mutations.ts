import * as fc from "fast-check";
import { hostileTexts, hostileValues, wildcards } from "./hostilePieces";

/** One change of a document's text. The numbers choose among whatever there is to choose from. */
export interface Mutation {
  readonly kind: keyof typeof kinds;
  readonly at: number;
  readonly other: number;
}

export function mutated(text: string, { kind, at, other }: Mutation): string {
  return kinds[kind](text, at, other);
}

const longestCut = 200;

/** A position in the text, and one a little behind it. */
function range(text: string, at: number, length: number): [number, number] {
  const start = at % (text.length + 1);
  return [start, Math.min(text.length, start + (length % longestCut) + 1)];
}

const kinds = {
  truncate: (text: string, at: number) => text.slice(0, at % (text.length + 1)),

  cut: (text: string, at: number, other: number) => {
    const [start, end] = range(text, at, other);
    return text.slice(0, start) + text.slice(end);
  },

  repeat: (text: string, at: number, other: number) => {
    const [start, end] = range(text, at, other);
    return text.slice(0, end) + text.slice(start);
  },

  swap: (text: string, at: number, other: number) => {
    const [one, two] = [at % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
    const length = Math.min(longestCut, two! - one!);
    const [left, right] = [text.slice(one, one! + length), text.slice(two, two! + length)];
    return (
      text.slice(0, one) + right + text.slice(one! + length, two) + left + text.slice(two! + length)
    );
  },

  insert: (text: string, at: number, other: number) => {
    const [start] = range(text, at, 0);
    return text.slice(0, start) + pick(hostileTexts, other) + text.slice(start);
  },

  overwrite: (text: string, at: number, other: number) => {
    const [start] = range(text, at, 0);
    return text.slice(0, start) + pick(hostileTexts, other) + text.slice(start + 1);
  },

  /** A key twice, the first time with a value of another kind. */
  giveTwice: (text: string, at: number, other: number) => {
    const start = pickMatch(text, /"[A-Za-z]+":/g, at);
    return start === undefined
      ? text
      : `${text.slice(0, start.index)}${start[0]}${pick(hostileValues, other)},${text.slice(start.index)}`;
  },

  /** Any value but objects and lists becomes a hostile one. */
  replaceValue: (text: string, at: number, other: number) =>
    replaced(text, /(?<=[:[,])"(?:[^"\\]|\\.)*"(?=[,}\]])/g, at, pick(hostileValues, other)),

  /** A text within quotes gets something hostile at its end. */
  extendText: (text: string, at: number, other: number) =>
    replaced(text, /(?<=[^\\"])(?=")/g, at, pick(hostileTexts, other)),

  /** Two texts trade places: a value where a key was, an action where an ARN was. */
  exchange: (text: string, at: number, other: number) => {
    const texts = [...text.matchAll(quotedText)];
    if (texts.length < 2) {
      return text;
    }
    const [one, two] = [pick(texts, at), pick(texts, other)].sort((a, b) => a.index - b.index);
    const between = text.slice(one!.index + one![0].length, two!.index);
    return one === two
      ? text
      : `${text.slice(0, one!.index)}${two![0]}${between}${one![0]}${text.slice(two!.index + two![0].length)}`;
  },

  /** A wildcard or a variable within a text. */
  generalize: (text: string, at: number, other: number) =>
    replaced(text, /(?<=[\w:/])[\w:/](?=[\w:/])/g, at, pick(wildcards, other)),

  /** A key loses a letter, as a person's would. */
  misspell: (text: string, at: number) => replaced(text, /[A-Za-z](?=[A-Za-z]{0,40}":)/g, at, ""),

  otherCase: (text: string, at: number) => {
    const [start] = range(text, at, 0);
    const letter = text.slice(start, start + 1);
    const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    return text.slice(0, start) + other + text.slice(start + 1);
  },
};

const quotedText = /"(?:[^"\\]|\\.)*"/g;

function replaced(text: string, form: RegExp, at: number, by: string): string {
  const found = pickMatch(text, form, at);
  return found === undefined
    ? text
    : text.slice(0, found.index) + by + text.slice(found.index + found[0].length);
}

function pickMatch(text: string, form: RegExp, at: number): RegExpExecArray | undefined {
  const found = [...text.matchAll(form)];
  return found.length === 0 ? undefined : pick(found, at);
}

function pick<T>(from: readonly T[], at: number): T {
  return from[at % from.length]!;
}

/** These often leave a policy that can be decided by, and the others hardly ever. */
const gentle = ["exchange", "generalize", "otherCase"] as const;

function some(names: readonly Mutation["kind"][]): fc.Arbitrary<Mutation[]> {
  const number = fc.nat({ max: 2 ** 20 });
  const one = fc.record({ kind: fc.constantFrom(...names), at: number, other: number });
  return fc.array(one, { minLength: 1, maxLength: 4 });
}

export const mutations = fc.oneof(some(gentle), some(Object.keys(kinds) as Mutation["kind"][]));
