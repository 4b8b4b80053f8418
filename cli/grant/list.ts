import { Command, Option } from "commander";
import type { Grant, LandingZone, NodeSelector } from "../../model/landingZone";
import { knownName } from "../names";
import { grantsOption, organizationOption } from "../options";
import { print, terminalOf } from "../terminal";
import { indented } from "../tree";
import { GrantsFilesOptions, readGrantsFiles } from "./grantsFiles";
import { State, stateOf, states } from "./states";

interface ListOptions extends GrantsFilesOptions {
  readonly user?: string;
  readonly account?: string;
  readonly state?: State;
  readonly at?: string;
  readonly zone?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ sekisho grant list
  $ sekisho grant list --user alice --zone Asia/Tokyo
  $ sekisho grant list --account web-production --at 2026-12-01T09:30+09:00 --state open
  $ sekisho grant list --json | jq '.[] | select(.state == "open")'

On a terminal a time line comes first: a bar a grant, = open, - to come, | now.

Exit code: 0 printed, 2 wrong use, or the files cannot be read or do not check.

--json prints a list: each grant as the files have it, times in UTC and accounts by name, with
  state      open, coming, revoked or ended
  overruns   { accounts, minutes?, because }: how long a session may outlive the window; no minutes: without limit`;

/** `sekisho grant list`: what is open, what is to come, what is over. */
export function addGrantList(grant: Command): void {
  grant
    .command("list")
    .summary("show the grants by their windows")
    .description(
      "Shows open grants first, then those to come, then revoked and ended ones, in local time and UTC, and how long a session " +
        "may outlive each window.",
    )
    .option("--user <name>", "only the grants of one user")
    .option("--account <name>", "only the grants that open one account")
    .addOption(new Option("--state <state>", "only those that are so").choices(states))
    .option("--at <moment>", "as if it were that moment (default: now)")
    .option("--zone <zone>", "the zone of local times (default: this machine's)")
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--json", "print the grants for programs")
    .addHelpText("after", examples)
    .action(listGrants);
}

async function listGrants(options: ListOptions): Promise<void> {
  const { windowText } = await import("../when");
  const { knownZone, momentOf } = await import("./window");
  const { formatInstant, parseInstant } = await import("../../model/instant");
  const place = knownZone(options.zone);
  const now =
    options.at === undefined
      ? formatInstant(new Date())
      : (parseInstant(momentOf(options.at, place)) ?? formatInstant(new Date(options.at)));
  const { zone } = await readGrantsFiles(options);
  const { overrunsOf, overrunText } = await import("./openingLines");
  const grants = await selected(zone, now, options);
  if (options.json) {
    const rows = grants.map((grant) => ({ ...grant, overruns: overrunsOf(zone, grant) }));
    await print(JSON.stringify(rows, null, 2));
    return;
  }
  if (grants.length === 0) {
    await print(nothing(zone, options));
    return;
  }
  const { timeLines } = await import("./timeLines");
  const { colors, width } = terminalOf(process.stdout);
  const colour = {
    open: colors.green,
    coming: colors.cyan,
    revoked: colors.red,
    ended: colors.dim,
  };
  const blocks = grants.map((grant) => {
    const { state, id, user, accounts, from, until, revoked, reason, ticket, approver } = grant;
    const asked = ticket === undefined ? reason : `${reason} (${ticket})`;
    const over = state === "revoked" || state === "ended";
    const lines = [
      `${windowText(from, until, place)} ${place} (${from} to ${until})`,
      ...(revoked === undefined ? [] : [`revoked from ${revoked} on`]),
      `${what(grant)}; ${asked}; ${approver} is named as approver`,
      ...(over
        ? []
        : overrunsOf(zone, grant).map(
            (each) =>
              `${each.accounts.length === accounts.length ? "" : `${each.accounts.join(", ")}: `}${overrunText(each)}`,
          )),
    ];
    return [
      ...indented(
        `${colour[state](state.padEnd(7))}  ${colors.bold(id)}  ${user} in ${accounts.join(", ")}`,
        width,
        "",
        "           ",
      ),
      ...lines.flatMap((line) => indented(line, width, "         ", "           ")),
    ];
  });
  const chart = timeLines(grants, now, place, width).map(({ state, text }) =>
    state === undefined ? text : colour[state](text),
  );
  await print([...chart, ...blocks.map((lines) => lines.join("\n"))].join("\n"));
}

async function selected(zone: LandingZone, now: string, options: ListOptions) {
  const { user, account, state } = options;
  if (user !== undefined) {
    await knownName("user", user, zone.users);
  }
  if (account !== undefined) {
    await knownName("account", account, zone.accounts);
  }
  return zone.grants
    .map((grant) => ({ ...grant, state: stateOf(grant, now) }))
    .filter(
      (grant) =>
        (user === undefined || grant.user === user) &&
        (account === undefined || grant.accounts.includes(account)) &&
        (state === undefined || grant.state === state),
    )
    .sort(
      (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || (a.from < b.from ? -1 : 1),
    );
}

function nothing({ grants }: LandingZone, { user, account, state }: ListOptions): string {
  const said = [
    ...(state === undefined ? [] : [`is ${state}`]),
    ...(user === undefined ? [] : [`is of ${user}`]),
    ...(account === undefined ? [] : [`opens ${account}`]),
  ];
  return grants.length === 0 || said.length === 0
    ? "There are no grants."
    : `There is no grant that ${said.join(" and ")}.`;
}

function what({ nodes, channels }: Grant): string {
  const ways = channels?.join(", ") ?? "the account's channels with a record";
  return `${ways} on ${nodes === undefined ? "the account's nodes" : named(nodes)}`;
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
