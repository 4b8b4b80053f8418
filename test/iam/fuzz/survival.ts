import * as assert from "node:assert/strict";
import { compile } from "../../../iam/compile";
import { PolicyKind } from "../../../iam/compiledStatement";
import { Policies } from "../../../iam/decision";
import { evaluate } from "../../../iam/evaluate";
import { parsePolicy } from "../../../iam/parsePolicy";
import { PolicyDocument } from "../../../iam/policyDocument";
import { faultText } from "../../../iam/policyJson";
import { Request } from "../../../iam/request";

const account = "333333333333";
const everything = documentOf('{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}');

const requests: readonly Request[] = [
  {
    principal: `arn:aws:sts::${account}:assumed-role/OSAccess/alice`,
    role: `arn:aws:iam::${account}:role/OSAccess`,
    action: "ssm:StartSession",
    resources: [
      `arn:aws:ec2:ap-northeast-1:${account}:instance/i-0123456789abcdef0`,
      `arn:aws:ssm:ap-northeast-1:${account}:document/SSM-SessionManagerRunShell`,
    ],
    context: { "aws:username": "*", "aws:PrincipalTag/x": "a".repeat(256), k: ["", "\ud800"] },
    unknown: ["aws:CurrentTime", "aws:SourceIp"],
  },
  {
    principal: "arn:aws:iam::222222222222:user/os-access/alice",
    action: "sts:AssumeRole",
    resources: [`arn:aws:iam::${account}:role/OSAccess`],
    context: {
      "aws:CurrentTime": "2026-12-01T00:00:00Z",
      "aws:SourceIp": "::ffff:192.0.2.1",
      "aws:MultiFactorAuthPresent": "true",
      "aws:MultiFactorAuthAge": "1e3",
      "aws:TagKeys": ["a", "b"],
    },
  },
  {
    principal: { service: "logs.amazonaws.com" },
    action: "kms:Decrypt",
    resources: [`arn:aws:s3:::${"a*?".repeat(600)}`],
  },
];

/** What may take no longer than a moment, whatever the text; milliseconds of the processor, whoever else uses it. */
export interface Durations {
  reading: number;
  /** The slowest decision, with what it takes to compile the policy. */
  deciding: number;
  /** Whether the text was a policy. */
  accepted: boolean;
}

/** Reads a text as a policy and decides by it; throws where the answer is none. */
export function survive(text: string): Durations {
  const start = processorTime();
  const result = parsePolicy(text);
  const reading = processorTime() - start;
  if (!result.ok) {
    assert.ok(result.faults.length > 0);
    for (const fault of result.faults) {
      assert.match(
        faultText(fault),
        /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+$/u,
        "a fault must be one clear line",
      );
      assert.ok(fault.line! >= 1 && fault.column! >= 1, "a fault must have a place");
    }
    return { reading, deciding: 0, accepted: false };
  }
  return { reading, deciding: slowestDecision(result.document), accepted: true };
}

function slowestDecision(document: PolicyDocument): number {
  const durations = kinds.flatMap((kind) =>
    requests.map((request) => {
      const start = processorTime();
      const { result, unknownKeys } = evaluate(request, policiesWith(document, kind));
      assert.equal(unknownKeys.length > 0, result === "unknown");
      return processorTime() - start;
    }),
  );
  return Math.max(...durations);
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const kinds: readonly PolicyKind[] = ["identity", "scp", "rcp", "boundary", "trust"];

function policiesWith(document: PolicyDocument, kind: PolicyKind): Policies {
  const policy = compile(document, kind);
  const identity = [compile(everything, "identity")];
  switch (kind) {
    case "scp":
      return { identity, scps: [[policy]] };
    case "rcp":
      return { identity, rcps: [[policy]] };
    case "boundary":
      return { identity, boundary: policy };
    case "trust":
      return { identity, resource: policy };
    default:
      return { identity: [policy] };
  }
}

function documentOf(text: string): PolicyDocument {
  const result = parsePolicy(text);
  assert.ok(result.ok);
  return result.document;
}
