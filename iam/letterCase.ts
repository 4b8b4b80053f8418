import { remembered } from "./remembered";

/**
 * A text without its letter case, as `StringEqualsIgnoreCase` compares: each character by itself. Letters whose small form
 * is longer, or hangs on what stands beside them, stay as they are; AWS documents nothing of them.
 */
export function withoutLetterCase(text: string): string {
  return isAscii.test(text)
    ? text.toLowerCase()
    : Array.from({ length: text.length }, (_, index) => small(text[index]!)).join("");
}

const isAscii = /^[\0-\x7f]*$/;

function small(unit: string): string {
  const found = unit.toLowerCase();
  return found.length === 1 ? found : unit;
}

/** The characters that are the same without letter case: `kK` and the sign of the kelvin. */
export const lettersAlike = remembered((unit) => sameLetters().get(small(unit)) ?? unit);

let known: ReadonlyMap<string, string> | undefined;

/** By their small form; only of letters that have more than one. */
function sameLetters(): ReadonlyMap<string, string> {
  if (known === undefined) {
    const found = new Map<string, string>();
    for (let code = 0; code <= 0xffff; code++) {
      const unit = String.fromCharCode(code);
      const form = small(unit);
      if (form !== unit) {
        found.set(form, (found.get(form) ?? form) + unit);
      }
    }
    known = found;
  }
  return known;
}
