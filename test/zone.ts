import { Account, LandingZone, OsAccess } from "../model/landingZone";

const osAccess: OsAccess = {
  channels: ["shell"],
  nodes: { kind: "tag", key: "os-access", value: "allowed" },
  idleTimeout: 15,
  maxSession: 60,
  maxGrant: 720,
  sourceIp: [],
  logs: {
    s3: { retention: 400, objectLock: "governance" },
    cloudWatch: { retention: 90 },
    reader: "SessionAuditor",
  },
  promptTag: "Hostname",
  sudo: { runAs: ["%admin", "%devel"], targetPassword: true },
  mode: "grants",
  windows: "sessions",
  sessionExpiry: true,
};

/** OS-access settings of the example, some of them changed. */
export function osAccessWith(changes: Partial<OsAccess> = {}): OsAccess {
  return { ...osAccess, ...changes };
}

/** A workload account of the example, some of it changed. */
export function accountWith(changes: Partial<Account> = {}): Account & { id: string } {
  return {
    name: "web-production",
    id: "333333333333",
    email: "aws+web-production@example.com",
    ou: "Workloads",
    managed: false,
    osAccess,
    adopt: [],
    nodeRoles: [],
    ...changes,
  };
}

/** A small whole landing zone for tests of single parts; test/example is the large one. */
export function zoneWith(changes: Partial<LandingZone> = {}): LandingZone {
  return {
    organization: {
      id: "o-a1b2c3d4e5",
      root: "r-ab12",
      partition: "aws",
      management: "management",
      identity: "identity",
    },
    regions: ["ap-northeast-1", "us-east-1"],
    home: "ap-northeast-1",
    deploy: { role: "SekishoDeploy", trustedBy: "arn:aws:iam::222222222222:role/sekisho-ci" },
    identity: {
      source: "iam-users",
      passwordPolicy: { minimumLength: 16, maxAge: 0, reusePrevention: 24 },
    },
    organizationalUnits: [
      { path: "Security", name: "Security", id: "ou-ab12-33333333", managed: false },
      { path: "Workloads", name: "Workloads", id: "ou-ab12-11111111", managed: false },
      { path: "Sandbox", name: "Sandbox", managed: true },
    ],
    accounts: [
      accountWith({
        name: "management",
        id: "111111111111",
        email: "aws@example.com",
        ou: undefined,
      }),
      accountWith({
        name: "identity",
        id: "222222222222",
        email: "aws+identity@example.com",
        ou: "Security",
      }),
      accountWith(),
    ],
    guardrails: [
      { name: "Workloads", kind: "organizationalUnit", id: "ou-ab12-11111111" },
      { name: "Sandbox", kind: "organizationalUnit" },
    ],
    roles: [
      {
        name: "ReadOnly",
        policies: ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"],
        maxSession: 60,
      },
      { name: "SessionAuditor", policies: [], maxSession: 60 },
    ],
    automationRoles: ["PatchAutomation"],
    groups: [{ name: "operators", switchTo: [{ role: "ReadOnly", accounts: ["web-production"] }] }],
    users: [{ name: "alice", groups: ["operators"] }],
    grants: [
      {
        id: "g-1",
        user: "alice",
        accounts: ["web-production"],
        from: "2026-12-01T00:00:00Z",
        until: "2026-12-01T04:00:00Z",
        reason: "Replace the expired certificate",
        approver: "bob",
      },
    ],
    osAccessRole: "OSAccess",
    ...changes,
  };
}
