import { AccountNames } from "../accountNames";
import { Fault, quoted, visible } from "../fault";
import { minutesBetween } from "../instant";
import { OsAccessInheritance } from "../osAccess";
import { recordedChannels } from "../openings";
import { inOrder } from "../records";
import { GrantInput } from "../schema/grants";
import { OsAccessSettings } from "../schema/osAccess";
import { Path, YamlSource } from "../yamlSource";
import { checkHardEnd } from "./grantHardEnd";
import { checkGrantOverlaps } from "./grantOverlaps";
import { Draft, FirstPlaces, PlacedGrant, declares, unknownName } from "./draft";
import { checkTargets } from "./people";

/** Grants name people and accounts that exist, and give no more than each account allows. */
export function* checkGrants(
  { input, source: organization, complete }: Draft,
  grants: readonly PlacedGrant[],
): Generator<Fault> {
  const accounts = inOrder(input.accounts, organization.keys("accounts"));
  const names = new AccountNames(accounts.map(([name, { ou }]) => [name, ou]));
  const inheritance = new OsAccessInheritance(input);
  const settings = new Map(
    accounts.map(([name, account]) => [name, inheritance.ofAccount(account)]),
  );
  const usersRead = complete || organization.isMap("users");
  const accountsRead =
    accounts.length > 0 && accounts.length === organization.keys("accounts").length;
  const ids = new FirstPlaces<PlacedGrant>();
  for (const placed of grants) {
    const { source, position, grant } = placed;
    const at = ["grants", position];
    const first = ids.add(grant.id, placed);
    if (first !== undefined) {
      const place =
        first.source === source ? "" : `, it is already in ${visible(first.source.file)}`;
      const found = `found ${quoted(grant.id)} again${place}`;
      yield source.fault([...at, "id"], `${found}, allowed is each id once: choose another.`);
    }
    if (usersRead && !declares(organization, "users", grant.user)) {
      const users = organization.keys("users");
      yield unknownName(source, [...at, "user"], grant.user, "a user of users", users);
    }
    if (grant.approver.toLowerCase() === grant.user.toLowerCase()) {
      const found = `found ${quoted(grant.approver)}, the user of the grant`;
      yield source.fault(
        [...at, "approver"],
        `${found}, allowed is somebody else: ask another person.`,
      );
    }
    yield* checkTargets(grant.accounts, [...at, "accounts"], source, organization);
    for (const [position, target] of grant.accounts.entries()) {
      const declared = organization.has("organizationalUnits", target);
      if (accountsRead && declared && names.isEmpty(target)) {
        const found = `found ${quoted(target)}, an OU without accounts`;
        yield source.fault(
          [...at, "accounts", position],
          `${found}, allowed is one with accounts: remove it.`,
        );
      }
    }
    if (grant.until <= grant.from) {
      const found = `found ${grant.until} in UTC, which is not after from (${grant.from})`;
      yield source.fault([...at, "until"], `${found}, allowed is a later moment: correct one.`);
    }
    if (grant.revoked !== undefined && grant.revoked >= grant.until) {
      const found = `found ${grant.revoked} in UTC, when the grant is over (${grant.until})`;
      yield source.fault(
        [...at, "revoked"],
        `${found}, allowed is an earlier moment, because this closes nothing: correct or remove it.`,
      );
    }
    yield* checkLimits(grant, at, names, settings, source);
    yield* checkHardEnd(grant, at, names, settings, source);
  }
  yield* checkGrantOverlaps(grants, names, settings);
}

/** At most one fault for each key of a grant, naming the first account that it does not fit. */
function* checkLimits(
  grant: GrantInput,
  at: Path,
  names: AccountNames,
  settings: ReadonlyMap<string, OsAccessSettings>,
  source: YamlSource,
): Generator<Fault> {
  const length = minutesBetween(grant.from, grant.until);
  const accounts = names.expand(grant.accounts);
  const first = (fits: (of: OsAccessSettings) => boolean) =>
    accounts.map((name) => ({ name, of: settings.get(name)! })).find(({ of }) => !fits(of));

  const justInTime = first(({ mode }) => mode === "grants");
  if (justInTime !== undefined) {
    const found = `found ${quoted(justInTime.name)} among them, in mode just-in-time-node-access`;
    const allowed = "accounts in mode grants, because AWS's approvals let people into the others";
    yield source.fault([...at, "accounts"], `${found}, allowed are ${allowed}: leave it out.`);
  }
  const tooLong = first(({ maxGrant }) => length <= maxGrant!);
  if (tooLong !== undefined) {
    const found = `found a window of ${length} minutes`;
    const allowed = `${tooLong.of.maxGrant} (maxGrant of ${quoted(tooLong.name)})`;
    yield source.fault([...at, "until"], `${found}, allowed are ${allowed}: shorten it.`);
  }
  for (const [position, channel] of (grant.channels ?? []).entries()) {
    const without = first(({ channels }) => channels!.includes(channel));
    if (without !== undefined) {
      const allowed = `${without.of.channels!.join(", ")} (channels of ${quoted(without.name)})`;
      yield source.fault(
        [...at, "channels", position],
        `found ${quoted(channel)}, allowed are ${allowed}: remove it.`,
      );
    }
  }
  const silent = first(
    ({ channels, windows }) =>
      grant.channels !== undefined ||
      windows === "assume-role" ||
      recordedChannels(channels!).length > 0,
  );
  if (silent !== undefined) {
    const allowed = `one or more of ${silent.of.channels!.join(", ")}, by name (channels of ${quoted(silent.name)})`;
    yield source.fault(
      [...at, "channels"],
      `found nothing, allowed are ${allowed}, because they leave no transcript: add channels.`,
    );
  }
  const wider = first(({ nodes }) => narrows(grant.nodes, nodes!));
  if (wider !== undefined) {
    const found = `found nodes that ${quoted(wider.name)} does not open`;
    const allowed = "its own nodes or some of them";
    yield source.fault([...at, "nodes"], `${found}, allowed are ${allowed}: leave nodes out.`);
  }
}

/** A tag beside a tag, or an id beside a tag, must both hold on the node: they can only narrow. */
function narrows(granted: GrantInput["nodes"], own: NonNullable<OsAccessSettings["nodes"]>) {
  if (granted === undefined || own === "all") {
    return true;
  }
  if (granted === "all") {
    return false;
  }
  return own.ids === undefined || granted.ids === undefined
    ? true
    : granted.ids.every((id) => own.ids!.includes(id));
}
