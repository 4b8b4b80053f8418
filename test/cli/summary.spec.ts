import * as assert from "node:assert/strict";
import pc from "picocolors";
import { isFine, refusedLines, summarize, summaryLine } from "../../cli/summary";
import { reportOf, stackReportWith } from "./report";

const plain = pc.createColors(false);
const violation = { policy: "p", message: "No." };
const fine = stackReportWith();
const refused = stackReportWith({ stack: "account-web", violations: [violation, violation] });
const broken = stackReportWith({ stack: "account-dev", resources: {}, failure: "No region." });
const open = { name: "Sandbox", kind: "organizationalUnit" as const, reason: "no id" };

function withFinding(level: "note" | "refused") {
  return { ...reportOf([fine]), preflight: [{ level, message: "No slot is free." }] };
}

describe("The summary", () => {
  it("counts accounts, stacks, resources of AWS, policies, violations and open targets", () => {
    const summary = summarize(13, 6, reportOf([fine, refused, broken], [open]));

    assert.deepEqual(summary, {
      accounts: 13,
      stacks: 3,
      resources: 6,
      policies: 6,
      violations: 2,
      failures: 1,
      unguarded: 1,
      proved: 0,
      refuted: 0,
      undecided: 0,
      refused: 0,
    });
    assert.equal(
      summaryLine(summary, 3.14159, plain),
      "13 accounts, 3 stacks, 6 resources, 6 policies, 2 violations, 1 stack cannot be planned, " +
        "0 proved, 1 target unguarded; 3.1 s",
    );
  });

  it("does not speak of failures where there are none", () => {
    assert.equal(
      summaryLine(summarize(1, 1, reportOf([fine])), 0, plain),
      "1 account, 1 stack, 3 resources, 1 policy, 0 violations, 0 proved, 0 targets unguarded; 0.0 s",
    );
  });

  const outcomes = [
    { title: "is fine without violations", report: reportOf([fine]), expected: true },
    { title: "is fine with open targets", report: reportOf([fine], [open]), expected: true },
    { title: "is not fine with a violation", report: reportOf([fine, refused]), expected: false },
    { title: "is not fine with a failure", report: reportOf([broken]), expected: false },
    { title: "is fine with a note of the preflight", report: withFinding("note"), expected: true },
    { title: "is not fine with a refusal", report: withFinding("refused"), expected: false },
  ];
  for (const { title, report, expected } of outcomes) {
    it(title, () => assert.equal(isFine(summarize(1, 1, report)), expected));
  }
});

describe("The closing lists", () => {
  it("name each stack with something to do", () => {
    assert.deepEqual(refusedLines(reportOf([fine, refused, broken]), plain), [
      "Refused",
      "  account-web  2 violations",
      "  account-dev  cannot be planned",
    ]);
    assert.deepEqual(refusedLines(reportOf([fine]), plain), []);
  });
});
