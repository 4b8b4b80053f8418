import { Account } from "./landingZone";
import { Opening } from "./openings";

/** How long, at worst, somebody is still on a node after a window has ended. */
export interface Overrun {
  /** None: nothing is known to end the session. */
  readonly minutes?: number;
  /** What ends it then, in the words after "because". */
  readonly because: string;
}

/** A minute between two runs of the function that ends sessions, and a minute for a run. */
export const expiryMinutes = 2;

/** Longest life of OSAccess's credentials, in minutes: what AWS lets a role have at least. */
export const credentialMinutes = 60;

/**
 * The overrun of what a grant opens in an account. Role credentials live for an hour where the window holds on taking the role
 * alone; of the sessions only shells end after `maxSession`, which stands in the account's own session document. Sessions over
 * AWS's documents for ports have no such limit.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-max-timeout.html
 */
export function overrunOf({ grant, channels }: Opening, { osAccess }: Account): Overrun {
  // A revocation comes before the last session of a hard end has run out.
  if (grant.hardEnd && grant.revoked === undefined) {
    return { minutes: 0, because: "no session starts later than maxSession before the end" };
  }
  const late = osAccess.windows === "assume-role" ? credentialMinutes : 0;
  const credentials = late > 0 ? "credentials live for an hour, and " : "";
  const { maxSession } = osAccess;
  const unbounded = channels.filter((channel) => channel !== "shell");
  const endless = unbounded.length > 0;
  if (osAccess.sessionExpiry && (endless || maxSession > expiryMinutes)) {
    return {
      minutes: late + expiryMinutes,
      because: `${credentials}a function ends sessions every minute`,
    };
  }
  return endless
    ? { because: `${credentials}nothing ends a session over ${unbounded.join(", ")} but its owner` }
    : { minutes: late + maxSession, because: `${credentials}maxSession ends a shell` };
}
