import type { MatrixCell, MatrixRow } from "../proof/accessMatrix";

/** A row as it is printed. */
export interface ShownRow {
  /** The accounts, or what stands in their place. */
  readonly title?: string;
  readonly accounts: readonly string[];
  readonly cells: readonly MatrixCell[];
  /** Of paths that only some of the accounts have, in how many of them: `8 of 10`. */
  readonly partial?: ReadonlyMap<string, string>;
}

type Holders = MatrixCell["holders"];

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
  const amount = guarded.reduce((sum, { accounts }) => sum + accounts.length, 0);
  const common = commonPaths(guarded, amount);
  const partial = new Map(
    [...common].flatMap(([path, { accounts }]) =>
      accounts < amount ? [[path, `${accounts} of ${amount}`]] : [],
    ),
  );
  const differing = guarded
    .map(({ accounts, cells }) => ({
      accounts,
      cells: cells.flatMap((cell) => without(cell, common)),
    }))
    .filter(({ cells }) => cells.length > 0);
  return [
    ...others.map(({ accounts, cells }) => ({ accounts, cells })),
    {
      title: `all ${amount} guarded accounts, but for what is said below`,
      accounts: [],
      cells: together(
        [...common].map(([path, { holders }]) => [holders, [path]]),
        ([holders, paths]) => ({ paths, holders }),
      ),
      ...(partial.size > 0 && { partial }),
    },
    ...together(
      differing.map(({ accounts, cells }) => [cells, accounts]),
      ([cells, accounts]) => ({ accounts, cells }),
    ),
  ];
}

/** Names of the same, in one; in the order in which each is met first. */
function together<Same, Made>(
  parts: readonly (readonly [Same, readonly string[]])[],
  make: (group: readonly [Same, readonly string[]]) => Made,
): Made[] {
  const groups = new Map<string, [Same, string[]]>();
  for (const [same, names] of parts) {
    const key = JSON.stringify(same);
    const group = groups.get(key) ?? [same, []];
    groups.set(key, group);
    group[1].push(...names);
  }
  return [...groups.values()].map(make);
}

interface CommonPath {
  readonly holders: Holders;
  /** How many accounts have the path at all, whoever holds it. */
  readonly accounts: number;
}

/** By path, the holders that it has in most of the accounts that have it; paths that few accounts have are left out. */
function commonPaths(rows: readonly MatrixRow[], amount: number): Map<string, CommonPath> {
  const counts = new Map<string, Map<string, CommonPath>>();
  for (const { accounts, cells } of rows) {
    for (const { paths, holders } of cells) {
      for (const path of paths) {
        const ofPath = counts.get(path) ?? new Map<string, CommonPath>();
        counts.set(path, ofPath);
        const key = JSON.stringify(holders);
        const before = ofPath.get(key)?.accounts ?? 0;
        ofPath.set(key, { holders, accounts: before + accounts.length });
      }
    }
  }
  return new Map(
    [...counts].flatMap(([path, ofPath]) => {
      const answers = [...ofPath.values()].sort((a, b) => b.accounts - a.accounts);
      const accounts = answers.reduce((sum, answer) => sum + answer.accounts, 0);
      return accounts * 2 > amount ? [[path, { holders: answers[0]!.holders, accounts }]] : [];
    }),
  );
}

/** What is left of a cell: the paths that others hold than in most accounts. */
function without(
  { paths, holders }: MatrixCell,
  common: ReadonlyMap<string, CommonPath>,
): MatrixCell[] {
  const text = JSON.stringify(holders);
  const left = paths.filter((path) => JSON.stringify(common.get(path)?.holders) !== text);
  return left.length === 0 ? [] : [{ paths: left, holders }];
}
