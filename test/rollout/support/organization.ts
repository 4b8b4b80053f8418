import { stringify } from "yaml";

/** Management and identity: every organization has them, and they count as accounts. */
const central = 2;

const ous = ["Workloads/First", "Workloads/Second"];

/** What one account has besides id, e-mail and OU, such as `{ osAccess: { idleTimeout: "5m" } }`. */
export type AccountSettings = Readonly<Record<string, unknown>>;

/**
 * The text of organization.yaml of an organization of so many small accounts: one region, no CloudWatch, no sudo rules, so
 * that a stack is some 20 resources. The workload accounts `workload-0`, ... are in turn in the OUs Workloads/First and
 * Workloads/Second, each a target of guardrails of its own.
 */
export function organizationOf(
  accounts: number,
  settings: Readonly<Record<string, AccountSettings>> = {},
): string {
  const workloads = Array.from({ length: accounts - central }, (_, index): [string, object] => [
    workloadName(index),
    {
      id: workloadId(index),
      email: `aws+${workloadName(index)}@example.com`,
      ou: ous[index % ous.length],
      ...settings[workloadName(index)],
    },
  ]);
  return stringify({
    organization: {
      id: "o-a1b2c3d4e5",
      root: "r-ab12",
      management: "management",
      identity: "identity",
    },
    regions: ["ap-northeast-1"],
    deploy: {
      role: "SekishoDeploy",
      trustedBy: "arn:aws:iam::222222222222:role/sekisho-ci",
    },
    identity: {
      source: "iam-users",
      passwordPolicy: { minimumLength: 16, maxAge: "never", reusePrevention: 24 },
    },
    organizationalUnits: {
      Security: { id: "ou-ab12-11111111" },
      Workloads: { id: "ou-ab12-22222222" },
      "Workloads/First": { id: "ou-ab12-33333333" },
      "Workloads/Second": { id: "ou-ab12-44444444" },
    },
    accounts: {
      management: { id: "111111111111", email: "aws@example.com" },
      identity: { id: "222222222222", email: "aws+identity@example.com", ou: "Security" },
      ...Object.fromEntries(workloads),
    },
    // An OU without accounts would be refused by the pack.
    guardrails: { attach: [...ous.slice(0, workloads.length), "Security"] },
    osAccess: {
      role: "OSAccess",
      channels: ["shell"],
      nodes: { tag: { "os-access": "allowed" } },
      idleTimeout: "15m",
      maxSession: "60m",
      maxGrant: "12h",
      logs: {
        s3: { retention: "400d", objectLock: "governance" },
        cloudWatch: "off",
        reader: "SessionAuditor",
      },
      sudo: "off",
    },
    roles: { SessionAuditor: { policies: [] } },
    groups: { operators: { switchTo: [{ role: "SessionAuditor", accounts: "*" }] } },
    users: { alice: { groups: ["operators"] } },
  });
}

export function workloadName(index: number): string {
  return `workload-${index}`;
}

export function workloadId(index: number): string {
  return String(400_000_000_000 + index);
}

/** The id of an account by its name. */
export function accountIdOf(name: string): string {
  const [, index] = /^workload-(\d+)$/.exec(name) ?? [];
  return index === undefined
    ? { management: "111111111111", identity: "222222222222" }[name]!
    : workloadId(Number(index));
}
