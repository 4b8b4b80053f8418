import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatFault } from "../../model/fault";
import { LandingZone } from "../../model/landingZone";
import { loadLandingZone } from "../../model/load";

/**
 * Folder of the example that README and tests speak of. The files in the root begin as its copies, and whoever uses
 * Sekisho makes them their own.
 */
export const exampleFolder = __dirname;

/** Text of one of the example's two files. */
export function exampleText(file: "organization.yaml" | "grants.yaml"): string {
  return readFileSync(join(exampleFolder, file), "utf8");
}

/** The example with its grants. */
export function exampleZone(): LandingZone {
  return zoneOf(exampleFolder);
}

/** The landing zone of a folder's two files; the test fails with every fault that they have. */
export function zoneOf(folder: string): LandingZone {
  const loaded = loadLandingZone(join(folder, "organization.yaml"));
  assert.ok(loaded.ok, loaded.ok ? "" : loaded.faults.map(formatFault).join("\n"));
  return loaded.zone;
}
