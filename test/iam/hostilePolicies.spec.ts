import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { compile } from "../../iam/compile";
import { evaluate } from "../../iam/evaluate";
import { readJson } from "../../iam/jsonText";
import { parsePolicy } from "../../iam/parsePolicy";
import { faultText } from "../../iam/policyJson";

const document = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
};

function faults(source: unknown): string[] {
  const result = parsePolicy(source);
  return result.ok ? [] : result.faults.map(faultText);
}

/** `line:column path message` of each fault. */
function placedFaults(text: string): string[] {
  const result = parsePolicy(text);
  return result.ok
    ? []
    : result.faults.map((fault) => `${fault.line}:${fault.column} ${faultText(fault)}`);
}

describe("parsePolicy says where", () => {
  const rows = [
    {
      title: "an operator is misspelt",
      text: '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {"Effect": "Deny", "Action": "*", "Resource": "*",\n     "Condition": {"ArnNotLik": {"aws:PrincipalArn": "a"}}}]}',
      expected: ["5:20 Statement[0].Condition.ArnNotLik is not a condition operator"],
    },
    {
      title: "an element of a single statement is wrong",
      text: '{"Statement":\n{"Effect": "deny", "Action": "*"}}',
      expected: ["2:2 Statement[0].Effect must be Allow or Deny"],
    },
    {
      title: "an element is missing",
      text: '{"Statement":[\n {"Effect": "Deny"}]}',
      expected: ["2:2 Statement[0] must have either Action or NotAction"],
    },
    {
      title: "the text ends too early",
      text: '{"Statement":[\n {"Effect"',
      expected: ["2:11 the document is not JSON: Unexpected end of JSON input"],
    },
    {
      title: "a comma is too many",
      text: '{"Statement":[],}',
      expected: ['1:17 the document is not JSON: Unexpected character "}"'],
    },
    {
      title: "there is text behind the document",
      text: "{}\n{}",
      expected: ['2:1 the document is not JSON: Unexpected character "{"'],
    },
    {
      title: "a key is given twice",
      text: '{"Statement":{"Effect":"Allow",\n"Effect":"Deny","Action":"*"}}',
      expected: ["2:1 Statement.Effect is given twice"],
    },
  ];
  for (const { title, text, expected } of rows) {
    it(title, () => assert.deepEqual(placedFaults(text), expected));
  }

  it("only of text", () => {
    const result = parsePolicy({ Statement: [] });
    assert.ok(!result.ok);
    assert.deepEqual(result.faults, [
      { path: "Statement", message: "must have at least one statement" },
    ]);
  });
});

