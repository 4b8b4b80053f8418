import Table from "cli-table3";
import type { Colors } from "picocolors/types";
import type { Holder } from "../guardrails/accessHolders";
import type { MatrixCell, MatrixRow } from "../guardrails/accessMatrix";
import type { AccessWindow } from "../guardrails/accessWindows";
import { type ShownRow, shownRows } from "./matrixRows";
import { count } from "./words";

/** How much of long lists is shown. */
export interface MatrixView {
  readonly colors: Colors;
  /** Columns of the whole table. */
  readonly width: number;
  /** Every account and path by its name. */
  readonly all: boolean;
  /** Say once what most accounts have in common. */
  readonly together: boolean;
}

/** Names in a cell before the rest is only counted. */
const few = 4;

/** Columns of the outer cells, the longest id of a path among them; the people get what is left. */
const accountColumns = 22;
const pathColumns = 42;

/** The matrix for a person: what accounts have in common first, people before roles before nobody. */
export function matrixTable(rows: readonly MatrixRow[], view: MatrixView): string {
  const { colors, width, all, together } = view;
  // Four borders are the table's own.
  const who = width - accountColumns - pathColumns - 4;
  const table = new Table({
    head: ["Accounts", "Who, and when", "Access paths"].map((title) => colors.bold(title)),
    colWidths: [accountColumns, who, pathColumns],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { title, accounts, cells } of together ? shownRows(rows) : asTheyAre(rows)) {
    const sorted = [...cells].sort((a, b) => rank(a) - rank(b));
    sorted.forEach(({ holders, paths }, index) => {
      table.push([
        ...(index === 0
          ? [{ content: title ?? names(accounts, all, "account"), rowSpan: sorted.length }]
          : []),
        holders.length === 0
          ? colors.green("nobody")
          : holders.map((holder) => holderText(holder, colors)).join("\n"),
        names(paths, all, "path"),
      ]);
    });
  }
  return table.toString();
}

function asTheyAre(rows: readonly MatrixRow[]): readonly ShownRow[] {
  return rows;
}

function rank({ holders: [first] }: MatrixCell): number {
  return first === undefined ? 3 : ["anyone", "user", "role"].indexOf(first.kind);
}

function names(items: readonly string[], all: boolean, noun: string): string {
  if (all || items.length <= few) {
    return items.join("\n");
  }
  const shown = items.slice(0, 3);
  return [...shown, `and ${count(items.length - shown.length, noun)} more`].join("\n");
}

/** `alice 2026-12-01 00:00-04:00Z via OSAccess`. */
export function holderText({ kind, name, through, windows, note }: Holder, colors: Colors): string {
  const suffix = note === undefined ? "" : ` (${note})`;
  if (kind === "anyone") {
    return colors.yellow(`anyone${suffix}`);
  }
  const when = (windows ?? []).map((window) => ` ${windowText(window)}`).join(",");
  return `${name}${when}${through === undefined ? "" : ` via ${through}`}${suffix}`;
}

/** In UTC; the second date is left out where it is the first, seconds where they are none. */
function windowText({ from, until }: AccessWindow): string {
  if (from === undefined || until === undefined) {
    return from === undefined ? `until ${moment(until!)}` : `from ${moment(from)}`;
  }
  const end = from.slice(0, 10) === until.slice(0, 10) ? moment(until).slice(11) : moment(until);
  return `${moment(from).slice(0, -1)}–${end}`;
}

function moment(instant: string): string {
  return instant.replace("T", " ").replace(/:00Z$/, "Z");
}
