import { AccountAnswers } from "./accountAnswers";
import { Account, KnownAccount } from "../model/landingZone";
import { Holder, holdersIn, People, unguardedHolder } from "./accessHolders";
import { RoleTakers } from "./accessWindows";
import { SessionWindows } from "./sessionWindows";
import { catalogue } from "../guardrails/catalogue";
import { pathsIn } from "./proofOfPath";
import { Proof } from "./proof";
import { PlannedOrganization } from "./plannedOrganization";

/** Who can use a path in some accounts. */
export interface MatrixCell {
  /** Ids in the catalogue of paths with the same holders. */
  readonly paths: readonly string[];
  /** Nobody where it is empty. */
  readonly holders: readonly Holder[];
}

export interface MatrixRow {
  /** Names of accounts in which the same people and roles have the same access. */
  readonly accounts: readonly string[];
  /** Whether guardrails reach them. */
  readonly guarded: boolean;
  readonly cells: readonly MatrixCell[];
}

/** Which accounts, paths and people a matrix is about; everything where nothing is said. */
export interface MatrixFilter {
  readonly account?: string;
  readonly path?: string;
  readonly user?: string;
}

/** Who can use which access path in which account, and when; accounts of equal answers stand together. */
export function accessMatrix(
  planned: PlannedOrganization,
  proof: Proof,
  filter: MatrixFilter = {},
): MatrixRow[] {
  const { zone } = planned;
  const answers = new Map(
    proof.guarded.flatMap((group) => group.accounts.map((name) => [name, group] as const)),
  );
  const people = { takers: new RoleTakers(planned), sessions: new SessionWindows(planned) };
  const rows = new Map<string, { accounts: string[]; guarded: boolean; cells: MatrixCell[] }>();
  for (const account of zone.accounts) {
    if (filter.account !== undefined && filter.account !== account.name) {
      continue;
    }
    const cells = cellsOf(planned, account, answers.get(account.name), filter, people);
    const key = JSON.stringify(cells);
    const row = rows.get(key);
    if (row === undefined) {
      rows.set(key, { accounts: [account.name], guarded: answers.has(account.name), cells });
    } else {
      row.accounts.push(account.name);
    }
  }
  return [...rows.values()].filter(({ cells }) => cells.length > 0);
}

function cellsOf(
  planned: PlannedOrganization,
  account: Account,
  answers: AccountAnswers | undefined,
  { path: wanted, user }: MatrixFilter,
  people: People,
): MatrixCell[] {
  const { zone } = planned;
  const holdersOf =
    answers === undefined
      ? () => [unguardedHolder(zone, account)]
      : holdersIn(planned, account as KnownAccount, answers, people);
  const cells = new Map<string, { paths: string[]; holders: Holder[] }>();
  const paths = account.id === undefined ? catalogue : pathsIn(zone, account as KnownAccount);
  for (const { id } of paths.filter(({ id }) => wanted === undefined || id === wanted)) {
    const holders = holdersOf(id).filter(
      ({ kind, name }) => user === undefined || kind === "anyone" || name === user,
    );
    if (user !== undefined && holders.length === 0) {
      continue;
    }
    const key = JSON.stringify(holders);
    const cell = cells.get(key);
    if (cell === undefined) {
      cells.set(key, { paths: [id], holders });
    } else {
      cell.paths.push(id);
    }
  }
  return [...cells.values()];
}
