import type { Grant, LandingZone } from "../../model/landingZone";
import { Opening, openingOf } from "../../model/openings";

/** Where a grant stands at a moment. */
export const states = ["open", "coming", "revoked", "ended"] as const;

export type State = (typeof states)[number];

/** The state at `now`, in UTC as the model writes it; windows are half-open. */
export function stateOf({ from, until, revoked }: Grant, now: string): State {
  if (revoked !== undefined && (revoked <= now || revoked <= from)) {
    return "revoked";
  }
  const end = revoked ?? until;
  return end <= now ? "ended" : from <= now ? "open" : "coming";
}

/** First moment in which the grant opens nothing any more. */
export function endOf({ until, revoked = until }: Grant): string {
  return revoked < until ? revoked : until;
}

/** What the grant opens in each of its accounts. */
export function openingsOf(zone: LandingZone, grant: Grant): Opening[] {
  return zone.accounts
    .filter(({ name }) => grant.accounts.includes(name))
    .map((account) => openingOf(grant, account));
}
