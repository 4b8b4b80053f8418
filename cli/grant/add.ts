import type { Command } from "commander";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Grant, LandingZone } from "../../model/landingZone";
import type { WrittenGrant } from "../../model/grantsText";
import { grantsOption, organizationOption } from "../options";
import { Stop } from "../stop";
import { print, terminalOf } from "../terminal";
import { count, list } from "../words";
import {
  Changes,
  checkedWith,
  edited,
  GrantsFiles,
  GrantsFilesOptions,
  outcome,
  printDifference,
  readGrantsFiles,
  unwritten,
  writeChanges,
} from "./grantsFiles";
import type { WindowOptions } from "./window";

interface AddOptions extends GrantsFilesOptions, WindowOptions {
  readonly id?: string;
  readonly nodes?: readonly string[];
  readonly channel?: readonly string[];
  readonly hardEnd?: boolean;
  readonly reason: string;
  readonly ticket?: string;
  readonly approver: string;
  readonly append?: boolean;
  readonly dryRun?: boolean;
}

const examples = `
Examples:
  $ sekisho grant add alice web-production --for 2h --reason "Replace the certificate" --ticket OPS-1201 --approver bob
  $ sekisho grant add alice web-production data-development --from 2026-12-01T09:00 --until 2026-12-01T13:00 \\
      --zone Asia/Tokyo --reason "Vendor update" --approver bob
  $ sekisho grant add erin windows-production --for 1h --channel rdp --nodes i-0123456789abcdef0 \\
      --reason "Print server" --approver bob
  $ sekisho grant add alice Workloads/Development --for 8h --hard-end --nodes tag:team=web --channel shell \\
      --reason "Performance tests" --approver bob

Where it goes: into a file of its own, grants/<id>.yaml beside grants.yaml, so that branches that add grants merge without a
conflict, also on a forge. --append makes it a block at the end of grants.yaml; two branches that do so conflict there.

Exit code: 0 written, 1 AWS's sizes cannot hold it, 2 wrong use, or the grant does not check. With 1 and 2 nothing is written.`;

/** `sekisho grant add`: one more grant, in a file of its own or as one more block. */
export function addGrantAdd(grant: Command): void {
  grant
    .command("add")
    .summary("add a grant")
    .description(
      "Writes a grant and prints the difference, the stacks that carry it, and what the window leaves open. " +
        "The pull request is the request; the approver is named by whoever writes it and stands for nothing alone.",
    )
    .argument("<user>", "a name in users")
    .argument("<accounts...>", "names of accounts, or paths of OUs")
    .requiredOption("--reason <text>", "why")
    .requiredOption("--approver <name>", "who agrees; never the user")
    .option("--for <duration>", "how long: 30m, 2h, 1d")
    .option("--from <moment>", "first moment (default: now, to the minute)")
    .option("--until <moment>", "first moment after the window, instead of --for")
    .option("--zone <zone>", "the zone of times without an offset (default: this machine's)")
    .option(
      "--hard-end",
      "no session outlives the window: the last starts maxSession before its end",
    )
    .option("--nodes <nodes...>", "ids, tag:Key=value or all (default: what the account declares)")
    .option(
      "--channel <names...>",
      "shell, rdp, port-forward, ssh (default: those of the account that leave a record)",
    )
    .option("--ticket <text>", "where it was asked for")
    .option("--id <id>", "the grant's id (default: user, account, day and time)")
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--append", "a block at the end of grants.yaml, not a file of its own")
    .option("--dry-run", "only show what would change")
    .addHelpText("after", examples)
    .action(add);
}

async function add(user: string, accounts: readonly string[], options: AddOptions): Promise<void> {
  const { windowOf } = await import("./window");
  const { from, until } = windowOf(options);
  const files = await readGrantsFiles(options);
  const { zone } = files;
  const written: WrittenGrant = {
    id: options.id ?? freeId(zone, user, accounts[0]!, from),
    user,
    accounts: listed(accounts),
    ...(options.nodes && { nodes: nodesOf(listed(options.nodes)) }),
    ...(options.channel && { channels: listed(options.channel) }),
    from,
    until,
    ...(options.hardEnd && { hardEnd: true }),
    reason: options.reason,
    ...(options.ticket !== undefined && { ticket: options.ticket }),
    approver: options.approver,
  };
  const { changes, added } = await placed(files, written, options.append === true);
  const after = await checkedWith(options.file, files, changes, added);
  const { changedStacks } = await import("./changedStacks");
  const stacks = await changedStacks(zone, after);
  const { fault } = stacks.find((stack) => stack.fault !== undefined) ?? {};
  if (fault !== undefined) {
    throw new Stop(`${fault} ${unwritten(changes, "the grant does not fit")}`, 1);
  }
  const dryRun = options.dryRun === true;
  if (!dryRun) {
    writeChanges(changes);
  }
  await printDifference(files, changes);
  const names = stacks.map(({ name }) => name);
  const deploy =
    names.length === 0
      ? "No stack changes."
      : `After the review deploy ${count(names.length, "stack")}: ${list(names)}.`;
  const grant = after.grants.find(({ id }) => id === written.id)!;
  const { wrappedLines } = await import("../tree");
  const lines = [
    `${outcome(changes, dryRun)} ${deploy}`,
    ...(await whatItOpens(after, grant, options)),
  ];
  await print(wrappedLines(lines, terminalOf(process.stdout).width).join("\n"));
}

