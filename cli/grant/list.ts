import type { Command } from "commander";
import type { Grant, LandingZone, NodeSelector } from "../../model/landingZone";
import { knownName } from "../names";
import { Stop } from "../stop";
import { print, terminalOf } from "../terminal";
import { indented } from "../tree";
import { GrantsFileOptions, readGrantsFile } from "./grantsFile";
import { grantsOption, organizationOption } from "../options";

interface ListOptions extends GrantsFileOptions {
  readonly user?: string;
  readonly zone?: string;
  readonly json?: boolean;
}

type State = "open" | "coming" | "ended";

const examples = `
Examples:
  $ sekisho grant list
  $ sekisho grant list --user alice --zone Asia/Tokyo
  $ sekisho grant list --json | jq '.[] | select(.state == "open")'

Exit code: 0 printed, 2 wrong use, or the files cannot be read or do not check.

--json prints a list: each grant with its state, open, coming or ended, and its accounts by name.`;

/** `sekisho grant list`: what is open, what is to come, what is over. */
export function addGrantList(grant: Command): void {
  grant
    .command("list")
    .summary("show the grants by their windows")
    .description(
      "Shows open grants first, then those to come, then ended ones, in local time and UTC.",
    )
    .option("--user <name>", "only the grants of one user")
    .option("--zone <zone>", "the zone of local times (default: this machine's)")
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--json", "print the grants for programs")
    .addHelpText("after", examples)
    .action(listGrants);
}

async function listGrants(options: ListOptions): Promise<void> {
  const { isZone, ownZone, windowText } = await import("../when");
  const place = options.zone ?? ownZone();
  if (!isZone(place)) {
    throw new Stop(`'${place}' is no time zone: write one such as Asia/Tokyo.`, 2);
  }
  const { zone } = await readGrantsFile(options);
  if (options.user !== undefined) {
    await knownName("user", options.user, zone.users);
  }
  const { formatInstant } = await import("../../model/instant");
  const now = formatInstant(new Date());
  const grants = byState(zone, now).filter(
    ({ user }) => options.user === undefined || user === options.user,
  );
  if (options.json) {
    await print(JSON.stringify(grants, null, 2));
    return;
  }
  if (grants.length === 0) {
    await print(
      options.user === undefined ? "There are no grants." : `${options.user} has no grant.`,
    );
    return;
  }
  const { timeLine } = await import("./timeLine");
  const { colors, width } = terminalOf(process.stdout);
  const colour = { open: colors.green, coming: colors.cyan, ended: colors.dim };
  const blocks = grants.map((grant) => {
    const { state, id, user, accounts, from, until, reason, ticket, approver } = grant;
    const asked = ticket === undefined ? reason : `${reason} (${ticket})`;
    const lines = [
      `${windowText(from, until, place)} ${place} (${from} to ${until})`,
      `${what(grant)}; ${asked}; approver ${approver}`,
    ];
    return [
      `${colour[state](state.padEnd(6))}  ${colors.bold(id)}  ${user} in ${accounts.join(", ")}`,
      ...lines.flatMap((line) => indented(line, width, "        ", "          ")),
      ...timeLine(grant, grants, now, width).map((line) => `        ${colour[state](line)}`),
    ];
  });
  await print(blocks.map((lines) => lines.join("\n")).join("\n"));
}

function byState(zone: LandingZone, now: string): (Grant & { state: State })[] {
  const order: readonly State[] = ["open", "coming", "ended"];
  return zone.grants
    .map((grant) => ({ ...grant, state: stateOf(grant, now) }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.from < b.from ? -1 : 1));
}

function stateOf({ from, until }: Grant, now: string): State {
  return until <= now ? "ended" : from <= now ? "open" : "coming";
}

function what({ nodes, channels }: Grant): string {
  return `${channels?.join(", ") ?? "the account's channels"} on ${nodes === undefined ? "the account's nodes" : named(nodes)}`;
}

function named(nodes: NodeSelector): string {
  switch (nodes.kind) {
    case "all":
      return "all nodes";
    case "tag":
      return `nodes tagged ${nodes.key}=${nodes.value}`;
    case "ids":
      return nodes.ids.join(", ");
  }
}
