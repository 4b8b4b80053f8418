import type { Command } from "commander";
import type { LandingZone } from "../../model/landingZone";
import type { WrittenGrant } from "../../model/grantsText";
import { Stop } from "../stop";
import { print } from "../terminal";
import { GrantsFileOptions, readGrantsFile, rewrite } from "./grantsFile";
import type { WindowOptions } from "./window";
import { grantsOption, organizationOption } from "../options";

interface AddOptions extends GrantsFileOptions, WindowOptions {
  readonly id?: string;
  readonly nodes?: readonly string[];
  readonly channel?: readonly string[];
  readonly reason: string;
  readonly ticket?: string;
  readonly approver: string;
  readonly dryRun?: boolean;
}

const examples = `
Examples:
  $ sekisho grant add alice web-production --for 2h --reason "Replace the certificate" --ticket OPS-1201 --approver bob
  $ sekisho grant add alice web-production data-development --from 2026-12-01T09:00 --until 2026-12-01T13:00 \\
      --zone Asia/Tokyo --reason "Vendor update" --approver bob
  $ sekisho grant add erin windows-production --for 1h --channel rdp --nodes i-0123456789abcdef0 \\
      --reason "Print server" --approver bob

Exit code: 0 written, 2 wrong use, or the grant does not check; then nothing is written.`;

/** `sekisho grant add`: one more block in grants.yaml. */
export function addGrantAdd(grant: Command): void {
  grant
    .command("add")
    .summary("add a grant")
    .description(
      "Adds a block at the end of grants.yaml and prints the difference and the stacks that carry it. " +
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
    .option("--nodes <ids...>", "node ids, or all (default: what the account declares)")
    .option("--channel <names...>", "channels (default: what the account declares)")
    .option("--ticket <text>", "where it was asked for")
    .option("--id <id>", "the grant's id (default: the user, the account and the day)")
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--dry-run", "only show what would change")
    .addHelpText("after", examples)
    .action(add);
}

async function add(user: string, accounts: readonly string[], options: AddOptions): Promise<void> {
  const { windowOf } = await import("./window");
  const { from, until } = windowOf(options);
  const file = await readGrantsFile(options);
  const { withGrant } = await import("../../model/grantsText");
  const grant: WrittenGrant = {
    id: options.id ?? freeId(file.zone, user, accounts[0]!, from),
    user,
    accounts,
    ...(options.nodes && { nodes: nodesOf(options.nodes) }),
    ...(options.channel && { channels: options.channel }),
    from,
    until,
    reason: options.reason,
    ...(options.ticket !== undefined && { ticket: options.ticket }),
    approver: options.approver,
  };
  await rewrite(file, textWith(withGrant, file.text, grant), options, options.dryRun === true);
  const { ownZone, windowText } = await import("../when");
  const zone = options.zone ?? ownZone();
  const ours =
    options.zone === undefined ? ", the zone of this machine (--zone names another)" : "";
  await print(`The window: ${windowText(from, until, zone)} in ${zone}${ours}.`);
}

function textWith(
  withGrant: (text: string, grant: WrittenGrant) => string,
  text: string,
  grant: WrittenGrant,
): string {
  try {
    return withGrant(text, grant);
  } catch (error) {
    throw new Stop((error as Error).message, 2);
  }
}

function nodesOf(nodes: readonly string[]): WrittenGrant["nodes"] {
  return nodes.length === 1 && nodes[0] === "all" ? "all" : { ids: nodes };
}

/** `alice-web-production-2026-12-01`, with a number where that is taken. */
export function freeId(
  zone: Pick<LandingZone, "grants">,
  user: string,
  account: string,
  from: string,
): string {
  const plain = `${user}-${account}`.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 48);
  const id = `${plain}-${from.slice(0, 10)}`;
  const taken = new Set(zone.grants.map((grant) => grant.id));
  for (let number = 2, free = id; ; number++) {
    if (!taken.has(free)) {
      return free;
    }
    free = `${id}-${number}`;
  }
}
