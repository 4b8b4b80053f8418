import * as assert from "node:assert/strict";
import { failedProbes } from "../../engine/rollout/probes";
import type { CheckReport } from "../../engine/report";
import type { AccessCheck } from "../../iam/accessCheck";
import { reportOf, stackReportWith } from "../cli/report";

const proved: AccessCheck = { result: "proved", statements: [], missing: [] };
const undecided: AccessCheck = { result: "undecided", reason: "too many" };

const proof = (path: AccessCheck, claim: AccessCheck): CheckReport["proof"] => ({
  guarded: [
    {
      accounts: ["web-production", "shop"],
      paths: [{ path: "session-manager", exempt: ["OSAccess"], check: path }],
      roles: [
        {
          ...{ role: "OSAccess", exemption: "osAccess" as const, uses: [], unread: [] },
          claims: [{ claim: "only users take it", check: claim }],
        },
      ],
    },
  ],
  ...{ managedPolicies: [], windowsOnTakingAlone: [] },
});

describe("what a rollout refuses to start with", () => {
  const report = reportOf([stackReportWith()]);
  const cases: { title: string; report: CheckReport; lines: string[] }[] = [
    {
      title: "nothing that checks",
      report: { ...report, proof: proof(proved, proved) },
      lines: [],
    },
    {
      title: "a stack that cannot be planned",
      report: reportOf([stackReportWith({ failure: "no such region" })]),
      lines: ["account-web-production cannot be planned: no such region"],
    },
    {
      title: "a path that is not proved closed",
      report: { ...report, proof: proof(undecided, proved) },
      lines: ["session-manager is undecided in 2 of the accounts"],
    },
    {
      title: "a claim about a role that is not proved",
      report: { ...report, proof: proof(proved, undecided) },
      lines: ["OSAccess: only users take it is undecided in 2 of the accounts"],
    },
  ];
  for (const { title, report, lines } of cases) {
    it(`is ${title}`, () => assert.deepEqual(failedProbes(report), lines));
  }

  it("is what the preflight refuses, and not what it notes", () => {
    const line = { target: "Workloads", message: "five SCPs are attached already" };
    const preflight = [
      { ...line, level: "refused" },
      { ...line, level: "note" },
    ] as unknown as CheckReport["preflight"];
    assert.deepEqual(failedProbes({ ...report, preflight }), [
      "preflight of Workloads: five SCPs are attached already",
    ]);
  });
});
