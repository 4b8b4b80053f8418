import * as assert from "node:assert/strict";
import { compile } from "../../iam/compile";
import { PolicyKind } from "../../iam/compiledStatement";
import { Policies } from "../../iam/decision";
import { parsePolicy } from "../../iam/parsePolicy";
import { EmulatorCase } from "./emulatorCase";

/** The policies of a case as `evaluate` takes them. */
export function policiesOf(sampled: EmulatorCase): Policies {
  const identity = [compiled(sampled.identity, "identity")];
  switch (sampled.kind) {
    case "identity":
      return { identity };
    case "boundary":
      return { identity, boundary: compiled(sampled.limit, "boundary") };
    case "session":
      return { identity, session: [compiled(sampled.limit, "session")] };
    case "trust":
      return { identity, resource: compiled(sampled.trust, "trust") };
  }
}

function compiled(text: string, kind: PolicyKind) {
  const parsed = parsePolicy(text);
  assert.ok(parsed.ok, text);
  return compile(parsed.document, kind);
}
