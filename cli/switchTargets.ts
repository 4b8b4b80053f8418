import type { Channel, Grant, KnownAccount, LandingZone, User } from "../model/landingZone";

/** A role that a user may switch to, and for OSAccess the grants that open it. */
export interface SwitchTarget {
  readonly account: KnownAccount;
  readonly role: string;
  /** Longest role session in seconds. */
  readonly longest: number;
  /** Windows that are open or still to come; none for roles that need no grant. */
  readonly grants?: readonly Grant[];
}

/**
 * What a user may switch to, in the order of the accounts in the file, OSAccess first. `now` is an instant in UTC as the
 * model writes it: grants that ended before it are left out.
 */
export function switchTargets(zone: LandingZone, user: User, now: string): SwitchTarget[] {
  const live = zone.grants.filter((grant) => grant.user === user.name && grant.until > now);
  return zone.accounts.flatMap((account) => {
    const { id } = account;
    if (id === undefined) {
      return [];
    }
    const known = { ...account, id };
    const grants = live.filter(({ accounts }) => accounts.includes(account.name));
    const entry = { account: known, role: zone.osAccessRole, longest: 3600, grants };
    return [
      ...(grants.length > 0 ? [entry] : []),
      ...rolesFor(zone, user, account.name).map(({ name, maxSession }) => ({
        account: known,
        role: name,
        longest: maxSession * 60,
      })),
    ];
  });
}

/** Whether one of the grants opens the channel there; a grant that names none opens those of the account. */
export function opens({ account, grants = [] }: SwitchTarget, channel: Channel): boolean {
  return grants.some(({ channels }) => (channels ?? account.osAccess.channels).includes(channel));
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
