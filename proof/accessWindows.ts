import { NamedAccounts } from "../guardrails/namedAccounts";
import { evaluate } from "../iam/evaluate";
import { KnownAccount } from "../model/landingZone";
import { formatInstant } from "../model/instant";
import { identityAccount } from "../model/names";
import { Assumption } from "./assumption";
import { PlannedIdentity } from "./plannedIdentities";
import { PlannedOrganization } from "./plannedOrganization";
import { Numbers } from "./proofSharing";

/** A time in which a user can take a role. */
export interface AccessWindow {
  /** UTC, to the second; none where there is no beginning. */
  readonly from?: string;
  /** The first moment after it; none where there is no end. */
  readonly until?: string;
}

/** A user and when he can take some role. */
export interface RoleTaker {
  readonly user: string;
  readonly windows: readonly AccessWindow[];
}

export const dates = /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/g;

/**
 * Reads from the planned documents which users can take a role of an account, and when: with MFA, and from wherever the
 * account admits. Conditions compare the time with dates in the documents, and ours are half-open, so that between two
 * dates the answer never changes and the first moment stands for all.
 */
export class RoleTakers {
  private readonly users: readonly {
    readonly user: PlannedIdentity;
    readonly named: NamedAccounts;
  }[];
  private readonly controls = new Map<string, NamedAccounts>();
  private readonly known = new Map<string, readonly AccessWindow[]>();
  private readonly numbers = new Numbers();

  constructor(private readonly planned: PlannedOrganization) {
    const identity = identityAccount(planned.zone);
    this.users = planned
      .planned(identity)
      .identities.filter(({ kind }) => kind === "user")
      .map((user) => ({ user, named: new NamedAccounts(documentsOf(planned, user)) }));
  }

  of(account: KnownAccount, role: PlannedIdentity): RoleTaker[] {
    const { key, texts } = this.planned.above(account);
    const controls = this.controls.get(key) ?? new NamedAccounts(texts);
    this.controls.set(key, controls);
    const target = `${key} ${controls.groupOf(account.id)} ${role.name} ${this.numbers.of(role.trust?.text)}`;
    return this.users.flatMap(({ user, named }) => {
      const question = `${user.name} ${named.groupOf(account.id)} ${target}`;
      const windows = this.known.get(question) ?? this.windowsFor(account, role, user);
      this.known.set(question, windows);
      return windows.length === 0 ? [] : [{ user: user.name, windows }];
    });
  }

  private windowsFor(
    account: KnownAccount,
    role: PlannedIdentity,
    user: PlannedIdentity,
  ): readonly AccessWindow[] {
    const mayTakeAt = (at?: string) => mayTake(this.planned, account, role, user, at);
    return mayTakeAt() ? windowsOf(datesFor(this.planned, user), mayTakeAt) : [];
  }
}

/** Everything that says what a user may do, as JSON. */
function documentsOf(planned: PlannedOrganization, user: PlannedIdentity): string[] {
  const { identity, boundary } = planned.rightsOf(identityAccount(planned.zone), user);
  return [...identity, ...(boundary ? [boundary] : [])].map(({ document }) =>
    JSON.stringify(document),
  );
}

/** Every moment that the user's documents speak of, the earliest first. */
function datesFor(planned: PlannedOrganization, user: PlannedIdentity): string[] {
  const texts = documentsOf(planned, user);
  return [...new Set(texts.flatMap((text) => text.match(dates) ?? []))].sort();
}

function mayTake(
  planned: PlannedOrganization,
  account: KnownAccount,
  role: PlannedIdentity,
  user: PlannedIdentity,
  at?: string,
): boolean {
  const circumstances = { mfa: true, ...(at !== undefined && { at }) };
  const { request, policies } = new Assumption(planned, user, account, role, circumstances);
  const { result } = evaluate(request, policies);
  return result === "allowed" || result === "unknown";
}

/** The windows between the moments in which the answer is yes. */
export function windowsOf(
  moments: readonly string[],
  isOpen: (at: string) => boolean,
): AccessWindow[] {
  const windows: { from?: string; until?: string }[] = [];
  // Before the first moment, at and after each: a day before it stands for all of the time before.
  const [first = "2000-01-02T00:00:00Z"] = moments;
  let open = isOpen(shifted(first, -86_400));
  if (open) {
    windows.push({});
  }
  for (const moment of moments) {
    const still = isOpen(moment);
    if (still !== open) {
      if (still) {
        windows.push({ from: moment });
      } else {
        windows.at(-1)!.until = moment;
      }
    }
    open = still;
  }
  return windows;
}

function shifted(moment: string, seconds: number): string {
  return formatInstant(new Date(Date.parse(moment) + seconds * 1000));
}

/** The times that are in both lists, each in the order of time and without overlap. */
export function inBoth(
  some: readonly AccessWindow[],
  others: readonly AccessWindow[],
): AccessWindow[] {
  const common = some.flatMap((one) =>
    others.map((other): AccessWindow => {
      const [from] = [one.from, other.from]
        .flatMap((each) => each ?? [])
        .sort()
        .reverse();
      const [until] = [one.until, other.until].flatMap((each) => each ?? []).sort();
      return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
    }),
  );
  return common.filter(
    ({ from, until }) => from === undefined || until === undefined || from < until,
  );
}
