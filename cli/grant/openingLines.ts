import type { Account, Channel, Grant, LandingZone } from "../../model/landingZone";
import { channelsWithoutTranscript, openingOf } from "../../model/openings";
import { Overrun, overrunOf } from "../../model/overrun";
import { count, list } from "../words";
import { accountsOf } from "./states";

/** How long a session may outlive the window of a grant in some of its accounts. */
export interface GrantOverrun extends Overrun {
  readonly accounts: readonly string[];
}

/** The overruns of a grant, accounts with the same one together, in the order of the grant. */
export function overrunsOf(zone: LandingZone, grant: Grant): GrantOverrun[] {
  return grouped(accountsOf(zone, grant), (account) =>
    overrunOf(openingOf(grant, account), account),
  ).map(({ accounts, value }) => ({ accounts, ...value }));
}

/** What a reviewer should know of a grant beside its window: a sentence each. */
export function openingLines(zone: LandingZone, grant: Grant): string[] {
  const accounts = accountsOf(zone, grant);
  const overruns = overrunsOf(zone, grant);
  const silent = grouped(accounts, (account) =>
    openingOf(grant, account).channels.filter((channel) =>
      channelsWithoutTranscript.includes(channel),
    ),
  ).filter(({ value }) => value.length > 0);
  const wide = accounts
    .filter(({ osAccess }) => osAccess.windows === "assume-role")
    .map(({ name }) => name);
  return [
    ...overruns.map((each) => sentence(inSome(each.accounts, accounts), overrunText(each))),
    ...silent.map(({ accounts: some, value }) => sentence(inSome(some, accounts), noRecord(value))),
    ...(wide.length > 0 && (grant.nodes ?? grant.channels) !== undefined
      ? [
          `In ${list(wide)} its nodes and channels narrow nothing: the window holds on taking the role alone.`,
        ]
      : []),
  ];
}

/** `a session may outlive the window by up to 2 minutes: a function ends sessions every minute`. */
export function overrunText({ minutes, because }: Overrun): string {
  switch (minutes) {
    case 0:
      return `no session outlives the window: ${because}`;
    case undefined:
      return `a session may outlive the window without limit: ${because}`;
    default:
      return `a session may outlive the window by up to ${span(minutes)}: ${because}`;
  }
}

function span(minutes: number): string {
  return minutes % 60 === 0 ? count(minutes / 60, "hour") : count(minutes, "minute");
}

/** That a channel leaves no transcript, in words. */
export function noRecord(channels: readonly Channel[]): string {
  return `over ${list(channels)} there is no transcript: nobody can read later what was done`;
}

/** Names accounts where they are not all. */
function inSome(some: readonly string[], all: readonly Account[]): string {
  return some.length === all.length ? "" : `in ${list(some)} `;
}

function sentence(where: string, what: string): string {
  const text = `${where}${what}.`;
  return text[0]!.toUpperCase() + text.slice(1);
}

function grouped<Value>(accounts: readonly Account[], of: (account: Account) => Value) {
  const groups = new Map<string, { accounts: string[]; value: Value }>();
  for (const account of accounts) {
    const value = of(account);
    const key = JSON.stringify(value);
    const group = groups.get(key) ?? { accounts: [], value };
    group.accounts.push(account.name);
    groups.set(key, group);
  }
  return [...groups.values()];
}
