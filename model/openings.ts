import { Account, Channel, Grant, LandingZone, NodeSelector } from "./landingZone";

/** What one grant opens in one account, everything resolved. */
export interface Opening {
  readonly grant: Grant;
  /** None: every node that the account opens. */
  readonly nodes?: NodeSelector;
  readonly channels: readonly Channel[];
  /** First moment, UTC. */
  readonly from: string;
  /** First moment after it: the end of the window, or the revocation before it. */
  readonly until: string;
  /** First moment in which no session starts any more: `until`, with a hard end earlier by the longest session. */
  readonly startUntil: string;
}

/** Channels of which nothing but their beginning and end is recorded: a grant opens them by name alone. */
export const channelsWithoutTranscript: readonly Channel[] = ["port-forward", "ssh"];

/** The channels of a grant that names none. */
export function recordedChannels(channels: readonly Channel[]): Channel[] {
  return channels.filter((channel) => !channelsWithoutTranscript.includes(channel));
}

/** First moment in which a grant opens nothing any more: the end of its window, or the revocation before it. */
export function endOf({ until, revoked = until }: Pick<Grant, "until" | "revoked">): string {
  return revoked < until ? revoked : until;
}

/** What a grant opens in one of its accounts. */
export function openingOf(grant: Grant, { osAccess }: Account): Opening {
  const { from, hardEnd } = grant;
  const until = endOf(grant);
  const startUntil = hardEnd ? earlier(grant.until, osAccess.maxSession) : until;
  const times = { from, until, startUntil: startUntil < until ? startUntil : until };
  if (osAccess.windows === "assume-role") {
    return { grant, channels: osAccess.channels, ...times };
  }
  return {
    grant,
    ...(grant.nodes && { nodes: grant.nodes }),
    channels: grant.channels ?? recordedChannels(osAccess.channels),
    ...times,
  };
}

/** What the grants open in an account, in the order of the file; nothing where AWS's approvals let people in. */
export function openingsInto(zone: LandingZone, account: Account): Opening[] {
  return account.osAccess.mode === "grants"
    ? zone.grants
        .filter(({ accounts }) => accounts.includes(account.name))
        .map((grant) => openingOf(grant, account))
    : [];
}

function earlier(moment: string, minutes: number): string {
  return `${new Date(Date.parse(moment) - minutes * 60_000).toISOString().slice(0, 19)}Z`;
}
