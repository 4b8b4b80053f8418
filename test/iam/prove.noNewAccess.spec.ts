import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { checkAccessNotGranted } from "../../iam/checkAccessNotGranted";
import { checkNoNewAccess } from "../../iam/checkNoNewAccess";
import { Policies } from "../../iam/decision";
import { evaluate } from "../../iam/evaluate";
import { assertExpected, deny, ProofCase, sessions, under } from "./proveCases";
import { compiled, policies } from "./randomPolicies";
import { requestSet } from "./randomRequestSets";
import { account, policy } from "./startSession";

const allow = (changes: Record<string, unknown>): Policies => ({
  identity: [
    policy("identity", { Effect: "Allow", Action: "ssm:StartSession", Resource: "*", ...changes }),
  ],
});
const documents = (name: string) => `arn:aws:ssm:*:${account}:document/${name}`;

const cases: readonly (Omit<ProofCase, "policies"> & {
  readonly existing: Policies;
  readonly updated: Policies;
})[] = [
  {
    name: "the same policies give nothing new",
    existing: under(deny({ Condition: { Bool: { "aws:ViaAWSService": "false" } } })),
    updated: under(deny({ Condition: { Bool: { "aws:ViaAWSService": "false" } } })),
    requests: sessions(),
    expect: { proved: ["NoSessions"] },
  },
  {
    name: "a Deny that is taken away gives what it denied",
    existing: under(deny()),
    updated: under(),
    requests: sessions(),
    expect: { refuted: { principal: `arn:aws:iam::${account}:role/Anybody` } },
  },
  {
    name: "a narrower resource gives nothing new",
    existing: allow({ Resource: documents("a*") }),
    updated: allow({ Resource: documents("ab*") }),
    requests: sessions(),
    expect: { proved: [] },
  },
  {
    name: "a wider resource gives what lies between",
    existing: allow({ Resource: documents("ab*") }),
    updated: allow({ Resource: documents("a*") }),
    requests: sessions(),
    expect: { refuted: { resources: [`arn:aws:ssm:us-east-1:${account}:document/a`] } },
  },
  {
    name: "one more exempt role is the one that is found",
    existing: under(
      deny({ Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/A" } } }),
    ),
    updated: under(
      deny({
        Condition: {
          ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/A", "arn:aws:iam::*:role/B"] },
        },
      }),
    ),
    requests: sessions(),
    expect: { refuted: { principal: `arn:aws:iam::${account}:role/B` } },
  },
  {
    name: "what the existing policies do not surely allow is new",
    existing: under(deny({ Condition: { IpAddress: { "aws:SourceIp": "not a range" } } })),
    updated: under(),
    requests: sessions({ present: ["aws:SourceIp"] }),
    expect: { refuted: { principal: `arn:aws:iam::${account}:role/Anybody` } },
  },
];

describe("A check of no new access", () => {
  for (const { name, existing, updated, requests, expect } of cases) {
    it(name, () => assertExpected(checkNoNewAccess(existing, updated, requests), expect, updated));
  }

  it("agrees with the check that access is not granted, where nothing was allowed before", () => {
    fc.assert(
      fc.property(policies, requestSet, (random, set) => {
        const updated = compiled(random);
        const check = checkNoNewAccess({ scps: [[]] }, updated, set);
        assert.equal(check.result, checkAccessNotGranted(updated, set).result);
      }),
      { numRuns: 60 },
    );
  });

  it("refutes with a request that only the updated policies surely allow", () => {
    let refuted = 0;
    fc.assert(
      fc.property(policies, policies, requestSet, (before, after, set) => {
        const [existing, updated] = [compiled(before), compiled(after)];
        const check = checkNoNewAccess(existing, updated, set);
        if (check.result === "refuted") {
          refuted++;
          assert.equal(evaluate(check.request, updated).result, "allowed");
          assert.notEqual(evaluate(check.request, existing).result, "allowed");
        }
      }),
      { numRuns: 60 },
    );
    assert.ok(refuted > 0);
  });
});
