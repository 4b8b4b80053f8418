import { formatFault } from "../model/fault";
import { loadLandingZone } from "../model/load";
import { PackConfiguration, packConfiguration } from "./configuration";

/**
 * The pack's configuration for an organization file. It is compiled into a file of its own, which the pack loads only
 * when the organization has changed: the schema and the YAML parser would slow down each start.
 *
 * Throws one line a fault if the file does not check: a pack that knows nothing must not judge.
 */
export function configurationOf(organizationFile: string): PackConfiguration {
  const loaded = loadLandingZone(organizationFile);
  if (!loaded.ok) {
    throw new Error(loaded.faults.map(formatFault).join("\n"));
  }
  return packConfiguration(loaded.zone);
}
