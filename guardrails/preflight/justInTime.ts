import { knownAccounts } from "../../model/names";
import { LandingZone } from "../../model/landingZone";
import { exemptRoles, isJustInTime } from "../exemptions";
import { PreflightFinding } from "./finding";

/**
 * What somebody has to set up by hand where AWS's approvals let people in, and what that mode cannot do.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-just-in-time-node-access-setting-up.html
 */
export function* justInTimeFindings(zone: LandingZone): Generator<PreflightFinding> {
  for (const account of knownAccounts(zone).filter(isJustInTime)) {
    const requesters = exemptRoles(zone, "requester", account);
    yield {
      target: account.name,
      level: "note",
      message:
        "Just-in-time node access is set up by hand before the guardrails: the unified console of Systems Manager with a " +
        "delegated administrator, then just-in-time node access there, which makes SSM-JustInTimeAccessTokenRole by Quick " +
        "Setup; approval policies by the deploy role. Free for 30 days, then priced a node and hour.",
    };
    yield {
      target: account.name,
      level: "note",
      message:
        "Just-in-time node access cannot demand MFA on a request (only on switching to " +
        `${requesters.join(", ") || "a requester, and there is none"}), reach another account or region, or end a session: ` +
        "SessionExpiry is off there, and maxSession and idleTimeout alone end one.",
    };
  }
}
