/** `1 account`, `13 accounts`, `2 policies`. */
export function count(amount: number, singular: string): string {
  return `${amount} ${amount === 1 ? singular : plural(singular)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(items);
}

/** The first few of many: `a, b, c and 997 more`. */
export function firstOf(items: readonly string[], few: number): string {
  return items.length <= few + 1
    ? list(items)
    : list([...items.slice(0, few), `${items.length - few} more`]);
}

function plural(noun: string): string {
  if (noun.endsWith("s")) {
    return noun;
  }
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
