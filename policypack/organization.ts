import { basename, dirname, join } from "node:path";
import { formatFault } from "../model/fault";
import { loadLandingZone } from "../model/load";
import { Compiled, digest } from "./compiledConfiguration";
import { packConfiguration } from "./zoneConfiguration";

/**
 * What the pack keeps of an organization file. It is compiled into a file of its own, which the pack loads only
 * when the organization has changed: the schema and the YAML parser would slow down each start.
 *
 * Throws one line a fault if the file does not check: a pack that knows nothing must not judge.
 */
export function compiledFrom(organizationFile: string): Compiled {
  const loaded = loadLandingZone(organizationFile);
  if (!loaded.ok) {
    throw new Error(loaded.faults.map(formatFault).join("\n"));
  }
  const policies = loaded.zone.guardrails.flatMap(({ policies = [] }) =>
    policies.map(({ file }) => file),
  );
  const folder = dirname(organizationFile);
  const names = [basename(organizationFile), ...new Set(policies)];
  return {
    files: Object.fromEntries(names.map((name) => [name, digest(join(folder, name))])),
    configuration: packConfiguration(loaded.zone),
  };
}
