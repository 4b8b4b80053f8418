/*
 * Patterns as IAM has them: `*` is any text, also none; `?` is any one character; the rest is literal.
 * Policy documents are hostile input, so neither function backtracks into exponential time.
 */

/** Whether the text matches the pattern. Takes at most pattern times text steps. */
export function matches(pattern: string, text: string): boolean {
  let at = 0;
  let position = 0;
  let star = -1;
  let resume = 0;
  while (position < text.length) {
    if (pattern[at] === "*") {
      star = at++;
      resume = position;
    } else if (pattern[at] === "?" || pattern[at] === text[position]) {
      at++;
      position++;
    } else if (star >= 0) {
      // Only the last star needs another try: what stood before it has matched as early as it can.
      at = star + 1;
      position = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") {
    at++;
  }
  return at === pattern.length;
}

/**
 * Whether some text matches both patterns. Exact. Walks the product of the two patterns from their ends, one
 * row at a time: left times right steps, memory for one row.
 */
export function overlap(left: string, right: string): boolean {
  // below[j]: the rest of left after this character and the rest of right from j have a text in common.
  let below: boolean[] = [];
  for (let i = left.length; i >= 0; i--) {
    const row: boolean[] = [];
    for (let j = right.length; j >= 0; j--) {
      const [a, b] = [left[i], right[j]];
      if (a === undefined && b === undefined) {
        row[j] = true;
      } else if (a === "*") {
        // The star ends here, or takes in what right has next.
        row[j] = below[j]! || (b !== undefined && row[j + 1]!);
      } else if (b === "*") {
        row[j] = row[j + 1]! || (a !== undefined && below[j]!);
      } else {
        const alike = a !== undefined && b !== undefined && (a === "?" || b === "?" || a === b);
        row[j] = alike && below[j + 1]!;
      }
    }
    below = row;
  }
  return below[0]!;
}
