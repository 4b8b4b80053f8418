import { distance } from "fastest-levenshtein";

/** One thing that is wrong in a file of the user, and what to do about it. */
export interface Fault {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** In UTF-16 code units, counted from 1. */
  readonly column: number;
  /** `accounts.web.id`; empty where the fault is the file's own. */
  readonly path: string;
  /** What was found, what is allowed, what to do: without the position, without a line break. */
  readonly message: string;
}

/** The fault in one line: `organization.yaml:14:10 accounts.web.id: found ..., allowed is ...: correct it.` */
export function formatFault({ file, line, column, path, message }: Fault): string {
  const place = `${visible(file)}:${line}:${column}`;
  return path === "" ? `${place}: ${message}` : `${place} ${path}: ${message}`;
}

/** In the order of the files' text. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

/** One fault for each place: what else a parser or schema says of the same value has the same cause. */
export function firstOfEach(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ line, column, path }) => {
    const place = `${line}:${column}:${path}`;
    return !seen.has(place) && seen.add(place);
  });
}

/** Not localeCompare: the order must not depend on the machine's language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A path through a file as people write it: `accounts.web.osAccess.nodes.ids[2]`. */
export function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((step, position) => {
      if (typeof step === "number") {
        return `[${step}]`;
      }
      // A dot inside a name would read as two steps.
      const shown = /^[\w/+=,@-]+$/.test(step) ? step : `[${quoted(step)}]`;
      return position === 0 || shown.startsWith("[") ? shown : `.${shown}`;
    })
    .join("");
}

/** A text in double quotes, cut to what fits on a line. */
export function quoted(text: string): string {
  return visible(JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text));
}

/**
 * Characters that break a line, turn its direction or are not seen become escapes: a file under review must
 * not be able to forge a line of the report.
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
}

/** The allowed name that was probably meant, if one is near: at most a third of its letters differ. */
export function nearest(found: string, allowed: Iterable<string>): string | undefined {
  const text = found.slice(0, 128);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of allowed) {
    const bound = Math.max(1, Math.floor(candidate.length / 3));
    if (Math.abs(candidate.length - text.length) > bound) {
      continue;
    }
    const edits = distance(text.toLowerCase(), candidate.toLowerCase());
    if (edits <= bound && edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}
