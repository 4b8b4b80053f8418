import * as assert from "node:assert/strict";
import pc from "picocolors";
import { organizationTree } from "../../cli/organizationTree";
import { renderTree } from "../../cli/tree";
import type { CheckReport } from "../../engine/report";
import type { LandingZone } from "../../model/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";
import { reportOf, stackReportWith } from "./report";

const plain = pc.createColors(false);
const production = { path: "Workloads/Production", name: "Production", parent: "Workloads" };
const workloads = { path: "Workloads", name: "Workloads", id: "ou-ab12-11111111", managed: false };

function treeOf(zone: LandingZone, report: CheckReport, all = false): string[] {
  return renderTree(organizationTree(zone, report, { colors: plain, all }), Infinity).split("\n");
}

/** One OU with as many accounts. */
function largeZone(accounts: number): LandingZone {
  return zoneWith({
    organizationalUnits: [workloads],
    accounts: Array.from({ length: accounts }, (_, index) =>
      accountWith({ name: `app-${index + 1}`, id: String(400000000000 + index) }),
    ),
  });
}

describe("The organization's tree", () => {
  it("shows each stack at what it is about", () => {
    const zone = zoneWith({
      organizationalUnits: [workloads, { ...production, id: "ou-ab12-22222222", managed: false }],
      accounts: [accountWith({ name: "identity", ou: "Workloads/Production" })],
    });
    const resources = { "sekisho:any:Thing": 1, "aws:iam/role:Role": 2 };
    const report = reportOf([
      stackReportWith({
        stack: "organization",
        kind: "organization",
        target: undefined,
        resources,
      }),
      stackReportWith({
        stack: "bootstrap-identity",
        kind: "bootstrap",
        target: "identity",
        resources,
      }),
      stackReportWith({ stack: "identity", kind: "identity", target: undefined, resources }),
      stackReportWith({
        stack: "guardrails-Workloads",
        kind: "guardrails",
        target: "Workloads",
        resources,
      }),
    ]);

    assert.deepEqual(treeOf(zone, report), [
      "Organization  o-a1b2c3d4e5",
      "│ sessions in ap-northeast-1 and us-east-1",
      "├─ organization  2 resources: thing",
      "└─ Workloads/  ou-ab12-11111111",
      "   ├─ guardrails-Workloads  2 resources: thing",
      "   └─ Production/  ou-ab12-22222222",
      "      └─ identity  333333333333  guarded by Workloads",
      "         │ shell on nodes tagged os-access=allowed, in a granted window",
      "         ├─ bootstrap-identity  2 resources: thing",
      "         └─ identity  2 resources: thing",
    ]);
  });

  it("shows an OU and an account of one name each with its own", () => {
    const zone = zoneWith({
      organizationalUnits: [workloads],
      accounts: [accountWith({ name: "Workloads", ou: undefined })],
      guardrails: [{ name: "Workloads", kind: "organizationalUnit", id: "ou-ab12-11111111" }],
    });
    const stacks = [
      stackReportWith({ stack: "account-Workloads", target: "Workloads" }),
      stackReportWith({ stack: "guardrails-Workloads", kind: "guardrails", target: "Workloads" }),
    ];
    const ou = { name: "Workloads", kind: "organizationalUnit" as const, reason: "no id" };
    const account = { name: "Workloads", kind: "account" as const, reason: "not attached" };

    for (const unguarded of [
      [ou, account],
      [account, ou],
    ]) {
      const lines = treeOf(zone, reportOf(stacks, unguarded));

      assert.deepEqual(
        lines.filter((line) => !line.includes(" shell ")),
        [
          "Organization  o-a1b2c3d4e5",
          "│ sessions in ap-northeast-1 and us-east-1",
          "├─ Workloads  333333333333",
          "│  │ unguarded: not attached",
          "│  └─ account-Workloads  3 resources: OS access role",
          "└─ Workloads/  ou-ab12-11111111",
          "   │ unguarded: no id",
          "   └─ guardrails-Workloads  3 resources: OS access role",
        ],
      );
    }
  });

  it("says what a window does not hold by itself", () => {
    const osAccess = osAccessWith({ windows: "assume-role", sessionExpiry: false });
    const accounts = [accountWith({ ou: undefined, osAccess })];
    const zone = zoneWith({ organizationalUnits: [], guardrails: [], accounts });
    assert.equal(
      treeOf(zone, reportOf([])).at(-1),
      "     shell on nodes tagged os-access=allowed, in a granted window, which holds on taking the role alone, at whose end no function ends sessions",
    );
  });

  it("says what is not known yet and what is unguarded", () => {
    const zone = zoneWith({
      organizationalUnits: [{ path: "Sandbox", name: "Sandbox", managed: true }],
      accounts: [
        accountWith({
          name: "play",
          id: undefined,
          ou: "Sandbox",
          osAccess: osAccessWith({
            channels: ["shell", "rdp"],
            nodes: { kind: "ids", ids: ["i-1", "mi-2"] },
            mode: "just-in-time-node-access",
          }),
        }),
      ],
    });
    const report = reportOf(
      [],
      [
        { name: "Sandbox", kind: "organizationalUnit", reason: "its id is missing" },
        { name: "play", kind: "account", reason: "the id of Sandbox is missing" },
      ],
    );

    assert.deepEqual(treeOf(zone, report).slice(2), [
      "└─ Sandbox/  id not known yet  kept by the organization stack",
      "   │ unguarded: its id is missing",
      "   └─ play  id not known yet",
      "        unguarded: the id of Sandbox is missing",
      "        shell and rdp on i-1 and mi-2, through just-in-time node access",
    ]);
  });

  it("shows violations and failures under their stack", () => {
    const zone = zoneWith({ organizationalUnits: [workloads], accounts: [accountWith()] });
    const violation = {
      policy: "iam-role-trust",
      resource: "OSAccess-role",
      message: "The role must not trust '*'.\nSet \u001b[2Jthe identity account.",
    };
    const report = reportOf([
      stackReportWith({ stack: "bootstrap-web-production", resources: {}, failure: "No region." }),
      stackReportWith({ violations: [violation, { policy: "stack-rule", message: "Too many." }] }),
    ]);

    assert.deepEqual(treeOf(zone, report).slice(5), [
      "      ├─ bootstrap-web-production  cannot be planned",
      "      │    No region.",
      "      └─ account-web-production  3 resources: OS access role",
      "         ├─ ✗ iam-role-trust  OSAccess-role",
      "         │    The role must not trust '*'.",
      "         │    Set \\u001b[2Jthe identity account.",
      "         └─ ✗ stack-rule",
      "              Too many.",
    ]);
  });

  it("names a stack above that makes the same, so that the different one is seen", () => {
    const names = ["web", "shop", "data"];
    const zone = zoneWith({
      organizationalUnits: [workloads],
      accounts: names.map((name) => accountWith({ name })),
    });
    const report = reportOf(
      names.map((name) =>
        stackReportWith({
          stack: `account-${name}`,
          target: name,
          resources: { "aws:iam/role:Role": name === "data" ? 1 : 2 },
        }),
      ),
    );

    assert.deepEqual(
      treeOf(zone, report).flatMap((line) => /account-.*/.exec(line)?.[0] ?? []),
      [
        "account-web  2 resources: 2 roles",
        "account-shop  2 resources, the same kinds as account-web",
        "account-data  1 resource: role",
      ],
    );
  });

  const accountsIn = (lines: string[]) => lines.flatMap((line) => /app-\d+/.exec(line)?.[0] ?? []);

  it("shows an organization of 50 accounts whole", () => {
    assert.equal(accountsIn(treeOf(largeZone(50), reportOf([]))).length, 50);
  });

  it("shows of a larger one the first accounts of an OU, those with violations, and how many more", () => {
    const refused = { policy: "p", message: "No." };
    const report = reportOf([
      stackReportWith({ stack: "account-30", target: "app-30", violations: [refused] }),
      stackReportWith({ stack: "account-40", target: "app-40", failure: "No region." }),
    ]);
    const lines = treeOf(largeZone(51), report);

    assert.deepEqual(accountsIn(lines), ["app-1", "app-2", "app-3", "app-30", "app-40"]);
    assert.equal(lines.at(-1), "   └─ and 46 accounts more without violations (--all shows each)");
  });

  it("shows each account of a larger one with --all", () => {
    assert.equal(accountsIn(treeOf(largeZone(51), reportOf([]), true)).length, 51);
  });
});
