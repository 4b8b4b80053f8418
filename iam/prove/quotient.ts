import { Elements, takes } from "./elements";

/**
 * Patterns of what may stand between the two texts, so that the whole matches the pattern: some of them match a text
 * exactly if `before + text + after` matches.
 */
export function between(pattern: Elements, before: string, after: string): readonly Elements[] {
  return rests(pattern, before).flatMap((rest) =>
    rests([...rest].reverse(), after.split("").reverse().join("")).map((other) =>
      [...other].reverse(),
    ),
  );
}

/** What remains of the pattern after the text, for each way of reading it. */
function rests(pattern: Elements, text: string): readonly Elements[] {
  let places = new Set([0]);
  for (const character of text.split("")) {
    const next = new Set<number>();
    for (const place of withSkipped(places, pattern)) {
      const element = pattern[place];
      if (element !== undefined && takes(element, character)) {
        next.add(element.starred ? place : place + 1);
      }
    }
    places = next;
  }
  return [...places].map((place) => pattern.slice(place));
}

/** Stars may take no text. */
function withSkipped(places: ReadonlySet<number>, pattern: Elements): Set<number> {
  const all = new Set<number>();
  for (let place of places) {
    all.add(place);
    while (pattern[place]?.starred) {
      all.add(++place);
    }
  }
  return all;
}
