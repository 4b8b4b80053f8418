import * as assert from "node:assert/strict";
import { compile, CompiledPolicy } from "../../iam/compile";
import { PolicyKind } from "../../iam/compiledStatement";
import { parsePolicy } from "../../iam/parsePolicy";
import { Request } from "../../iam/request";

/* One request, for what the cases in cases/ cannot say: contexts of single resources, reasons, and errors. */

export const account = "222222222222";
export const node = `arn:aws:ec2:eu-west-1:${account}:instance/i-1`;
export const shell = `arn:aws:ssm:eu-west-1:${account}:document/SSM-SessionManagerRunShell`;

export const request: Request = {
  principal: `arn:aws:sts::${account}:assumed-role/OSAccess/alice`,
  role: `arn:aws:iam::${account}:role/OSAccess`,
  action: "ssm:StartSession",
  resources: [node, shell],
};

/** A compiled policy of the statements. */
export function policy(kind: PolicyKind, Statement: unknown, id?: string): CompiledPolicy {
  const result = parsePolicy({ Version: "2012-10-17", Statement });
  assert.ok(result.ok);
  return compile(result.document, kind, id);
}

export const everything = { Sid: "Everything", Effect: "Allow", Action: "*", Resource: "*" };
