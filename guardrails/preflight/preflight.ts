import { LandingZone } from "../../model/landingZone";
import { lockOuts } from "./lockOut";
import { lockOutFindings } from "./lockOutFindings";
import { orderFindings } from "./order";
import { slotFindings } from "./slots";

/** Something to know before the guardrails are attached. */
export interface PreflightFinding {
  /** The OU's path or the account's name; none for the whole organization. */
  readonly target?: string;
  /** `refused`: attached like this, something stops working. `note`: to be read, or to be looked up where nobody can here. */
  readonly level: "refused" | "note";
  /** One sentence or two, without a line break. */
  readonly message: string;
}

/**
 * What can be said of the guardrails before they are attached, without asking AWS: whether they fit, whom they would
 * lock out, and in which order they are safe. What is already attached in the organization cannot be seen from here. Faults of
 * the organization's own policies are those of `loadCheckedLandingZone`.
 */
export function preflight(zone: LandingZone): PreflightFinding[] {
  return [...slotFindings(zone), ...lockOutFindings(zone, lockOuts(zone)), ...orderFindings(zone)];
}
