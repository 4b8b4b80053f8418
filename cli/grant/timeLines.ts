import type { Grant } from "../../model/landingZone";
import { axisTime } from "../when";
import { endOf } from "../../model/openings";
import { State } from "./states";

/** A line of the chart; the state is that of its grant, for a colour. */
interface ChartLine {
  readonly text: string;
  readonly state?: State;
}

/**
 * The windows that are open or to come as bars over one axis: `=` open, `-` to come, `|` now. Plain letters, for terminals
 * without colour. No lines in a file or a pipe, where `width` is infinite, nor where every window is over.
 */
export function timeLines(
  grants: readonly (Grant & { readonly state: State })[],
  now: string,
  zone: string,
  width: number,
): ChartLine[] {
  const live = grants.filter(({ state }) => state === "open" || state === "coming");
  if (width === Infinity || live.length === 0) {
    return [];
  }
  const label = Math.min(Math.max(...live.map(({ id }) => id.length)), Math.floor(width / 3));
  const cells = Math.max(width - label - 2, 10);
  const start = Math.min(Date.parse(now), ...live.map(({ from }) => Date.parse(from)));
  const end = Math.max(...live.map((grant) => Date.parse(endOf(grant))));
  const cell = (time: number) =>
    Math.min(cells - 1, Math.floor(((time - start) / (end - start)) * cells));
  const here = cell(Date.parse(now));
  const indent = " ".repeat(label + 2);
  const bars = live.map((grant): ChartLine => {
    const first = cell(Date.parse(grant.from));
    // The end itself is over: a bar that ends where another begins must not overlap it.
    const last = Math.max(first, cell(Date.parse(endOf(grant)) - 1));
    const mark = grant.state === "open" ? "=" : "-";
    const bar: string[] = Array.from({ length: cells }, (_, index) =>
      index >= first && index <= last ? mark : ".",
    );
    // A bar of one cell stays to be seen.
    if (here !== first || first !== last) {
      bar[here] = "|";
    }
    const { id } = grant;
    const name = id.length > label ? `${id.slice(0, label - 2)}..` : id.padEnd(label);
    return { text: `${name}  ${bar.join("")}`, state: grant.state };
  });
  const [left, right] = [start, end].map((time) => axisTime(new Date(time), zone)) as [
    string,
    string,
  ];
  const text = `now ${axisTime(new Date(now), zone)}`;
  const pointer =
    here + text.length + 2 <= cells
      ? `${" ".repeat(here)}| ${text}`
      : `${" ".repeat(Math.max(here - text.length - 1, 0))}${text} |`;
  return [
    { text: `${indent}${left}${right.padStart(cells - left.length)}` },
    ...bars,
    { text: `${indent}${pointer}` },
    { text: "" },
  ];
}
