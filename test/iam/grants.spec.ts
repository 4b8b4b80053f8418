import * as assert from "node:assert/strict";
import { denies } from "../../iam/denials";
import { grantsOf } from "../../iam/grants";
import { parsePolicy } from "../../iam/parsePolicy";

function document(...Statement: object[]) {
  const result = parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement }));
  assert.ok(result.ok);
  return result.document;
}

const access = { action: "ssm:StartSession", resources: ["arn:*:ec2:*:*:instance/*"] };
const allow = (changes: object) => ({
  Effect: "Allow",
  Action: "ssm:StartSession",
  Resource: "*",
  ...changes,
});

describe("grantsOf", () => {
  const cases: { title: string; statements: object[]; expected: ("named" | "sweeping")[] }[] = [
    { title: "the action itself", statements: [allow({})], expected: ["named"] },
    { title: "another action", statements: [allow({ Action: "ssm:GetSession" })], expected: [] },
    { title: "a prefix", statements: [allow({ Action: "ssm:St*" })], expected: ["named"] },
    {
      title: "letter case",
      statements: [allow({ Action: "SSM:STARTSESSION" })],
      expected: ["named"],
    },
    { title: "everything", statements: [allow({ Action: "*" })], expected: ["sweeping"] },
    { title: "the service", statements: [allow({ Action: "SSM:*" })], expected: ["sweeping"] },
    {
      title: "the service and the action by name",
      statements: [allow({ Action: ["ssm:*", "ssm:StartSession"] })],
      expected: ["named"],
    },
    {
      title: "all but another service",
      statements: [allow({ Action: undefined, NotAction: "iam:*" })],
      expected: ["sweeping"],
    },
    {
      title: "all but the action",
      statements: [allow({ Action: undefined, NotAction: ["iam:*", "ssm:Start*"] })],
      expected: [],
    },
    {
      title: "one instance",
      statements: [allow({ Resource: "arn:aws:ec2:eu-west-1:111111111111:instance/i-1" })],
      expected: ["named"],
    },
    {
      title: "a document alone, on which no session starts",
      statements: [allow({ Resource: "arn:aws:ssm:*:*:document/Shell" })],
      expected: [],
    },
    {
      title: "an ARN cut short, which AWS completes",
      statements: [allow({ Resource: "arn:aws:ec2" })],
      expected: ["named"],
    },
    {
      title: "a volume and one instance",
      statements: [
        allow({
          Resource: ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:eu-west-1:111111111111:instance/i-1"],
        }),
      ],
      expected: ["named"],
    },
    {
      title: "a resource with more colons than an ARN must have",
      statements: [allow({ Resource: "arn:aws:logs:*:*:log-group:sessions:*" })],
      expected: [],
    },
    {
      title: "text that is no ARN",
      statements: [allow({ Resource: "instance" })],
      expected: [],
    },
    {
      title: "a policy variable, which may be anything",
      statements: [allow({ Resource: "${aws:PrincipalTag/node}" })],
      expected: ["named"],
    },
    {
      title: "all resources but one",
      statements: [allow({ Resource: undefined, NotResource: "arn:aws:ec2:*:*:instance/i-1" })],
      expected: ["named"],
    },
    {
      title: "all resources but all",
      statements: [allow({ Resource: undefined, NotResource: "*" })],
      expected: [],
    },
    {
      title: "a Deny of all",
      statements: [allow({}), { Effect: "Deny", Action: "ssm:*", Resource: "*" }],
      expected: [],
    },
    {
      title: "a Deny by NotAction",
      statements: [allow({}), { Effect: "Deny", NotAction: "s3:*", Resource: "*" }],
      expected: [],
    },
    {
      title: "a Deny of some nodes",
      statements: [
        allow({}),
        { Effect: "Deny", Action: "ssm:*", Resource: "arn:aws:ec2:*:*:instance/*" },
      ],
      expected: ["named"],
    },
    {
      title: "a Deny under a condition",
      statements: [
        allow({}),
        {
          Effect: "Deny",
          Action: "ssm:*",
          Resource: "*",
          Condition: { Bool: { "aws:ViaAWSService": "false" } },
        },
      ],
      expected: ["named"],
    },
  ];
  for (const { title, statements, expected } of cases) {
    it(`${expected.length > 0 ? "grants by" : "does not grant by"} ${title}`, () => {
      const grants = grantsOf(document(...statements), access);
      assert.deepEqual(
        grants.map(({ sweeping }) => (sweeping ? "sweeping" : "named")),
        expected,
      );
    });
  }
});

describe("denies", () => {
  const deny = (changes: object) =>
    document({
      Effect: "Deny",
      Principal: "*",
      Action: "s3:DeleteObject",
      Resource: "arn:aws:s3:::logs/*",
      ...changes,
    }).statements[0]!;
  const cases = [
    { title: "the objects", changes: {}, expected: true },
    { title: "everything", changes: { Resource: "*" }, expected: true },
    {
      title: "buckets of that name's beginning",
      changes: { Resource: "arn:aws:s3:::l*" },
      expected: true,
    },
    { title: "any AWS principal", changes: { Principal: { AWS: ["1", "*"] } }, expected: true },
    {
      title: "any federated principal",
      changes: { Principal: { Federated: "*" } },
      expected: false,
    },
    { title: "one principal", changes: { Principal: { AWS: "111111111111" } }, expected: false },
    {
      title: "all but one principal",
      changes: { Principal: undefined, NotPrincipal: { AWS: "111111111111" } },
      expected: false,
    },
    { title: "some objects", changes: { Resource: "arn:aws:s3:::logs/a*" }, expected: false },
    { title: "one-letter objects", changes: { Resource: "arn:aws:s3:::logs/?" }, expected: false },
    { title: "the bucket", changes: { Resource: "arn:aws:s3:::logs" }, expected: false },
    { title: "another action", changes: { Action: "s3:DeleteObjectVersion" }, expected: false },
    { title: "an Allow", changes: { Effect: "Allow" }, expected: false },
  ];
  for (const { title, changes, expected } of cases) {
    it(`${expected ? "is told of" : "is not told of"} ${title}`, () =>
      assert.equal(denies(deny(changes), "s3:DeleteObject", "arn:aws:s3:::logs/*"), expected));
  }
});
