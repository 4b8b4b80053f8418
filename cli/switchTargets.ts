import type { Channel, KnownAccount, LandingZone, User } from "../model/landingZone";
import { Opening, openingsInto } from "../model/openings";

/** A role that a user may switch to, and for OSAccess what the grants open with it. */
export interface SwitchTarget {
  readonly account: KnownAccount;
  readonly role: string;
  /** Longest role session in seconds. */
  readonly longest: number;
  /** What is open or still to come; none for roles that need no grant. */
  readonly openings?: readonly Opening[];
}

/**
 * What a user may switch to, in the order of the accounts in the file, OSAccess first. `now` is an instant in UTC as the
 * model writes it: grants that ended before it, or were revoked, are left out.
 */
export function switchTargets(zone: LandingZone, user: User, now: string): SwitchTarget[] {
  return zone.accounts.flatMap((account) => {
    const { id } = account;
    if (id === undefined) {
      return [];
    }
    const known = { ...account, id };
    const openings = openingsInto(zone, account).filter(
      ({ grant, from, until }) => grant.user === user.name && until > now && until > from,
    );
    const entry = { account: known, role: zone.osAccessRole, longest: 3600, openings };
    return [
      ...(openings.length > 0 ? [entry] : []),
      ...rolesFor(zone, user, account.name).map(({ name, maxSession }) => ({
        account: known,
        role: name,
        longest: maxSession * 60,
      })),
    ];
  });
}

/** Whether one of the grants opens the channel there. */
export function opens({ openings = [] }: SwitchTarget, channel: Channel): boolean {
  return openings.some(({ channels }) => channels.includes(channel));
}

/** `OSAccess@web-production`: the AWS CLI's name for the target. */
export function profileName({ account, role }: SwitchTarget): string {
  return `${role}@${account.name}`;
}

function rolesFor(zone: LandingZone, user: User, account: string) {
  const names = new Set(
    zone.groups
      .filter(({ name }) => user.groups.includes(name))
      .flatMap(({ switchTo }) => switchTo.filter(({ accounts }) => accounts.includes(account)))
      .map(({ role }) => role),
  );
  return zone.roles.filter(({ name }) => names.has(name));
}
