import type { Command } from "commander";
import type { MatrixFilter } from "../proof/accessMatrix";
import type { LandingZone } from "../model/landingZone";
import { readProvableLandingZone } from "./landingZoneFiles";
import { knownName, knownPath } from "./names";
import { grantsOption, organizationOption, wholeNumber } from "./options";
import { print, terminalOf } from "./terminal";

interface MatrixOptions extends MatrixFilter {
  readonly file: string;
  readonly grants?: string;
  readonly jobs?: number;
  readonly all?: boolean;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ sekisho matrix                                     every account, equal ones together
  $ sekisho matrix --account web-production            who gets where in one account
  $ sekisho matrix --path OnlyOsAccessStartsSessions   who opens a session, and when
  $ sekisho matrix --user alice                        where one person gets, and when
  $ sekisho matrix --all                               every path by its id, as --path and explain take it
  $ sekisho matrix --json | jq '.[] | select(.cells[].holders[].kind == "anyone") | .accounts[]'

Times are UTC. A window is read from the planned policy documents, not from grants.yaml; it stands for a user who
does everything else right: MFA, the own name as session name, a declared network.

Exit code:
  0  printed
  2  wrong use, or the files cannot be read or do not check

--json prints a list of rows, accounts of equal answers in one:
  [{ accounts, guarded, cells: [{ paths, holders: [{ kind: "anyone" | "user" | "role", name?, through?,
                                            windows?: [{ from?, until? }], note? }] }] }]
A cell without holders is closed to everybody; without windows a holder has access at any time.`;

/** `sekisho matrix`: who can use which access path in which account, and when. */
export function addMatrix(program: Command): void {
  program
    .command("matrix")
    .summary("show who can use which access path in which account, and when")
    .description(
      "Plans every stack, proves, and prints for each account who can use which access path into an " +
        "operating system, and when. Path ids are those of docs/guardrails.md and of the SCPs' statements.",
    )
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--account <name>", "only this account")
    .option("--path <id>", "only this access path")
    .option("--user <name>", "only what this user can reach")
    .option("--all", "every account and path by its name")
    .option("--jobs <n>", "how many workers plan at the same time", wholeNumber)
    .option("--json", "print the matrix for programs")
    .addHelpText("after", examples)
    .action(matrix);
}

async function matrix(options: MatrixOptions): Promise<void> {
  const zone = await readProvableLandingZone(options.file, options.grants);
  await checkNames(zone, options);
  const { stackProgress } = await import("./progress");
  const { planOrganization } = await import("../engine/check");
  const { accessMatrix } = await import("../proof/accessMatrix");
  const { proveGuarded } = await import("../proof/proof");
  const progress = stackProgress(process.stderr);
  const planned = await planOrganization(zone, {
    jobs: options.jobs,
    onProgress: (done: number, total: number) => progress.update(done, total),
  }).finally(() => progress.stop());
  const rows = accessMatrix(planned, proveGuarded(planned), options);
  if (options.json) {
    await print(JSON.stringify(rows, null, 2));
    return;
  }
  const { matrixTable } = await import("./matrixTable");
  const { colors, width } = terminalOf(process.stdout);
  const all = options.all === true;
  if (rows.length === 0) {
    await print(nothing(options));
    return;
  }
  const table = matrixTable(rows, {
    colors,
    width: Math.min(width, 100),
    all,
    // Of one user the accounts are left out that are closed to him: nothing is common to all.
    together: !all && options.user === undefined,
  });
  const more =
    "--all lists every account, and every path with the id that --path and explain take.";
  await print([table, "Times are UTC.", ...(all ? [] : [more])].join("\n"));
}

/** Why a matrix is empty: the user has nothing there, or no such account has the path. */
function nothing({ user, path, account }: MatrixFilter): string {
  const where = account === undefined ? "" : ` in ${account}`;
  return user === undefined
    ? `${path} is not about anything${where}.`
    : `${user} can use ${path === undefined ? "no access path" : `${path} nowhere`}${where}.`;
}

async function checkNames(zone: LandingZone, { account, path, user }: MatrixFilter): Promise<void> {
  if (account !== undefined) {
    await knownName("account", account, zone.accounts);
  }
  if (user !== undefined) {
    await knownName("user", user, zone.users);
  }
  if (path !== undefined) {
    await knownPath(path);
  }
}
