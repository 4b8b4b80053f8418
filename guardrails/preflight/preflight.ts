import { PreflightFinding } from "./finding";
import { LandingZone } from "../../model/landingZone";
import { justInTimeFindings } from "./justInTime";
import { lockOuts } from "./lockOut";
import { lockOutFindings } from "./lockOutFindings";
import { orderFindings } from "./order";
import { slotFindings } from "./slots";

/**
 * What can be said of the guardrails before they are attached, without asking AWS: whether they fit, whom they would
 * lock out, and in which order they are safe. What is already attached in the organization cannot be seen from here. Faults of
 * the organization's own policies are those of `loadCheckedLandingZone`.
 */
export function preflight(zone: LandingZone): PreflightFinding[] {
  return [
    ...slotFindings(zone),
    ...lockOutFindings(zone, lockOuts(zone)),
    ...orderFindings(zone),
    ...justInTimeFindings(zone),
  ];
}
