import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import * as yaml from "yaml";
import { planOrganization } from "../engine/check";
import { accessMatrix } from "../proof/accessMatrix";
import { proveGuarded } from "../proof/proof";
import { loadLandingZone } from "../model/load";

/** What planning and proving an organization with many live grants costs. */
export interface GrantsCost {
  readonly grants: number;
  readonly accounts: number;
  readonly planSeconds: number;
  readonly proveSeconds: number;
  readonly matrixSeconds: number;
  /** Of planning and proving, workers included. */
  readonly cpuSeconds: number;
  /** Claims and access paths that are not proved: none, or the figures mean nothing. */
  readonly notProved: number;
}

interface Organization {
  accounts: Record<string, { osAccess?: { mode?: string; nodes?: unknown } }>;
  users: Record<string, object>;
}

/** Grants of each account. */
const each = 5;

/**
 * Writes grants into so many accounts, `each` to one, and `atOnce` more into one account besides, in place of those that are
 * there: every one for another user, another node and another window.
 */
export function writeGrants(organizationFile: string, accounts: number, atOnce = 0): void {
  const organization = yaml.parse(readFileSync(organizationFile, "utf8")) as Organization;
  const names = Object.entries(organization.accounts)
    .filter(([name, { osAccess }]) => name.startsWith("workload-") && osAccess?.mode === undefined)
    .map(([name]) => name);
  const chosen = names.slice(0, accounts);
  const into = [
    ...chosen.flatMap((name) => Array.from({ length: each }, () => name)),
    ...Array.from({ length: atOnce }, () => names.at(-1)!),
  ];
  organization.users = {
    ...organization.users,
    ...Object.fromEntries(into.map((_, number) => [`person-${number}`, { groups: ["operators"] }])),
  };
  const grants = into.map((account, number) => ({
    id: `grant-${number}`,
    user: `person-${number}`,
    accounts: [account],
    // An account that lists its nodes opens no others.
    ...(organization.accounts[account]?.osAccess?.nodes
      ? {}
      : { nodes: { ids: [`i-${String(number).padStart(17, "0")}`] } }),
    ...windowOf(number),
    reason: "Replace the certificate",
    approver: "carol",
  }));
  const text = (value: unknown) => yaml.stringify(value, { aliasDuplicateObjects: false });
  writeFileSync(organizationFile, text(organization));
  writeFileSync(join(dirname(organizationFile), "grants.yaml"), text({ grants }));
}

/** An hour, each a minute after the one before. */
function windowOf(number: number) {
  const start = Date.UTC(2026, 11, 1) + number * 60_000;
  const [from, until] = [start, start + 3_600_000].map((time) => new Date(time).toISOString());
  return { from: from!.replace(".000Z", "Z"), until: until!.replace(".000Z", "Z") };
}

/** Plans with as many workers as `check` takes, and proves in this thread. */
export async function grantsCost(organizationFile: string): Promise<GrantsCost> {
  const loaded = loadLandingZone(organizationFile);
  if (!loaded.ok) {
    throw new Error(`${organizationFile} does not check: ${loaded.faults[0]?.message}`);
  }
  const { zone } = loaded;
  const cpu = process.cpuUsage();
  const started = performance.now();
  const planned = await planOrganization(zone);
  const plannedAt = performance.now();
  const proof = proveGuarded(planned);
  const provedAt = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  accessMatrix(planned, proof);
  const ended = performance.now();
  return {
    grants: zone.grants.length,
    accounts: zone.accounts.length,
    planSeconds: (plannedAt - started) / 1000,
    proveSeconds: (provedAt - plannedAt) / 1000,
    matrixSeconds: (ended - provedAt) / 1000,
    cpuSeconds: (user + system) / 1e6,
    notProved: proof.guarded
      .flatMap(({ paths, roles }) => [...paths, ...roles.flatMap(({ claims }) => claims)])
      .filter(({ check }) => check.result !== "proved").length,
  };
}
