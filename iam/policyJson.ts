/** One thing that is wrong with a document. */
export interface Fault {
  /** `Statement[0].Action`; empty for the document itself. */
  readonly path: string;
  /** A predicate: "must be Allow or Deny". */
  readonly message: string;
  /** From 1; only of a document that was given as text. */
  readonly line?: number;
  /** From 1, in UTF-16 code units; only of a document that was given as text. */
  readonly column?: number;
}

/** A fault as a message quotes it: `Statement[0].Effect must be Allow or Deny`. */
export function faultText({ path, message }: Fault): string {
  return `${path === "" ? "the document" : path} ${message}`;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const longestKey = 128;

/** Without line breaks and characters that a terminal obeys or cannot show: a fault is one line. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
}

/** The path of an object's member. A key of absurd length is cut, so that paths cannot fill the memory. */
export function memberPath(path: string, key: string): string {
  const shown = visible(key.length > longestKey ? `${key.slice(0, longestKey)}...` : key);
  return path === "" ? shown : `${path}.${shown}`;
}

/** A scalar or a list of text as a list that is not empty; undefined where there is none. */
export function stringList(value: unknown, path: string, faults: Fault[]): string[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0 || !list.every((item) => typeof item === "string")) {
    faults.push({ path, message: "must be text or a list of text that is not empty" });
    return [];
  }
  return list;
}

/** A misspelt element must not pass as one that is absent. */
export function unknownKeys(
  value: Record<string, unknown>,
  known: readonly string[],
  path: string,
  faults: Fault[],
): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) {
      faults.push({
        path: memberPath(path, key),
        message: `is not one of ${known.join(", ")}`,
      });
    }
  }
}
