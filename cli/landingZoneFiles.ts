import type { LandingZone } from "../model/landingZone";
import { Stop } from "./stop";
import { count, list } from "./words";

/** Reads and checks the files; stops with every fault, a line each, if there are any. */
export async function readLandingZone(file: string, grants?: string): Promise<LandingZone> {
  const { loadLandingZone } = await import("../model/load");
  const { formatFault } = await import("../model/fault");
  const loaded = loadLandingZone(file, grants);
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
