import * as assert from "node:assert/strict";
import { declaredGuardrails } from "../../policypack/declaredGuardrails";
import { scpNoWildcardExemption } from "../../policypack/scpExemption";
import { zoneWith } from "../zone";
import { Given, violations } from "./support";

const policy = (content: unknown, type = "SERVICE_CONTROL_POLICY"): Given => ({
  type: "aws:organizations/policy:Policy",
  props: { type, content },
});

/** An SCP that denies sessions to all whom the condition does not name. */
function sparing(condition: object, changes: object = {}): Given {
  return policy(
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Shell",
          Effect: "Deny",
          Action: "ssm:StartSession",
          Resource: "*",
          Condition: condition,
          ...changes,
        },
      ],
    }),
  );
}

const blocked = (value: string, operator: string, key = "aws:PrincipalArn") =>
  `The control policy 'subject', statement 'Shell', must not exempt '${value}' by ${operator} ${key}: ` +
  "every role whose ARN fits is spared, and anyone may create one. " +
  "Write ArnNotLike with the role's whole name; only the account may be a *.";

describe("scp-no-wildcard-exemption", () => {
  const exact = "arn:aws:iam::*:role/OSAccess";
  const prefix = "arn:aws:iam::*:role/AWS-QuickSetup-*";
  const cases: { title: string; given: Given; expected: string[] }[] = [
    {
      title: "accepts an exact role in any account",
      given: sparing({ ArnNotLike: { "aws:PrincipalArn": exact } }),
      expected: [],
    },
    {
      title: "accepts a wildcard in an Allow",
      given: sparing({ ArnNotLike: { "aws:PrincipalArn": prefix } }, { Effect: "Allow" }),
      expected: [],
    },
    {
      title: "accepts a wildcard in a condition that is not negated",
      given: sparing({ ArnLike: { "aws:PrincipalArn": prefix } }),
      expected: [],
    },
    {
      title: "accepts a wildcard in another key",
      given: sparing({ StringNotLike: { "aws:RequestedRegion": "eu-*" } }),
      expected: [],
    },
    {
      title: "leaves other types of policy alone",
      given: policy("not JSON", "TAG_POLICY"),
      expected: [],
    },
    {
      title: "blocks a wildcard in the role's name",
      given: sparing({ ArnNotLike: { "aws:PrincipalArn": [exact, prefix] } }),
      expected: [blocked(prefix, "ArnNotLike")],
    },
    {
      title: "blocks a question mark in the role's name",
      given: sparing({ ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::*:role/OSAcces?" } }),
      expected: [blocked("arn:aws:iam::*:role/OSAcces?", "ArnNotEquals")],
    },
    {
      title: "blocks a wildcard in the role's path",
      given: sparing({ ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*/OSAccess" } }),
      expected: [blocked("arn:aws:iam::*:role/*/OSAccess", "ArnNotLike")],
    },
    {
      title: "blocks the whole ARN as a wildcard",
      given: sparing({ ArnNotLike: { "aws:PrincipalArn": "*" } }),
      expected: [blocked("*", "ArnNotLike")],
    },
    {
      title: "blocks the account as a wildcard for a text operator, whose * eats colons",
      given: sparing({ StringNotLike: { "aws:PrincipalArn": exact } }),
      expected: [blocked(exact, "StringNotLike")],
    },
    {
      title: "blocks IfExists and a key in other letter case",
      given: sparing({ ArnNotLikeIfExists: { "aws:principalarn": prefix } }),
      expected: [blocked(prefix, "ArnNotLike", "aws:principalarn")],
    },
    {
      title: "blocks a set quantifier",
      given: sparing({ "ForAllValues:ArnNotLike": { "aws:PrincipalArn": prefix } }),
      expected: [blocked(prefix, "ArnNotLike")],
    },
    {
      title: "blocks it in a resource control policy",
      given: {
        type: "aws:organizations/policy:Policy",
        props: {
          ...sparing({ ArnNotLike: { "aws:PrincipalArn": prefix } }, { Principal: "*" }).props,
          type: "RESOURCE_CONTROL_POLICY",
        },
      },
      expected: [blocked(prefix, "ArnNotLike")],
    },
    {
      title: "blocks it where the program leaves out the type",
      given: {
        type: "aws:organizations/policy:Policy",
        props: {
          content: sparing({ ArnNotLike: { "aws:PrincipalArn": prefix } }).props.content,
        },
      },
      expected: [blocked(prefix, "ArnNotLike")],
    },
    {
      title: "blocks NotPrincipal",
      given: sparing({}, { NotPrincipal: { AWS: "arn:aws:iam::333333333333:role/Builder" } }),
      expected: [
        "The control policy 'subject', statement 'Shell', must not use NotPrincipal: it spares whom it names. " +
          "Use ArnNotLike aws:PrincipalArn with exact names.",
      ],
    },
    {
      title: "blocks a misspelt operator",
      given: sparing({ ArnNotLik: { "aws:PrincipalArn": exact } }),
      expected: [
        "The control policy 'subject' must be a policy document that can be read: " +
          "Statement[0].Condition.ArnNotLik is not a condition operator. Correct it.",
      ],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(await violations(scpNoWildcardExemption, given), expected),
    );
  }

  const sizes = [
    { type: "SERVICE_CONTROL_POLICY", maximum: 10_240 },
    { type: "RESOURCE_CONTROL_POLICY", maximum: 5_120 },
  ];
  for (const { type, maximum } of sizes) {
    it(`counts the characters of a ${type}, white space too`, async () => {
      const content = sparing({}).props.content as string;
      const longest = policy(content.padEnd(maximum), type);
      assert.deepEqual(await violations(scpNoWildcardExemption, longest), []);
      const tooLong = policy(content.padEnd(maximum + 1), type);
      assert.deepEqual(await violations(scpNoWildcardExemption, tooLong), [
        `The control policy 'subject' must have at most ${maximum} characters, not ${maximum + 1}. ` +
          "Split it, and write JSON without white space.",
      ]);
    });
  }

  it("accepts the guardrails that this landing zone generates", async () => {
    const documents = declaredGuardrails(zoneWith()).flatMap((entry) => [
      ...entry.serviceControlPolicies.map((content) => policy(content)),
      ...entry.resourceControlPolicies.map((content) => policy(content, "RESOURCE_CONTROL_POLICY")),
    ]);
    assert.ok(documents.length >= 2);
    for (const given of documents) {
      assert.deepEqual(await violations(scpNoWildcardExemption, given), []);
    }
  });
});