describe("parsePolicy survives", () => {
  const unprintable = "must not hold control characters or half characters";
  const stars = { ...document, Statement: [{ ...document.Statement[0], Action: "*".repeat(1e6) }] };
  const rows: { title: string; source: unknown; expected: string[] }[] = [
    {
      title: "a megabyte",
      source: JSON.stringify(stars),
      expected: ["the document has 1000084 characters; the longest that AWS takes has 131072"],
    },
    {
      title: "a megabyte of brackets",
      source: "[".repeat(130_000),
      expected: ["the document is nested deeper than any policy"],
    },
    {
      title: "too many values",
      source: `{"Statement":[${"1,".repeat(60_000)}1]}`,
      expected: ["the document has more than 10000 values, and so is no policy"],
    },
    {
      title: "a NUL",
      source: { ...document, Id: "a\0b" },
      expected: [`Id ${unprintable}`],
    },
    {
      title: "half a surrogate pair",
      source: '{"Id":"\\ud800","Statement":{"Effect":"Allow","Action":"*"}}',
      expected: [`Id ${unprintable}`],
    },
    {
      title: "an escape that is none",
      source: '{"Id":"\\x"}',
      expected: ["the document is not JSON: a text with a wrong escape"],
    },
    {
      title: "a key that objects inherit by",
      source: '{"__proto__":{"Statement":[]},"Statement":{"Effect":"Allow","Action":"*"}}',
      expected: ["__proto__ is not one of Version, Id, Statement"],
    },
    {
      title: "an endless key",
      source: { ...document, ["k".repeat(1_000)]: 1 },
      expected: [`${"k".repeat(128)}... is not one of Version, Id, Statement`],
    },
    {
      title: "a key that would be a line of its own",
      source: '{"\\nAll is well\\u202e":1}',
      expected: [
        "\\u000aAll is well\\u202e is not one of Version, Id, Statement",
        "Statement[0] must be an object",
      ],
    },
    {
      title: "a number as an action",
      source: { Statement: { Effect: "Allow", Action: 1 } },
      expected: ["Statement[0].Action must be text or a list of text that is not empty"],
    },
    {
      title: "nothing",
      source: undefined,
      expected: ["the document is not JSON: Unexpected end of JSON input"],
    },
    { title: "null", source: null, expected: ["the document must be an object"] },
    { title: "a bigint", source: 1n, expected: ["the document cannot be written as JSON"] },
  ];
  for (const { title, source, expected } of rows) {
    it(title, () => assert.deepEqual(faults(source), expected));
  }

  it("an object that holds itself", () => {
    const circle: Record<string, unknown> = { ...document };
    circle.Statement = circle;
    assert.deepEqual(faults(circle), ["the document cannot be written as JSON"]);
  });

  it("thousands of faults, and names them all", () => {
    const found = placedFaults(`{"Statement":[${"1,".repeat(9_000)}1]}`);
    assert.equal(found.length, 9_001);
    assert.equal(found.at(-1), "1:18015 Statement[9000] must be an object");
  });

  it("any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        parsePolicy(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it("any value in any place of a document", () => {
    const places = ["Version", "Statement", "Effect", "Action", "Principal", "Condition"];
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.anything({ withNullPrototype: true }),
        (at, value) => {
          parsePolicy({ ...document, [at]: value });
          parsePolicy({ ...document, Statement: { ...document.Statement[0], [at]: value } });
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("readJson", () => {
  it("takes what JSON.parse takes, and nothing else", () => {
    const json = fc.oneof(
      fc.json({ maxDepth: 5 }),
      fc.json({ maxDepth: 3 }).map((text) => text.replace(/[\]}:,"]/, "")),
      fc.string({ unit: fc.constantFrom(...'{}[]":,1-.eE+0 tn\\u\n'.split("")), maxLength: 12 }),
    );
    fc.assert(
      fc.property(json, (text) => {
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expected = undefined;
        }
        assert.equal(JSON.stringify(readJson(text).value), JSON.stringify(expected));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("a hostile policy", () => {
  const decided = (statement: object, context: Record<string, string>) => {
    const result = parsePolicy({
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Action: "*", Resource: "*", ...statement },
    });
    assert.ok(result.ok);
    return evaluate(
      {
        principal: "arn:aws:iam::222222222222:user/alice",
        action: "s3:GetObject",
        resources: [`arn:aws:s3:::${"a".repeat(2_000)}`],
        context,
      },
      { identity: [compile(result.document, "identity")] },
    ).result;
  };
  const stars = `${"*a".repeat(10_000)}b`;
  const questions = `arn:aws:s3:::*${"?a".repeat(500)}*${"?a".repeat(900)}b`;
  const rows = [
    { title: "10,000 stars in a resource", statement: { Resource: `arn:aws:s3:::${stars}` } },
    { title: "10,000 stars in an action", statement: { Action: `s3:${stars}` } },
    { title: "stars and question marks", statement: { Resource: questions } },
    {
      title: "10,000 stars in a condition",
      statement: { Condition: { StringLike: { k: stars } } },
    },
    {
      title: "10,000 variables that never end",
      statement: { Condition: { StringLike: { k: "${a, '".repeat(10_000) } } },
    },
    {
      title: "a variable of spaces",
      statement: { Condition: { StringEquals: { k: `\${${" ".repeat(100_000)}}` } } },
    },
    {
      title: "a number of 100,000 digits",
      statement: { Condition: { NumericEquals: { k: `1${"0".repeat(100_000)}x` } } },
      expected: "unknown",
    },
  ];
  for (const { title, statement, expected = "implicitly denied" } of rows) {
    it(`decides in linear time with ${title}`, () =>
      assert.equal(decided(statement, { k: "a".repeat(20_000) }), expected));
  }
});
