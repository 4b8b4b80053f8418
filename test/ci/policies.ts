import * as assert from "node:assert/strict";
import { compile } from "../../iam/compile";
import { PolicyKind } from "../../iam/compiledStatement";
import { parsePolicy } from "../../iam/parsePolicy";
import { faultText } from "../../iam/policyJson";
import { exampleFile } from "./files";

/** One of the ready-made policies. */
export function policy(file: string, kind: PolicyKind) {
  return compiled(exampleFile(file), kind);
}

/** A document with one statement. */
export function allow(action: string, rest: object) {
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, ...rest }] };
}

export function compiled(document: unknown, kind: PolicyKind) {
  const result = parsePolicy(document);
  assert.ok(result.ok, result.ok ? "" : result.faults.map(faultText).join("; "));
  return compile(result.document, kind);
}
