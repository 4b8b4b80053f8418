import * as fc from "fast-check";

/*
 * Policies over few queues, actions, keys and values, so that they often decide. Only what the emulator has: it knows no
 * policy variables and no NotPrincipal.
 */

export const account = "111111111111";
export const otherAccount = "222222222222";
export const user = `arn:aws:iam::${account}:user/os-access/alice`;
export const worker = `arn:aws:iam::${account}:role/Worker`;
export const queues = ["orders", "orders-dead", "mail"];
export const queueArn = (queue: string) => `arn:aws:sqs:us-east-1:${account}:${queue}`;

/** Calls of SQS that name one queue and do no harm. */
export const queueActions = ["GetQueueAttributes", "ListQueueTags", "ListDeadLetterSourceQueues"];

/** Operator, key, values: some hold for alice, some for her sessions, some for nobody. */
const conditions: readonly [string, string, string | string[]][] = [
  ["StringEquals", "aws:username", "alice"],
  ["StringEquals", "aws:username", ["bob", "alice"]],
  ["StringEquals", "aws:username", "Alice"],
  ["StringEqualsIgnoreCase", "aws:username", "ALICE"],
  ["StringNotEquals", "aws:username", "bob"],
  ["StringNotEquals", "aws:username", ["bob", "alice"]],
  ["StringNotEqualsIfExists", "aws:username", "alice"],
  ["StringLike", "aws:username", "a?ic*"],
  ["StringNotLike", "aws:username", "al*"],
  ["StringEquals", "aws:PrincipalTag/team", "red"],
  ["StringEquals", "AWS:principaltag/team", "blue"],
  ["StringNotEqualsIfExists", "aws:PrincipalTag/team", "red"],
  ["Null", "aws:PrincipalTag/team", "false"],
  ["Null", "aws:PrincipalTag/colour", "true"],
  ["StringEquals", "aws:SourceVpce", "vpce-1"],
  ["StringEqualsIfExists", "aws:SourceVpce", "vpce-1"],
  ["StringNotEquals", "aws:SourceVpce", "vpce-1"],
  ["ForAllValues:StringEquals", "aws:CalledVia", "cloudformation.amazonaws.com"],
  ["ForAnyValue:StringEquals", "aws:CalledVia", "cloudformation.amazonaws.com"],
  ["ForAnyValue:StringNotEquals", "aws:CalledVia", "cloudformation.amazonaws.com"],
  ["ArnLike", "aws:PrincipalArn", `arn:aws:iam::*:user/os-access/*`],
  ["ArnEquals", "aws:PrincipalArn", [worker, user]],
  ["ArnNotLike", "aws:PrincipalArn", `arn:aws:iam::${account}:role/*`],
  ["ArnNotEquals", "aws:PrincipalArn", worker],
  ["StringEquals", "aws:PrincipalAccount", account],
  ["StringNotEquals", "aws:PrincipalAccount", otherAccount],
  ["StringEquals", "aws:PrincipalType", "User"],
  ["StringEquals", "aws:PrincipalType", "AssumedRole"],
  ["DateGreaterThan", "aws:CurrentTime", "2020-01-01T00:00:00Z"],
  ["DateLessThan", "aws:CurrentTime", "2020-01-01T00:00:00Z"],
  ["DateLessThanEquals", "aws:CurrentTime", "2099-12-31T23:59:59Z"],
  ["DateGreaterThanEquals", "aws:CurrentTime", "2099-12-31T23:59:59Z"],
  ["NumericGreaterThan", "aws:EpochTime", "1577836800"],
  ["NumericLessThan", "aws:EpochTime", "1577836800"],
  ["IpAddress", "aws:SourceIp", "127.0.0.0/8"],
  ["IpAddress", "aws:SourceIp", ["10.0.0.0/8", "2001:db8::/32"]],
  ["NotIpAddress", "aws:SourceIp", "10.0.0.0/8"],
  ["NotIpAddress", "aws:SourceIp", ["127.0.0.1/32", "10.0.0.0/8"]],
  ["Bool", "aws:SecureTransport", "true"],
  ["Bool", "aws:SecureTransport", "false"],
  ["Bool", "aws:MultiFactorAuthPresent", "true"],
  ["BoolIfExists", "aws:MultiFactorAuthPresent", "true"],
  ["BoolIfExists", "aws:MultiFactorAuthPresent", "false"],
  ["Null", "aws:MultiFactorAuthPresent", "true"],
  ["NumericLessThan", "aws:MultiFactorAuthAge", "3600"],
  ["NumericLessThanIfExists", "aws:MultiFactorAuthAge", "3600"],
  ["Null", "aws:TokenIssueTime", "true"],
  ["DateLessThan", "aws:TokenIssueTime", "2020-01-01T00:00:00Z"],
  ["DateGreaterThanIfExists", "aws:TokenIssueTime", "2020-01-01T00:00:00Z"],
  ["StringEquals", "aws:RequestedRegion", ["us-east-1", "eu-west-1"]],
  ["StringNotEquals", "aws:RequestedRegion", "us-east-1"],
];

