import * as assert from "node:assert/strict";
import { OsAccess } from "../../model/landingZone";
import { loadEdited } from "./example";

interface InheritanceRow {
  readonly title: string;
  readonly organization?: string;
  readonly unit?: string;
  readonly account?: string;
  readonly expected: Partial<OsAccess>;
}

const rows: InheritanceRow[] = [
  {
    title: "has safe defaults where nobody says anything",
    expected: {
      channels: ["shell"],
      nodes: { kind: "tag", key: "os-access", value: "allowed" },
      idleTimeout: 15,
      maxSession: 60,
      maxGrant: 720,
      sourceIp: [],
      promptTag: "Hostname",
      sudo: { runAs: ["%admin", "%devel"], targetPassword: true },
      mode: "grants",
      windows: "sessions",
      sessionExpiry: true,
      alarmTopic: undefined,
      logs: {
        s3: { retention: 400, objectLock: "governance" },
        cloudWatch: { retention: 90 },
        reader: "Auditor",
      },
    },
  },
  {
    title: "names who may ask for just-in-time access only where somebody does",
    unit: "requesters: [Auditor]",
    expected: { requesters: ["Auditor"] },
  },
  {
    title: "holds windows, ends sessions and tells a topic as the nearest level says",
    organization: "alarmTopic: on-call",
    unit: "windows: assume-role, sessionExpiry: false",
    account: "sessionExpiry: true",
    expected: { windows: "assume-role", sessionExpiry: true, alarmTopic: "on-call" },
  },
  {
    title: "takes the organization's value",
    organization: "maxSession: 2h",
    expected: { maxSession: 120 },
  },
  {
    title: "takes the OU's value before the organization's",
    organization: "maxSession: 2h",
    unit: "maxSession: 3h",
    expected: { maxSession: 180 },
  },
  {
    title: "takes the account's value before all others, key by key",
    organization: "idleTimeout: 10m",
    unit: "maxSession: 3h, maxGrant: 1d",
    account: "maxSession: 4h",
    expected: { idleTimeout: 10, maxSession: 240, maxGrant: 1440 },
  },
  {
    title: "replaces lists as a whole",
    organization: "channels: [shell, rdp]",
    account: "channels: [ssh]",
    expected: { channels: ["ssh"] },
  },
  {
    title: "replaces node selectors as a whole",
    organization: "nodes: all",
    account: "nodes: { ids: [i-0123abcd] }",
    expected: { nodes: { kind: "ids", ids: ["i-0123abcd"] } },
  },
  {
    title: "merges logs and logs.s3 key by key",
    unit: "logs: { s3: { objectLock: compliance } }",
    account: "logs: { s3: { retention: 30d }, cloudWatch: { retention: 1d } }",
    expected: {
      logs: {
        s3: { retention: 30, objectLock: "compliance" },
        cloudWatch: { retention: 1 },
        reader: "Auditor",
      },
    },
  },
  {
    title: "replaces sudo as a whole",
    organization: "sudo: { runAs: [deploy], targetPassword: false }",
    account: 'sudo: { runAs: ["%wheel"] }',
    expected: { sudo: { runAs: ["%wheel"], targetPassword: true } },
  },
  {
    title: "leaves out what an account turns off",
    organization: "runAs: operator",
    account: "runAs: off, sudo: off, logs: { cloudWatch: off }",
    expected: {
      runAs: undefined,
      sudo: undefined,
      logs: { s3: { retention: 400, objectLock: "governance" }, reader: "Auditor" },
    },
  },
  {
    title: "turns on again what an OU turned off",
    unit: "sudo: off, logs: { cloudWatch: off }",
    account: "sudo: { runAs: [deploy] }, logs: { cloudWatch: { retention: 7d } }",
    expected: {
      sudo: { runAs: ["deploy"], targetPassword: true },
      logs: {
        s3: { retention: 400, objectLock: "governance" },
        cloudWatch: { retention: 7 },
        reader: "Auditor",
      },
    },
  },
  {
    title: "reads IPv4 and IPv6 ranges",
    account: 'sourceIp: [203.0.113.0/24, "2001:db8::/32", 0.0.0.0/0]',
    expected: { sourceIp: ["203.0.113.0/24", "2001:db8::/32", "0.0.0.0/0"] },
  },
];

/** The settings of the account `data` of the OU `Workloads`. */
function osAccessOf({
  organization,
  unit,
  account,
}: Omit<InheritanceRow, "title" | "expected">): OsAccess {
  const loaded = loadEdited({
    organization: [
      ["  nodes: { tag: { os-access: allowed } }\n", organization ? `  ${organization}\n` : ""],
      ["11111111 }", unit ? `11111111, osAccess: { ${unit} } }` : "11111111 }"],
      ["    ou: Workloads\n", `    ou: Workloads\n    osAccess: { ${account ?? ""} }\n`],
    ],
  });
  assert.ok(loaded.ok, JSON.stringify(loaded));
  return loaded.zone.accounts.find(({ name }) => name === "data")!.osAccess;
}

describe("OS access of an account", () => {
  for (const { title, expected, ...levels } of rows) {
    it(title, () => {
      const osAccess = osAccessOf(levels);
      for (const key of Object.keys(expected) as (keyof OsAccess)[]) {
        assert.deepEqual(osAccess[key], expected[key], key);
      }
    });
  }

  it("passes through an OU that says nothing, and from an OU to the OUs below it", () => {
    const loaded = loadEdited({
      organization: [
        ["11111111 }", "11111111, osAccess: { maxSession: 2h, maxGrant: 1d } }"],
        ["ou: Workloads/Production", "ou: Workloads/Production/Web"],
        ["  Sandbox: {", "  Workloads/Production/Web: { managed: true }\n  Sandbox: {"],
      ],
    });
    assert.ok(loaded.ok, JSON.stringify(loaded));
    const { osAccess } = loaded.zone.accounts.find(({ name }) => name === "web")!;
    assert.deepEqual([osAccess.maxSession, osAccess.maxGrant], [120, 480]);
  });
});
