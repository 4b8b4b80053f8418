import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";
import type { Colors } from "picocolors/types";
import type { Holder } from "../proof/accessHolders";
import type { MatrixCell, MatrixRow } from "../proof/accessMatrix";
import type { AccessWindow } from "../proof/accessWindows";
import { catalogue } from "../guardrails/catalogue";
import { type ShownRow, shownRows } from "./matrixRows";

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

/** The matrix for a person: what accounts have in common first, people before roles before nobody. */
export function matrixTable(rows: readonly MatrixRow[], view: MatrixView): string {
  const { colors, width, all, together } = view;
  const heads = ["Accounts", "Who, and when", "Can"];
  const lines = (together ? shownRows(rows) : asTheyAre(rows)).map((row) => ({
    accounts: row.title ?? names(row.accounts, all),
    cells: [...row.cells]
      .sort((a, b) => rank(a) - rank(b))
      .map(({ holders, paths }) => ({
        who:
          holders.length === 0
            ? "nobody"
            : holders.map((holder) => holderText(holder, colors)).join("\n"),
        open: holders.length > 0,
        can: names(
          paths.map((path) => pathText(path, all, row.partial?.get(path))),
          all,
        ),
      })),
  }));
  const cells = lines.flatMap((line) => line.cells);
  const table = new Table({
    head: heads.map((title) => colors.bold(title)),
    colWidths: columns(
      [
        lines.map(({ accounts }) => accounts),
        cells.map(({ who }) => stripVTControlCharacters(who)),
        cells.map(({ can }) => can),
      ],
      width,
    ),
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { accounts, cells } of lines) {
    cells.forEach(({ who, open, can }, index) => {
      table.push([
        ...(index === 0 ? [{ content: accounts, rowSpan: cells.length }] : []),
        open ? who : colors.green(who),
        can,
      ]);
    });
  }
  return table.toString();
}

/** A word that does not fit is cut off, so every column takes its longest; the paths, then the people, get what is left. */
function columns(contents: readonly (readonly string[])[], width: number): number[] {
  const longest = (texts: readonly string[], end: RegExp) =>
    Math.max(...texts.flatMap((text) => text.split(end)).map(({ length }) => length)) + 2;
  const [accounts, who, can] = contents.map((texts) => Math.max(12, longest(texts, /\s+/))) as [
    number,
    number,
    number,
  ];
  // Four borders are the table's own.
  const spare = Math.max(0, width - 4 - accounts - who - can);
  const forPaths = Math.min(spare, Math.max(0, longest(contents[2]!, /\n/) - can));
  return [accounts, who + spare - forPaths, can + forPaths];
}

/** What somebody can do through the path; with its id where all is shown, which the other commands take. */
function pathText(id: string, all: boolean, partial: string | undefined): string {
  const can = catalogue.find((path) => path.id === id)?.can ?? id;
  const text = partial === undefined ? can : `${can} (${partial})`;
  return all ? `${text}\n(${id})` : text;
}

function asTheyAre(rows: readonly MatrixRow[]): readonly ShownRow[] {
  return rows;
}

function rank({ holders: [first] }: MatrixCell): number {
  return first === undefined ? 3 : ["anyone", "user", "role"].indexOf(first.kind);
}

function names(items: readonly string[], all: boolean): string {
  if (all || items.length <= few) {
    return items.join("\n");
  }
  const shown = items.slice(0, 3);
  return [...shown, `and ${items.length - shown.length} more`].join("\n");
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
