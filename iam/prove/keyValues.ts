import { readDate } from "../operators/dates";
import { readNumber } from "../operators/numbers";
import { aroundRanges } from "./addressValues";
import { any, Elements, one } from "./elements";
import { anyCharacterSet } from "./characters";
import { familiesOf, KeyTests } from "./keyTests";
import { instant } from "./oneTime";
import { aroundBounds } from "./orderedValues";
import { Family } from "./statementTests";
import { textClasses } from "./textClasses";

/** Values of a condition key to try. */
export interface KeyValues {
  readonly values: readonly (readonly string[])[];
  /** Why these do not stand for all values that the key may have; undefined where they do. */
  readonly gap?: string;
}

/**
 * A value for each way in which the tests of a key can be answered. A key that only numeric operators read is taken to hold
 * numbers, and so for dates, flags and addresses, but for tags, which hold what somebody has written; one that no set
 * operator reads has one value.
 * `patterns` is what its texts are compared with.
 */
export function valuesOf(
  tests: KeyTests,
  patterns: readonly Elements[],
  mayBeEmpty: boolean,
): KeyValues {
  const families = [
    ...new Set([...(patterns.length > 0 ? (["text"] as const) : []), ...familiesOf(tests)]),
  ];
  const found = families.map((family) => ofFamily(family, tests, patterns, mayBeEmpty));
  const free =
    isFree(tests.name) && !families.includes("text") ? ["x", ...(mayBeEmpty ? [""] : [])] : [];
  const single = [...new Set([...found.flatMap((values) => values ?? []), ...free])];
  const whole = single.length === 0 ? ["x"] : single;
  const gap = found.includes(undefined)
    ? found[families.indexOf("text")] === undefined && families.includes("text")
      ? `the texts that ${tests.name} is compared with are too many to tell apart`
      : `the numbers that ${tests.name} is compared with are too large to tell apart`
    : families.length > 1
      ? `${tests.name} is compared as ${families.join(" and as ")}`
      : undefined;
  const values = whole.map((value) => [value]);
  if (!tests.severalValues) {
    return { values, ...(gap && { gap }) };
  }
  return severalOf(tests, whole, gap);
}

/** Whether somebody else than AWS gives the key its values: tags, whose names have a slash, and the name of the client. */
function isFree(name: string): boolean {
  return name.includes("/") || name.toLowerCase() === "aws:useragent";
}

/** How many kinds of values of a set operator's key are combined in every way, 63 sets at most. */
const mostCombined = 6;

function severalOf(
  { name }: KeyTests,
  values: readonly string[],
  gap: string | undefined,
): KeyValues {
  if (values.length > mostCombined) {
    return {
      values: [...values.map((value) => [value]), [...values]],
      gap:
        gap ??
        `${name} may have several values, and ${values.length} kinds of them are too many to combine`,
    };
  }
  const sets = Array.from({ length: 2 ** values.length - 1 }, (_, index) =>
    values.filter((_, bit) => ((index + 1) >> bit) & 1),
  );
  return {
    values: sets.sort((left, right) => left.length - right.length),
    ...(gap && { gap }),
  };
}

function ofFamily(
  family: Family,
  { others }: KeyTests,
  patterns: readonly Elements[],
  mayBeEmpty: boolean,
): readonly string[] | undefined {
  switch (family) {
    case "text":
      return texts(patterns, mayBeEmpty);
    case "number":
      return around(others.number, readNumber, String);
    case "date":
      return around(others.date, readDate, instant);
    case "flag":
      return ["true", "false"];
    case "binary":
      return [...new Set([...others.binary, otherThan(others.binary)])];
    case "address":
      return aroundRanges(others.address);
  }
}

/** Undefined where one of the numbers cannot be written so that it is read again. */
function around(
  bounds: readonly string[],
  read: (text: string) => number | undefined,
  write: (number: number) => string,
): readonly string[] | undefined {
  const numbers = aroundBounds(bounds.flatMap((text) => read(text) ?? []));
  const texts = numbers.map(write);
  return texts.every((text, index) => read(text) === numbers[index]) ? texts : undefined;
}

/** The empty text comes last: few keys can have it. */
function texts(patterns: readonly Elements[], mayBeEmpty: boolean): readonly string[] | undefined {
  const classes = textClasses([[one(anyCharacterSet), any(anyCharacterSet)]], patterns);
  return classes && [...classes.map(({ witness }) => witness), ...(mayBeEmpty ? [""] : [])];
}

/** Base64 that none of the policies has. */
function otherThan(known: readonly string[]): string {
  const bytes = known.map((text) => text.replace(/=+$/, ""));
  let other = "AAAA";
  while (bytes.includes(other)) {
    other += "AAAA";
  }
  return other;
}
