import type { LandingZone } from "../model/landingZone";
import { Stop } from "./stop";
import { count, list } from "./words";

/** Reads and checks the files; stops with every fault, a line each, if there are any. */
export async function readLandingZone(file: string, grants?: string): Promise<LandingZone> {
  const { loadCheckedLandingZone } = await import("../guardrails/checkedLandingZone");
  const { formatFault } = await import("../model/fault");
  const loaded = await loadCheckedLandingZone(file, grants);
  if (loaded.ok) {
    return loaded.zone;
  }
  const files = [...new Set(loaded.faults.map((fault) => fault.file))];
  throw new Stop(
    [
      ...loaded.faults.map(formatFault),
      `${count(loaded.faults.length, "fault")} in ${list(files)}.`,
    ].join("\n"),
    2,
  );
}

/**
 * The same for commands that judge and prove: guardrails that AWS would not take, since too many roles are named in them, are
 * the end, and a short one.
 */
export async function readProvableLandingZone(file: string, grants?: string): Promise<LandingZone> {
  const zone = await readLandingZone(file, grants);
  const { organizationPolicies } = await import("../guardrails/organizationPolicies");
  try {
    organizationPolicies(zone);
  } catch (error) {
    throw new Stop((error as Error).message, 1);
  }
  return zone;
}
