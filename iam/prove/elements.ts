import { lettersAlike } from "../letterCase";
import { anyText, Token, tokensOf } from "../pattern";
import {
  anyCharacterSet,
  digits,
  nameCharacters,
  pathCharacters,
  setsOf,
  smallLetters,
  smallNames,
  withoutColon,
} from "./characters";
import { remembered } from "../remembered";

/** One place of a pattern: one of the characters, or as many of them as there are where it is starred. */
export interface Element {
  /** The characters themselves: one, or the two letter cases of one. */
  readonly literal?: string;
  /** Or a set of characters, as its bit. */
  readonly set: number;
  readonly starred: boolean;
}

/** A whole text, place by place. */
export type Elements = readonly Element[];

export function takes({ literal, set }: Element, character: string, sets = setsOf(character)) {
  return literal === undefined ? (set & sets) !== 0 : literal.includes(character);
}

export function one(set: number): Element {
  return { set, starred: false };
}

export function any(set: number): Element {
  return { set, starred: true };
}

export const literal = remembered((text): Elements => textUnits(text).map(character));

/** Code units, as patterns count them. */
function textUnits(text: string): string[] {
  return text.split("");
}

/** The text in any letter case, as `StringEqualsIgnoreCase` compares. */
export const folded = remembered((text): Elements =>
  textUnits(text).map((unit) => character(lettersAlike(unit))),
);

function character(literal: string): Element {
  return { literal, set: 0, starred: false };
}

/** Tokens of a policy as `StringLike` and Resource read them; in text of another set than any where that is said. */
export function like(tokens: readonly Token[], set = anyCharacterSet): Elements {
  return tokens
    .filter((token, index) => token !== anyText || tokens[index - 1] !== anyText)
    .flatMap((token) =>
      typeof token === "string" ? literal(token) : [token === anyText ? any(set) : one(set)],
    );
}

/**
 * Tokens as the ARN operators read them: a wildcard in the first five parts takes no colon. Undefined for a pattern of
 * fewer parts, of which only a lone star has a meaning.
 */
export function arnLike(tokens: readonly Token[]): Elements | undefined {
  if (tokens.length === 1 && tokens[0] === anyText) {
    return everyArn;
  }
  const elements = withinParts(like(tokens));
  return colonsIn(elements) < 5 ? undefined : elements;
}

/** Real ARNs that fit a pattern with `*` and `?`; `*` alone is for the caller to read. */
export const realArns = remembered((text): Elements => withinParts(like(tokensOf(text))));

const colon = literal(":");
const part = [any(withoutColon), ...colon];
const everyArn: Elements = [...part, ...part, ...part, ...part, ...part, any(anyCharacterSet)];

function withinParts(elements: Elements): Elements {
  let colons = 0;
  return elements.map((element) => {
    colons += element.literal === ":" ? 1 : 0;
    return colons < 5 && element.set === anyCharacterSet
      ? { ...element, set: withoutColon }
      : element;
  });
}

function colonsIn(elements: Elements): number {
  return elements.filter((element) => element.literal === ":").length;
}

const twelveDigits: Elements = Array.from({ length: 12 }, () => one(digits));
const partition: Elements = [...literal("arn:aws"), any(smallNames), ...colon];
const path = any(pathCharacters);
const name = [one(nameCharacters), any(nameCharacters)];

/** The ARNs of IAM's principals. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export const principalForms = {
  role: principalsOf("role"),
  user: principalsOf("user"),
  root: [[...partition, ...literal("iam::"), ...twelveDigits, ...literal(":root")]],
  "federated user": [
    [...partition, ...literal("sts::"), ...twelveDigits, ...literal(":federated-user/"), ...name],
  ],
} as const;

/** With a path and without. */
function principalsOf(type: string): readonly Elements[] {
  const start = [...partition, ...literal("iam::"), ...twelveDigits, ...literal(`:${type}/`)];
  return [
    [...start, ...name],
    [...start, one(pathCharacters), path, ...literal("/"), ...name],
  ];
}

const region = [any(smallNames)];
const service = [one(smallLetters), any(smallNames)];

/** The ARNs of resources, by the account in them: twelve digits, none, or AWS itself. */
export const resourceForms: readonly Elements[] = [twelveDigits, [], literal("aws")].map(
  (account) => [
    ...partition,
    ...service,
    ...colon,
    ...region,
    ...colon,
    ...account,
    ...colon,
    one(anyCharacterSet),
    any(anyCharacterSet),
  ],
);
