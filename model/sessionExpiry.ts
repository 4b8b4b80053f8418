import { Account } from "./landingZone";

/** Whether a function ends the account's sessions when their windows do: there are windows only where grants open the account. */
export function endsSessions({ osAccess }: Account): boolean {
  return osAccess.mode === "grants" && osAccess.sessionExpiry;
}
