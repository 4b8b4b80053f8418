import type { MatrixCell, MatrixRow } from "../guardrails/accessMatrix";

/** A row as it is printed. */
export interface ShownRow {
  /** The accounts, or what stands in their place. */
  readonly title?: string;
  readonly accounts: readonly string[];
  readonly cells: readonly MatrixCell[];
}

/**
 * The rows with what most guarded accounts have in common said once, above them, and only what differs said of each: a
 * thousand accounts differ in the people who have a window there, and in little else.
 */
export function shownRows(rows: readonly MatrixRow[]): ShownRow[] {
  const guarded = rows.filter((row) => row.guarded);
  const others = rows.filter((row) => !row.guarded);
  if (guarded.length < 2) {
    return rows.map(({ accounts, cells }) => ({ accounts, cells }));
  }
  const common = commonHolders(guarded);
  const differing = guarded
    .map(({ accounts, cells }) => ({
      accounts,
      cells: cells.flatMap((cell) => without(cell, common)),
    }))
    .filter(({ cells }) => cells.length > 0);
  const shared = new Map<string, { paths: string[]; holders: MatrixCell["holders"] }>();
  for (const [path, holders] of common) {
    const key = JSON.stringify(holders);
    const cell = shared.get(key) ?? { paths: [], holders };
    shared.set(key, cell);
    cell.paths.push(path);
  }
  const amount = guarded.reduce((sum, { accounts }) => sum + accounts.length, 0);
  return [
    ...others.map(({ accounts, cells }) => ({ accounts, cells })),
    {
      title: `all ${amount} guarded accounts, but for what is said below`,
      accounts: [],
      cells: [...shared.values()],
    },
    ...differing,
  ];
}

/** By path, the holders that it has in most accounts. */
function commonHolders(rows: readonly MatrixRow[]): Map<string, MatrixCell["holders"]> {
  const counts = new Map<
    string,
    Map<string, { holders: MatrixCell["holders"]; accounts: number }>
  >();
  for (const { accounts, cells } of rows) {
    for (const { paths, holders } of cells) {
      for (const path of paths) {
        const ofPath =
          counts.get(path) ??
          new Map<string, { holders: MatrixCell["holders"]; accounts: number }>();
        counts.set(path, ofPath);
        const key = JSON.stringify(holders);
        const counted = ofPath.get(key) ?? { holders, accounts: 0 };
        ofPath.set(key, { holders, accounts: counted.accounts + accounts.length });
      }
    }
  }
  return new Map(
    [...counts].map(([path, ofPath]) => {
      const [most] = [...ofPath.values()].sort((a, b) => b.accounts - a.accounts);
      return [path, most!.holders];
    }),
  );
}

/** What is left of a cell: the paths that others hold than in most accounts. */
function without(
  { paths, holders }: MatrixCell,
  common: ReadonlyMap<string, MatrixCell["holders"]>,
): MatrixCell[] {
  const text = JSON.stringify(holders);
  const left = paths.filter((path) => JSON.stringify(common.get(path)) !== text);
  return left.length === 0 ? [] : [{ paths: left, holders }];
}
