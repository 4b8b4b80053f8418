import { dirname, join } from "node:path";
import { Fault, sortFaults } from "../model/fault";
import { OwnPolicy } from "../model/landingZone";
import { Loaded, loadLandingZone } from "../model/load";
import { ownPolicyFaults } from "./ownPolicies/ownPolicies";
import { ownPolicyLockOutFaults } from "./ownPolicies/lockOuts";

/**
 * As `loadLandingZone`, with the organization's own policies read and judged as policies too: all faults of all files
 * at once. Everything that plans or deploys loads through this.
 */
export async function loadCheckedLandingZone(
  organizationFile: string,
  grantsFile?: string,
): Promise<Loaded> {
  const loaded = loadLandingZone(organizationFile, grantsFile);
  const policies = loaded.ok
    ? loaded.zone.guardrails.flatMap(({ policies = [] }) => policies)
    : loaded.policies;
  const faults = (await faultsOf(policies, loaded)).map((fault) => ({
    ...fault,
    // As organization.yaml is named: from where the command runs.
    file: join(dirname(organizationFile), fault.file),
  }));
  if (loaded.ok) {
    return faults.length === 0 ? loaded : { ok: false, faults, policies };
  }
  return { ...loaded, faults: [...loaded.faults, ...faults] };
}

async function faultsOf(policies: readonly OwnPolicy[], loaded: Loaded): Promise<Fault[]> {
  const faults = await ownPolicyFaults(policies);
  return sortFaults([...faults, ...(loaded.ok ? ownPolicyLockOutFaults(loaded.zone) : [])]);
}
