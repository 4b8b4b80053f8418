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

/** In the pattern of an ARN: any text within one of its parts, which holds no colon. */
const withinPart = "[^:]*";

/**
 * The pattern of real ARNs: a `*` in its first five parts stands for text without a colon. In a policy's own patterns
 * a `*` is taken to reach beyond its part.
 */
export function arnPattern(pattern: string): readonly string[] {
  const [, head = "", resource = ""] = /^((?:[^:]*:){5})(.*)$/s.exec(pattern) ?? ["", "", pattern];
  return [...[...head].map((token) => (token === "*" ? withinPart : token)), ...resource];
}

/**
 * Whether some text matches both patterns. Exact. Walks the product of the two patterns from their ends, one
 * row at a time: left times right steps, memory for one row.
 */
export function overlap(left: ArrayLike<string>, right: ArrayLike<string>): boolean {
  // below[j]: the rest of left after this token and the rest of right from j have a text in common.
  let below: boolean[] = [];
  for (let i = left.length; i >= 0; i--) {
    const row: boolean[] = [];
    for (let j = right.length; j >= 0; j--) {
      const [a, b] = [left[i], right[j]];
      if (a === undefined && b === undefined) {
        row[j] = true;
      } else if (isStar(a)) {
        // The star ends here, or takes in what right has next.
        row[j] = below[j]! || (takes(a, b) && row[j + 1]!);
      } else if (isStar(b)) {
        row[j] = row[j + 1]! || (takes(b, a) && below[j]!);
      } else {
        const alike = a !== undefined && b !== undefined && (a === "?" || b === "?" || a === b);
        row[j] = alike && below[j + 1]!;
      }
    }
    below = row;
  }
  return below[0]!;
}

function isStar(token: string | undefined): token is string {
  return token === "*" || token === withinPart;
}

function takes(star: string, token: string | undefined): boolean {
  return token !== undefined && (star === "*" || token !== ":");
}