async function whatItOpens(
  zone: LandingZone,
  grant: Grant,
  options: AddOptions,
): Promise<string[]> {
  const { localTime, ownZone, windowText } = await import("../when");
  const { openingLines } = await import("./openingLines");
  const { openingsOf } = await import("./states");
  const place = options.zone ?? ownZone();
  const ours =
    options.zone === undefined ? ", the zone of this machine (--zone names another)" : "";
  const starts = [...new Set(openingsOf(zone, grant).map(({ startUntil }) => startUntil))].sort();
  return [
    `The window: ${windowText(grant.from, grant.until, place)} in ${place}${ours}.`,
    ...(grant.hardEnd ? [`The last session starts before ${localTime(starts[0]!, place)}.`] : []),
    ...openingLines(zone, grant),
    `The file names ${grant.approver} as approver; only the review can show that it is so.`,
  ];
}

/** Where the grant goes, and its place there. */
async function placed(
  { main, files, zone }: GrantsFiles,
  grant: WrittenGrant,
  append: boolean,
): Promise<{ changes: Changes; added: { file: string; position: number } }> {
  const { grantFile, idsOf, withGrant } = await import("../../model/grantsText");
  if (append) {
    const text = files.find(({ file }) => file === main)?.text ?? "grants: []\n";
    const position = edited(main, () => idsOf(text)).length;
    return {
      changes: new Map([[main, edited(main, () => withGrant(text, grant))]]),
      added: { file: main, position },
    };
  }
  const { grantsFolderOf } = await import("../../model/grantsFiles");
  // The form of an id is checked with the grant; here it must not lead out of the folder.
  const file = join(grantsFolderOf(main), `${grant.id.replace(/[^A-Za-z0-9._-]/g, "-")}.yaml`);
  if (existsSync(file)) {
    const taken = zone.grants.some(({ id }) => id === grant.id)
      ? "It holds that grant"
      : "It is there";
    throw new Stop(`${file} exists. ${taken}: choose another --id.`, 2);
  }
  return { changes: new Map([[file, grantFile(grant)]]), added: { file, position: 0 } };
}

/** Names that were said one by one, or with commas. */
function listed(names: readonly string[]): string[] {
  return names.flatMap((name) => name.split(",")).filter((name) => name !== "");
}

function nodesOf(nodes: readonly string[]): NonNullable<WrittenGrant["nodes"]> {
  const special = nodes.find((node) => node === "all" || node.startsWith("tag:"));
  if (special === undefined) {
    return { ids: nodes };
  }
  if (nodes.length > 1) {
    throw new Stop(
      `'${special}' stands alone: --nodes takes ids, or one tag:Key=value, or all.`,
      2,
    );
  }
  const [, key, value] = /^tag:([^=]+)=(.+)$/.exec(special) ?? [];
  if (special === "all") {
    return special;
  }
  if (key === undefined || value === undefined) {
    throw new Stop(`'${special}' is no tag: write tag:Key=value.`, 2);
  }
  return { tag: { [key]: value } };
}

/** `alice-web-production-2026-12-01-0900`, with a number where that is taken. */
export function freeId(
  zone: Pick<LandingZone, "grants">,
  user: string,
  account: string,
  from: string,
): string {
  const plain = `${user}-${account}`.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 45);
  const id = `${plain}-${from.slice(0, 10)}-${from.slice(11, 16).replace(":", "")}`;
  const taken = new Set(zone.grants.map((grant) => grant.id));
  for (let number = 2, free = id; ; number++) {
    if (!taken.has(free)) {
      return free;
    }
    free = `${id}-${number}`;
  }
}
