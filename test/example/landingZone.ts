import * as assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatFault } from "../../model/fault";
import { LandingZone } from "../../model/landingZone";
import { loadLandingZone } from "../../model/load";

/**
 * Folder of the example that README and tests speak of. The files in the root begin as its copies, and whoever uses
 * Sekisho makes them their own.
 */
export const exampleFolder = __dirname;

/** Text of one of the example's files. */
export function exampleText(
  file: "organization.yaml" | "grants.yaml" | "policies/region-limit.json",
): string {
  return readFileSync(join(exampleFolder, file), "utf8");
}

/** Copies the policies that the example's organization.yaml names into a folder that holds a copy of that file. */
export function copyPolicies(folder: string): void {
  cpSync(join(exampleFolder, "policies"), join(folder, "policies"), { recursive: true });
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
