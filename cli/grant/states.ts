import type { Account, Grant, LandingZone } from "../../model/landingZone";
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

/** The accounts that the grant opens. */
export function accountsOf(zone: LandingZone, { accounts }: Grant): Account[] {
  return zone.accounts.filter(({ name }) => accounts.includes(name));
}

/** Whether some account is in the plain form of the articles, in which credentials outlive the window. */
export function holdsOnTakingTheRole(accounts: readonly Account[]): boolean {
  return accounts.some(({ osAccess }) => osAccess.windows === "assume-role");
}

/** What the grant opens in each of its accounts. */
export function openingsOf(zone: LandingZone, grant: Grant): Opening[] {
  return accountsOf(zone, grant).map((account) => openingOf(grant, account));
}
