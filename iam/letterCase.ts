const known = new Map<string, string>();
const mostKnown = 1_000;
const longestKnown = 128;

/**
 * The name of a condition key or an action in small letters; AWS compares both without letter case. The same few names
 * come again with every request, and a text that is made anew is slow to look up.
 */
export function smallLetters(name: string): string {
  const found = known.get(name);
  if (found !== undefined) {
    return found;
  }
  const small = name.toLowerCase();
  if (name.length <= longestKnown) {
    if (known.size >= mostKnown) {
      known.clear();
    }
    known.set(name, small);
  }
  return small;
}
