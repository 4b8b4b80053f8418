import * as assert from "node:assert/strict";
import { parsePolicy } from "../../iam/parsePolicy";
import { faultText } from "../../iam/policyJson";

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

function parsed(statement: unknown, rest: object = { Version: "2012-10-17" }) {
  const result = parsePolicy(JSON.stringify({ ...rest, Statement: statement }));
  assert.ok(result.ok, result.ok ? "" : result.faults.map(faultText).join("; "));
  return result.document;
}

function faults(value: unknown): string[] {
  const result = parsePolicy(typeof value === "string" ? value : JSON.stringify(value));
  return result.ok ? [] : result.faults.map(faultText);
}

describe("parsePolicy", () => {
  it("reads a single value as a list of one", () => {
    assert.deepEqual(parsed(statement), {
      version: "2012-10-17",
      statements: [
        { effect: "Allow", actions: ["s3:GetObject"], resources: ["*"], conditions: [] },
      ],
    });
  });

  it("takes a document without a version for the old one", () => {
    assert.equal(parsed([statement], {}).version, "2008-10-17");
  });

  it("keeps Id and Sid", () => {
    const document = parsed([{ ...statement, Sid: "Read" }], { Id: "logs" });
    assert.equal(document.id, "logs");
    assert.equal(document.statements[0]?.sid, "Read");
  });

  it("reads every kind of principal, and * as any AWS principal", () => {
    const principals = (Principal: unknown) =>
      parsed([{ Effect: "Allow", Action: "sts:AssumeRole", Principal }]).statements[0]?.principals;
    assert.deepEqual(principals("*"), [{ type: "AWS", value: "*" }]);
    assert.deepEqual(
      principals({ Service: ["ec2.amazonaws.com"], AWS: "111111111111", Federated: "saml" }),
      [
        { type: "AWS", value: "111111111111" },
        { type: "Service", value: "ec2.amazonaws.com" },
        { type: "Federated", value: "saml" },
      ],
    );
  });

  it("reads NotAction, NotResource and NotPrincipal", () => {
    const [read] = parsed([
      { Effect: "Deny", NotAction: "iam:*", NotResource: "a", NotPrincipal: { AWS: "b" } },
    ]).statements;
    assert.deepEqual(read, {
      effect: "Deny",
      notActions: ["iam:*"],
      notResources: ["a"],
      notPrincipals: [{ type: "AWS", value: "b" }],
      conditions: [],
    });
  });

  it("takes an operator apart and reads numbers and booleans as text", () => {
    const Condition = {
      "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": ["a", "b"] },
      NumericLessThan: { "aws:MultiFactorAuthAge": 3600 },
      Bool: { "aws:SecureTransport": false },
      Null: { "aws:TokenIssueTime": "true" },
    };
    assert.deepEqual(parsed([{ ...statement, Condition }]).statements[0]?.conditions, [
      {
        quantifier: "ForAnyValue",
        operator: "StringLike",
        ifExists: true,
        key: "aws:TagKeys",
        values: ["a", "b"],
      },
      {
        operator: "NumericLessThan",
        ifExists: false,
        key: "aws:MultiFactorAuthAge",
        values: ["3600"],
      },
      { operator: "Bool", ifExists: false, key: "aws:SecureTransport", values: ["false"] },
      { operator: "Null", ifExists: false, key: "aws:TokenIssueTime", values: ["true"] },
    ]);
  });

  const bad: { title: string; document: unknown; expected: string[] }[] = [
    {
      title: "text that ends too early",
      document: '{"Version":',
      expected: ["the document is not JSON: Unexpected end of JSON input"],
    },
    { title: "a list", document: [], expected: ["the document must be an object"] },
    {
      title: "no statement",
      document: { Version: "2012-10-17" },
      expected: ["Statement[0] must be an object"],
    },
    {
      title: "an empty list of statements",
      document: { Statement: [] },
      expected: ["Statement must have at least one statement"],
    },
    {
      title: "another version",
      document: { Version: "2012-10-18", Statement: statement },
      expected: ["Version must be 2012-10-17 or 2008-10-17"],
    },
    {
      title: "a misspelt element at the top",
      document: { Statements: [], Statement: statement },
      expected: ["Statements is not one of Version, Id, Statement"],
    },
    {
      title: "a misspelt effect",
      document: { Statement: { ...statement, Effect: "allow" } },
      expected: ["Statement[0].Effect must be Allow or Deny"],
    },
    {
      title: "a statement without an action",
      document: { Statement: { Effect: "Allow", Resource: "*" } },
      expected: ["Statement[0] must have either Action or NotAction"],
    },
    {
      title: "Action and NotAction together",
      document: { Statement: { ...statement, NotAction: "iam:*" } },
      expected: ["Statement[0] must have either Action or NotAction"],
    },
    {
      title: "Resource and NotResource together",
      document: { Statement: { ...statement, NotResource: "a" } },
      expected: ["Statement[0] must not have both Resource and NotResource"],
    },
    {
      title: "an empty list of actions",
      document: { Statement: { ...statement, Action: [] } },
      expected: ["Statement[0].Action must be text or a list of text that is not empty"],
    },
    {
      title: "a number as an action",
      document: { Statement: { ...statement, Action: ["s3:*", 1] } },
      expected: ["Statement[0].Action must be text or a list of text that is not empty"],
    },
    {
      title: "a Sid that is no text",
      document: { Statement: { ...statement, Sid: 1 } },
      expected: ["Statement[0].Sid must be text"],
    },
    {
      title: "a principal that is text",
      document: { Statement: { ...statement, Principal: "alice" } },
      expected: ['Statement[0].Principal must be "*" or an object'],
    },
    {
      title: "an unknown kind of principal",
      document: { Statement: { ...statement, Principal: { Aws: "*" } } },
      expected: ["Statement[0].Principal.Aws is not one of AWS, Service, Federated, CanonicalUser"],
    },
    {
      title: "Null with IfExists",
      document: { Statement: { ...statement, Condition: { NullIfExists: { a: "true" } } } },
      expected: ["Statement[0].Condition.NullIfExists is not a condition operator"],
    },
    {
      title: "an unknown set quantifier",
      document: { Statement: { ...statement, Condition: { "ForSome:Bool": { a: "true" } } } },
      expected: ["Statement[0].Condition.ForSome:Bool is not a condition operator"],
    },
    {
      title: "a condition that is text",
      document: { Statement: { ...statement, Condition: "Bool" } },
      expected: ["Statement[0].Condition must be an object of operators"],
    },
    {
      title: "a list of values with an object in it",
      document: { Statement: { ...statement, Condition: { Bool: { a: ["true", {}] } } } },
      expected: [
        "Statement[0].Condition.Bool.a must be text, a number, a boolean or a list of them",
      ],
    },
    {
      title: "a condition without keys",
      document: { Statement: { ...statement, Condition: { Bool: "true" } } },
      expected: ["Statement[0].Condition.Bool must be an object of condition keys"],
    },
    {
      title: "an object as a condition's value",
      document: { Statement: { ...statement, Condition: { Bool: { a: {} } } } },
      expected: [
        "Statement[0].Condition.Bool.a must be text, a number, a boolean or a list of them",
      ],
    },
    {
      title: "two faults at once, both",
      document: { Statement: [{ ...statement, Effect: 1 }, "x"] },
      expected: ["Statement[0].Effect must be Allow or Deny", "Statement[1] must be an object"],
    },
  ];
  for (const { title, document, expected } of bad) {
    it(`refuses ${title}`, () => assert.deepEqual(faults(document), expected));
  }

  it("refuses a list nested 100,000 deep, without running out of stack", () => {
    const deep = `{"Statement":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    assert.deepEqual(faults(deep).length, 1);
  });
});
