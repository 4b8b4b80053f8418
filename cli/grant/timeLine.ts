import type { Grant } from "../../model/landingZone";

/** Cells of the line: enough to see an order, few enough for half a terminal. */
const cells = 48;

/**
 * The window of a grant among those of all that are not over, as one line, `|` for now; none in a file or a pipe, where
 * `width` is infinite.
 */
export function timeLine(
  grant: Grant,
  all: readonly Grant[],
  now: string,
  width: number,
): readonly string[] {
  if (width === Infinity || grant.until <= now) {
    return [];
  }
  const live = all.filter(({ until }) => until > now);
  const start = Math.min(Date.parse(now), ...live.map(({ from }) => Date.parse(from)));
  const end = Math.max(...live.map(({ until }) => Date.parse(until)));
  const cell = (instant: string) =>
    Math.min(cells - 1, Math.floor(((Date.parse(instant) - start) / (end - start)) * cells));
  const line: string[] = Array.from({ length: cells }, (_, index) =>
    index >= cell(grant.from) && index <= cell(grant.until) ? "━" : "·",
  );
  line[cell(now)] = "|";
  return [line.join("")];
}