const someConditions = fc
  .oneof(fc.constant([]), fc.array(fc.constantFrom(...conditions), { minLength: 1, maxLength: 2 }))
  .map((chosen) => {
    const condition: Record<string, Record<string, string | string[]>> = {};
    for (const [operator, key, values] of chosen) {
      condition[operator] = { ...condition[operator], [key]: values };
    }
    return chosen.length === 0 ? {} : { Condition: condition };
  });

/** Allow more often than Deny: a policy that only denies tells little. */
const effect = fc.constantFrom("Allow", "Allow", "Allow", "Allow", "Deny");

const actions = fc.oneof(
  fc.constant({ Action: "sqs:*" }),
  fc.constantFrom(
    { Action: "*" },
    { Action: "SQS:getqueue*" },
    { Action: ["sqs:List*", "sqs:GetQueueUrl"] },
    { Action: "sqs:?istQueueTags" },
    { Action: "iam:*" },
    { NotAction: "sqs:ListQueueTags" },
    { NotAction: ["iam:*", "sqs:Get*"] },
  ),
  fc.constantFrom(...queueActions).map((action) => ({ Action: `sqs:${action}` })),
);

const resources = fc.oneof(
  fc.constant({ Resource: "*" }),
  fc.constantFrom(
    { Resource: "*" },
    { Resource: "arn:aws:sqs:*:*:*" },
    { Resource: "arn:aws:sqs:*:*:orders*" },
    { Resource: `arn:aws:sqs:us-east-1:${account}:order?` },
    { Resource: `arn:aws:sqs:eu-west-1:${account}:*` },
    { Resource: ["arn:aws:s3:::*", `arn:aws:sqs:*:${account}:mail`] },
    { NotResource: queueArn("orders") },
    { NotResource: ["arn:aws:s3:::*", "arn:aws:sqs:*:*:*-dead"] },
  ),
  fc.constantFrom(...queues).map((queue) => ({ Resource: queueArn(queue) })),
);

function document(statement: fc.Arbitrary<object>): fc.Arbitrary<string> {
  return fc
    .array(statement, { minLength: 1, maxLength: 3 })
    .map((Statement) => JSON.stringify({ Version: "2012-10-17", Statement }));
}

function merged(...parts: fc.Arbitrary<object>[]): fc.Arbitrary<object> {
  return fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);
}

/** What a user or role may do with queues; also for boundaries and session policies. */
export const queuePolicy = document(
  merged(
    effect.map((Effect) => ({ Effect })),
    actions,
    resources,
    someConditions,
  ),
);

/** Whether the user may assume a role. */
export const assumingPolicy = document(
  merged(
    effect.map((Effect) => ({ Effect })),
    fc.constantFrom({ Action: "sts:AssumeRole" }, { Action: "sts:*" }, { NotAction: "sqs:*" }),
    fc.constantFrom(
      { Resource: "*" },
      { Resource: "arn:aws:iam::*:role/Target" },
      { Resource: `arn:aws:iam::${account}:role/*` },
      { NotResource: `arn:aws:iam::${account}:role/Target` },
    ),
    someConditions,
  ),
);

/** Who may assume the role, its own account and another's. */
export const trustPolicy = document(
  merged(
    effect.map((Effect) => ({ Effect })),
    fc.constantFrom({ Action: "sts:AssumeRole" }, { Action: "sts:*" }),
    fc.constantFrom<object>(
      { Principal: { AWS: `arn:aws:iam::${account}:root` } },
      { Principal: { AWS: account } },
      { Principal: { AWS: user } },
      { Principal: { AWS: [`arn:aws:iam::${account}:user/bob`, user] } },
      { Principal: { AWS: `arn:aws:iam::${otherAccount}:root` } },
      { Principal: { AWS: worker } },
      { Principal: "*" },
      { Principal: { Service: "ec2.amazonaws.com" } },
    ),
    someConditions,
  ),
);
