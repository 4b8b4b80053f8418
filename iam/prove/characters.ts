/*
 * Sets of characters that patterns are made of. A set is a bit, so that the characters fall into a handful of groups which
 * no pattern tells apart but by a literal; one character of each stands for all of it.
 */

export const anyCharacterSet = 1;
export const withoutColon = 2;
export const withoutSlash = 4;
export const digits = 8;
/** Services, regions and partitions. */
export const smallNames = 16;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names */
export const nameCharacters = 32;
/** Of the path of a user or a role, same page: 0x21 to 0x7F. */
export const pathCharacters = 64;
export const smallLetters = 128;

/** The bits of all sets that hold the character. */
export function setsOf(character: string): number {
  const code = character.charCodeAt(0);
  return code < known.length ? known[code]! : computed(character);
}

function computed(character: string): number {
  const code = character.charCodeAt(0);
  return (
    anyCharacterSet |
    (character === ":" ? 0 : withoutColon) |
    (character === "/" ? 0 : withoutSlash) |
    (/[0-9]/.test(character) ? digits : 0) |
    (/[a-z0-9-]/.test(character) ? smallNames : 0) |
    (/[A-Za-z0-9_+=,.@-]/.test(character) ? nameCharacters : 0) |
    (code > 0x20 && code < 0x80 ? pathCharacters : 0) |
    (/[a-z]/.test(character) ? smallLetters : 0)
  );
}

const known = Uint8Array.from({ length: 128 }, (_, code) => computed(String.fromCharCode(code)));

/** Every printable character, those first that a reader finds natural in a name. */
const natural =
  "xyzabcdefghijklmnopqrstuvw" + "XYZABCDEFGHIJKLMNOPQRSTUVW" + "9876543210" + "-_.=,+@/:";

const printable = Array.from({ length: 96 }, (_, offset) => String.fromCharCode(0x20 + offset));

/** The first of those that are in no narrower set than these; they go on for ever. */
const further = "\u00e0";

/** The characters by the sets they are in. */
const groups: readonly (readonly [sets: number, characters: readonly string[]])[] = [
  ...[...new Set([...natural, ...printable, further])].reduce((found, character) => {
    const sets = setsOf(character);
    return found.set(sets, [...(found.get(sets) ?? []), character]);
  }, new Map<number, string[]>()),
];

/**
 * Characters that are not named, one for each way in which such a character can be in the sets that are asked for; all others
 * answer as one of them does.
 */
export function unnamed(named: ReadonlySet<string>, asked: number): string[] {
  const found: string[] = [];
  const ways: number[] = [];
  for (const [sets, characters] of groups) {
    const way = sets & asked;
    if (!ways.includes(way)) {
      const character = characters.find((one) => !named.has(one)) ?? beyond(named, characters);
      if (character !== undefined) {
        ways.push(way);
        found.push(character);
      }
    }
  }
  return found;
}

function beyond(named: ReadonlySet<string>, characters: readonly string[]): string | undefined {
  if (!characters.includes(further)) {
    return undefined;
  }
  let code = further.charCodeAt(0);
  while (named.has(String.fromCharCode(code))) {
    code++;
  }
  return String.fromCharCode(code);
}
