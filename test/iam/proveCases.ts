import * as assert from "node:assert/strict";
import { AccessCheck, RequestSet } from "../../iam/accessCheck";
import { checkAccessNotGranted } from "../../iam/checkAccessNotGranted";
import { Policies } from "../../iam/decision";
import { evaluate } from "../../iam/evaluate";
import { Request } from "../../iam/request";
import { account, everything, policy } from "./startSession";

/* What the tables of the prover have in common: everybody in one account is an administrator, and one SCP is in his way. */

export const anyRole = `arn:aws:iam::${account}:role/*`;
export const anyUser = `arn:aws:iam::${account}:user/*`;

export type Statement = Record<string, unknown>;

/** A Deny of StartSession for everyone, some of it changed. */
export function deny(changes: Statement = {}): Statement {
  return {
    Sid: "NoSessions",
    Effect: "Deny",
    Action: "ssm:StartSession",
    Resource: "*",
    ...changes,
  };
}

/** The same under a condition. */
export function when(Condition: object): Statement {
  return deny({ Condition });
}

export function under(...statements: readonly Statement[]): Policies {
  return {
    identity: [policy("identity", everything)],
    scps: [[policy("scp", [everything, ...statements])]],
  };
}

/** StartSession by any role on anything, some of it changed. */
export function sessions(changes: Partial<RequestSet> = {}): RequestSet {
  return { principals: [anyRole], actions: ["ssm:StartSession"], resources: ["*"], ...changes };
}

export interface ProofCase {
  readonly name: string;
  readonly policies: Policies;
  readonly requests: RequestSet;
  /** The Sids that close it, a part of the request that refutes it, or what the reason says. */
  readonly expect:
    | { readonly proved: readonly string[] }
    | { readonly refuted: Partial<Request> }
    | { readonly undecided: RegExp };
}

export function assertCheck({ policies, requests, expect }: ProofCase): void {
  assertExpected(checkAccessNotGranted(policies, requests), expect, policies);
}

export function assertExpected(
  check: AccessCheck,
  expect: ProofCase["expect"],
  policies: Policies,
): void {
  switch (check.result) {
    case "proved":
      assert.deepEqual({ proved: check.statements.map(({ sid }) => sid) }, expect);
      break;
    case "refuted":
      assert.ok("refuted" in expect, JSON.stringify(check.request));
      assert.deepEqual({ ...check.request, ...expect.refuted }, check.request);
      assert.equal(evaluate(check.request, policies).result, "allowed");
      break;
    case "undecided":
      assert.ok("undecided" in expect, check.reason);
      assert.match(check.reason, expect.undecided);
  }
}
