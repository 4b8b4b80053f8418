import { performance } from "node:perf_hooks";
import { planOrganization } from "../engine/check";
import { accessMatrix } from "../proof/accessMatrix";
import { proveGuarded } from "../proof/proof";
import { loadLandingZone } from "../model/load";

/** What the proof of an organization that is planned already costs, and how much there was to prove. */
export interface ProofCost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Access paths and claims about roles, account by account. */
  readonly questions: number;
  /** Of the accounts and paths. */
  readonly rows: number;
}

/** Proves every access path of every guarded account and makes the matrix, in this thread and from nothing kept. */
export async function proofCost(organizationFile: string): Promise<ProofCost> {
  const loaded = loadLandingZone(organizationFile);
  if (!loaded.ok) {
    throw new Error(`${organizationFile} does not check.`);
  }
  const planned = await planOrganization(loaded.zone);
  const started = performance.now();
  const cpu = process.cpuUsage();
  const proof = proveGuarded(planned);
  const matrix = accessMatrix(planned, proof);
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    questions: proof.guarded.reduce(
      (sum, { accounts, paths, roles }) =>
        sum +
        accounts.length *
          (paths.length + roles.reduce((claims, role) => claims + role.claims.length, 0)),
      0,
    ),
    rows: matrix.length,
  };
}
