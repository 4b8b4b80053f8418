import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { compile } from "../../iam/compile";
import { PolicyKind } from "../../iam/compiledStatement";
import { Policies } from "../../iam/decision";
import { parsePolicy } from "../../iam/parsePolicy";
import { Request } from "../../iam/request";

/*
 * Policies and requests over few accounts, actions, resources, keys and values, so that they often meet.
 */

const account = "222222222222";
const other = "333333333333";
export const keys = ["aws:PrincipalTag/team", "aws:SourceIp", "aws:CurrentTime"];
const texts = ["red", "blue", "10.0.0.1", "2026-11-23T00:00:00Z"];
const actions = ["s3:GetObject", "sts:AssumeRole", "kms:Decrypt"];
const resources = [
  "arn:aws:s3:::logs/red",
  `arn:aws:iam::${account}:role/OSAccess`,
  `arn:aws:kms:eu-west-1:${account}:key/1`,
  `arn:aws:kms:eu-west-1:${other}:key/1`,
];
const operators = [
  "StringEquals",
  "StringNotEquals",
  "StringLikeIfExists",
  "StringNotLike",
  "ForAllValues:StringEquals",
  "ForAnyValue:StringNotEquals",
  "DateLessThan",
  "DateNotEquals",
  "NotIpAddress",
  "IpAddressIfExists",
  "ArnNotLike",
];
const names = [
  "*",
  account,
  `arn:aws:iam::${account}:role/Admin`,
  `arn:aws:sts::${account}:assumed-role/Admin/alice`,
  `arn:aws:iam::${other}:user/bob`,
];

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });

const condition = fc.oneof(
  fc.tuple(
    fc.constantFrom(...operators),
    fc.constantFrom(...keys),
    some([...texts, "*", "${aws:PrincipalTag/team}", "${aws:SourceIp, 'red'}"]),
  ),
  fc.tuple(fc.constant("Null"), fc.constantFrom(...keys), some(["true", "false"])),
);

/** A statement as JSON has it. */
export type RandomStatement = Record<string, unknown>;

const element = (name: string, values: readonly string[]) =>
  fc.tuple(fc.constantFrom(name, name, `Not${name}`), some(values)).map(([key, list]) => ({
    [key]: list,
  }));

const body = fc
  .tuple(
    element("Action", ["*", "s3:*", ...actions]),
    element("Resource", ["*", "arn:aws:s3:::logs/${aws:PrincipalTag/team}", ...resources]),
    fc.array(condition, { maxLength: 2 }),
  )
  .map(([action, resource, conditions]) => ({
    ...action,
    ...resource,
    Condition: Object.fromEntries(
      conditions.map(([operator, key, values]) => [operator, { [key]: values }]),
    ),
  }));

/** A statement of a policy of the kind; only resource policies name principals. */
export function statementOf(kind: PolicyKind, effect: "Allow" | "Deny") {
  const principals =
    kind === "resource"
      ? fc
          .tuple(fc.constantFrom("Principal", "Principal", "NotPrincipal"), some(names))
          .map(([key, AWS]) => ({ [key]: { AWS } }))
      : fc.constant({});
  return fc
    .tuple(body, principals)
    .map(([body, principals]): RandomStatement => ({ Effect: effect, ...body, ...principals }));
}

const kinds = ["identity", "boundary", "session", "scp", "rcp", "resource"] as const;
export type RandomKind = (typeof kinds)[number];

/** The statements of each policy; a kind that is missing has no policy. */
export type RandomPolicies = Partial<Record<RandomKind, readonly RandomStatement[]>>;

/** An Allow of everything first, so that requests are allowed often enough to tell. */
const everything = (kind: RandomKind): RandomStatement => ({
  Effect: "Allow",
  Action: "*",
  Resource: "*",
  ...(kind === "resource" && { Principal: "*" }),
});

const statements = (kind: RandomKind) =>
  fc
    .tuple(
      fc.boolean(),
      fc.array(fc.oneof(statementOf(kind, "Allow"), statementOf(kind, "Deny")), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([open, list]) => (open ? [everything(kind), ...list] : list));

export const kindOf = fc.constantFrom(...kinds);

export const policies: fc.Arbitrary<RandomPolicies> = fc.record(
  Object.fromEntries(kinds.map((kind) => [kind, statements(kind)])) as {
    [Kind in RandomKind]: fc.Arbitrary<RandomStatement[]>;
  },
  { requiredKeys: ["identity"] },
);

const value = fc.oneof(
  fc.constantFrom(...texts),
  fc.uniqueArray(fc.constantFrom(...texts), { maxLength: 2 }),
);

/** A value for some of the keys. */
export const context = fc.dictionary(fc.constantFrom(...keys), value);

const principal = fc.constantFrom<Pick<Request, "principal" | "role">>(
  {
    principal: `arn:aws:sts::${account}:assumed-role/Admin/alice`,
    role: `arn:aws:iam::${account}:role/Admin`,
  },
  { principal: `arn:aws:sts::${account}:assumed-role/AWSServiceRoleForAmazonSSM/x` },
  { principal: `arn:aws:iam::${other}:user/bob` },
  { principal: `arn:aws:iam::${account}:root` },
  { principal: { service: "ssm.amazonaws.com" } },
  { principal: { anonymous: true } },
);

export const request: fc.Arbitrary<Request> = fc
  .tuple(
    principal,
    fc.constantFrom(...actions),
    fc.uniqueArray(fc.constantFrom(...resources), { minLength: 1, maxLength: 2 }),
    context,
    fc.subarray(keys),
  )
  .map(([principal, action, resources, context, unknown]) => ({
    ...principal,
    action,
    resources,
    context,
    unknown,
  }));

/** The policies as the evaluator takes them. */
export function compiled(random: RandomPolicies): Policies {
  const policy = (kind: RandomKind) => {
    const Statement = random[kind];
    if (Statement === undefined) {
      return undefined;
    }
    const result = parsePolicy({ Version: "2012-10-17", Statement });
    assert.ok(result.ok);
    return compile(result.document, kind);
  };
  const listed = (kind: RandomKind) => {
    const one = policy(kind);
    return one && [one];
  };
  const level = (kind: RandomKind) => {
    const one = listed(kind);
    return one && [one];
  };
  return {
    identity: listed("identity"),
    boundary: policy("boundary"),
    session: listed("session"),
    scps: level("scp"),
    rcps: level("rcp"),
    resource: policy("resource"),
  };
}
