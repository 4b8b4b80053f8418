import * as assert from "node:assert/strict";
import { ownPolicyContent, ownPolicyFaults } from "../../guardrails/ownPolicies/ownPolicies";
import { controlPolicyType } from "../../model/controlPolicyType";
import { formatFault } from "../../model/fault";
import { OwnPolicy } from "../../model/landingZone";

function policyOf(text: string, file = "a.json"): OwnPolicy {
  return { file, type: controlPolicyType(text), text };
}

async function linesOf(...policies: readonly OwnPolicy[]): Promise<string[]> {
  return (await ownPolicyFaults(policies)).map(formatFault);
}

/** A document of one statement, an element a line: `Version` is in line 1, the first element in line 2. */
function documentOf(...elements: string[]): string {
  return `{"Version": "2012-10-17", "Statement": [{\n  ${elements.join(",\n  ")}\n}]}`;
}

const deny = '"Effect": "Deny"';
const action = '"Action": "ssm:StartSession"';
const anything = '"Resource": "*"';
const everyone = '"Principal": "*"';
const actionsOf = (...actions: string[]) => `"Action": ${JSON.stringify(actions)}`;
const resourcesOf = (...resources: string[]) => `"Resource": ${JSON.stringify(resources)}`;
const where = (operator: string, key: string, value = "x") =>
  `"Condition": {"${operator}": {"${key}": "${value}"}}`;

const known = "that AWS had on 2026-09-26";
const operator = "allowed is a condition operator of IAM";
const inRcp = "in an RCP, which a document with a Principal is";
const orScp = "or take Principal out of every statement to have an SCP";

/** Each is taken by JSON.parse, by Pulumi's preview or by AWS itself, and none does what its author means. */
const rows: [title: string, text: string, ...expected: string[]][] = [
  [
    "a text that ends too early",
    documentOf(deny, action, anything).slice(0, -2),
    "a.json:5:2: found text that is not JSON (Unexpected end of JSON input), allowed is a policy in JSON: correct it.",
  ],
  [
    "an empty file",
    "",
    "a.json:1:1: found text that is not JSON (Unexpected end of JSON input), allowed is a policy in JSON: correct it.",
  ],
  [
    "a comment",
    documentOf(deny, action, `${anything} // all`),
    'a.json:4:19: found text that is not JSON (Unexpected character "/"), allowed is a policy in JSON: correct it.',
  ],
  [
    "a misspelt action",
    documentOf(deny, actionsOf("ssm:ResumeSession", "ssm:StartSesion"), anything),
    `a.json:3:34 Statement[0].Action[1]: found "ssm:StartSesion", which is no action, allowed is an action of ssm ${known}: did you mean 'ssm:StartSession'?`,
  ],
  [
    "a misspelt action that is spared",
    documentOf(deny, '"NotAction": "iam:CreatRole"', anything),
    `a.json:3:3 Statement[0].NotAction: found "iam:CreatRole", which is no action, allowed is an action of iam ${known}: did you mean 'iam:CreateRole'?`,
  ],
  [
    "a service that does not exist",
    documentOf(deny, '"Action": "smm:StartSession"', anything),
    `a.json:3:3 Statement[0].Action: found "smm:StartSession", a service that IAM does not have, allowed is a service ${known}: did you mean 'ssm:StartSession'?`,
  ],
  [
    "a pattern that fits no action",
    documentOf(deny, '"Action": "ec2:Deskribe*"', anything),
    `a.json:3:3 Statement[0].Action: found "ec2:Deskribe*", which fits no action, allowed is a pattern of actions of ec2 ${known}: correct it.`,
  ],
  [
    "an action without its service",
    documentOf(deny, '"Action": "StartSession"', anything),
    'a.json:3:3 Statement[0].Action: found "StartSession", allowed is an action as service:Name: correct it.',
  ],
  [
    "a misspelt operator",
    documentOf(deny, action, anything, where("ArnNotLik", "aws:PrincipalArn")),
    `a.json:5:17 Statement[0].Condition.ArnNotLik: found "ArnNotLik", ${operator}: did you mean 'ArnNotLike'?`,
  ],
  [
    "a misspelt operator with quantifier and IfExists",
    documentOf(deny, action, anything, where("ForAnyValue:StringEqualIfExists", "aws:TagKeys")),
    `a.json:5:17 Statement[0].Condition.ForAnyValue:StringEqualIfExists: found "ForAnyValue:StringEqualIfExists", ${operator}: did you mean 'ForAnyValue:StringEqualsIfExists'?`,
  ],
  [
    "a misspelt key of every request",
    documentOf(deny, action, anything, where("StringNotEquals", "aws:RequestRegion")),
    `a.json:5:37 Statement[0].Condition.StringNotEquals.aws:RequestRegion: found "aws:RequestRegion", allowed is a condition key ${known}: did you mean "aws:RequestedRegion"?`,
  ],
  [
    "a misspelt key of a service, and of a tag",
    documentOf(
      deny,
      action,
      anything,
      '"Condition": {"StringEquals": {"ssm:DocumentTyp": "x", "aws:PrincipleTag/team": "x"}}',
    ),
    `a.json:5:34 Statement[0].Condition.StringEquals.ssm:DocumentTyp: found "ssm:DocumentTyp", allowed is a condition key ${known}: did you mean "ssm:DocumentType"?`,
    `a.json:5:58 Statement[0].Condition.StringEquals.aws:PrincipleTag/team: found "aws:PrincipleTag/team", allowed is a condition key ${known}: did you mean "aws:PrincipalTag/team"?`,
  ],
  [
    "a resource that is no ARN",
    documentOf(deny, action, resourcesOf("*", "document/x")),
    'a.json:4:20 Statement[0].Resource[1]: found "document/x", allowed is "*" or the pattern of an ARN, arn:partition:service:region:account:resource: correct it.',
  ],
  [
    "a resource that its actions do not have",
    documentOf(deny, '"Action": "sts:AssumeRole"', resourcesOf("arn:aws:iam::*:rolle/x")),
    'a.json:4:16 Statement[0].Resource[0]: found "arn:aws:iam::*:rolle/x", which is no resource of the statement\'s actions, allowed is "*" or arn:*:iam::*:role/*: correct it.',
  ],
  [
    "a resource of an action that has none",
    documentOf(
      deny,
      '"Action": "ec2:DescribeInstances"',
      '"Resource": "arn:aws:ec2:*:*:instance/*"',
    ),
    'a.json:4:3 Statement[0].Resource: found "arn:aws:ec2:*:*:instance/*", which is no resource of the statement\'s actions, allowed is "*", as they have none: correct it.',
  ],
  [
    "a key that stands twice",
    documentOf(deny, action, action, anything),
    "a.json:4:3 Statement[0].Action: found a value that is given twice, allowed is a policy as IAM reads it: correct it.",
  ],
  [
    "a misspelt element, and not also that the right one is missing",
    documentOf('"Efect": "Deny"', action, anything),
    "a.json:2:3 Statement[0].Efect: found the key \"Efect\", allowed are Sid, Effect, Condition, Principal, NotPrincipal, Action, NotAction, Resource, NotResource: did you mean 'Effect'?",
  ],
  [
    "another effect",
    documentOf('"Effect": "deny"', action, anything),
    'a.json:2:3 Statement[0].Effect: found "deny", allowed is Allow or Deny: correct it.',
  ],
  [
    "no version, in which variables are plain text",
    documentOf(deny, action, anything).replace('"Version": "2012-10-17", ', ""),
    'a.json:1:1 Version: found no Version, allowed is "2012-10-17" in SCPs and RCPs: write it.',
  ],
  [
    "an SCP without Resource",
    documentOf(deny, action),
    'a.json:1:41 Statement[0]: found neither, allowed is Resource or NotResource in each statement of an SCP: add "Resource": "*".',
  ],
  [
    "a statement id twice",
    '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","Action":"*","Resource":"*"},\n{"Sid":"A","Effect":"Deny","Action":"*","Resource":"*"}]}',
    'a.json:2:2 Statement[1].Sid: found "A" again, allowed is each once: rename one of the two.',
  ],
  [
    "roles that are exempt by a wildcard",
    documentOf(
      deny,
      action,
      anything,
      where("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::*:role/Admin*"),
    ),
    "a.json:5:3 Statement[0].Condition: found a Deny with a gap: it must not exempt 'arn:aws:iam::*:role/Admin*' by ArnNotLike aws:PrincipalArn: every role whose ARN fits is spared, and anyone may create one. Write ArnNotLike with the role's whole name; only the account may be a *.",
  ],
  [
    "an RCP for a service that RCPs do not reach",
    documentOf(deny, everyone, action, anything),
    'a.json:4:3 Statement[0].Action: found "ssm:StartSession", which no RCP stops, allowed is a service whose resources RCPs reach: write an SCP, without Principal.',
  ],
  [
    "an RCP that allows, for one principal",
    documentOf('"Effect": "Allow"', '"Principal": {"AWS": "*"}', '"Action": "s3:*"', anything),
    `a.json:2:3 Statement[0].Effect: found "Allow", allowed is Deny ${inRcp}: write a Deny, ${orScp}.`,
    `a.json:3:3 Statement[0].Principal: found another Principal, allowed is "*" ${inRcp}: write it, ${orScp}.`,
  ],
  [
    "an RCP with NotAction and NotPrincipal",
    documentOf(deny, '"NotPrincipal": "*"', '"NotAction": "s3:*"', anything),
    `a.json:3:3 Statement[0].NotPrincipal: found NotPrincipal, allowed is Principal "*" ${inRcp}: name who is spared in ArnNotLike aws:PrincipalArn.`,
    `a.json:4:3 Statement[0].NotAction: found NotAction, allowed is Action ${inRcp}: name the actions.`,
  ],
  [
    "a Principal in one statement of two",
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"},\n{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}',
    `a.json:2:1 Statement[1].Principal: found a statement without Principal, allowed is "*" ${inRcp}: write it, ${orScp}.`,
  ],
];

describe("The organization's own policies, judged as texts", () => {
  for (const [title, text, ...expected] of rows) {
    it(`refuse ${title}`, async () => {
      const lines = await linesOf(policyOf(text));
      assert.deepEqual(
        lines.filter((line) => expected.includes(line)),
        expected,
        lines.join("\n"),
      );
      assert.equal(lines.length, expected.length, lines.join("\n"));
    });
  }

  it("have every fault said at once, file by file, each file once, in the order of the text", async () => {
    const text = documentOf(
      '"Effect": "deny"',
      '"Action": "ssm:StartSesion"',
      '"Resource": "x"',
      where("ArnNotLik", "aws:PrincipalArns"),
    );
    const places = (
      await ownPolicyFaults([
        policyOf(text, "b.json"),
        policyOf(text, "b.json"),
        policyOf(text.slice(0, -1), "a.json"),
      ])
    ).map(({ file, line, column }) => `${file}:${line}:${column}`);
    assert.deepEqual(places, [
      "a.json:6:3",
      "b.json:2:3",
      "b.json:3:3",
      "b.json:4:3",
      "b.json:5:17",
      "b.json:5:31",
    ]);
  });

  it("may have 10,240 characters as an SCP and 5,120 as an RCP, white space not counted", async () => {
    const long = (principal: object, length: number) => {
      const pad = (Sid: string) =>
        JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Sid, Effect: "Deny", ...principal, Action: "s3:*", Resource: "*" }],
        });
      return pad("A".repeat(length - pad("").length));
    };
    const faults = (text: string) => linesOf(policyOf(JSON.stringify(JSON.parse(text), null, 4)));
    assert.deepEqual(await faults(long({}, 10_240)), []);
    assert.deepEqual(await faults(long({}, 10_241)), [
      "a.json:1:1: found 10241 characters without white space, allowed are 10240 in an SCP: split the policy.",
    ]);
    assert.deepEqual(await faults(long({ Principal: "*" }, 5_120)), []);
    assert.deepEqual(await faults(long({ Principal: "*" }, 5_121)), [
      "a.json:1:1: found 5121 characters without white space, allowed are 5120 in an RCP: split the policy.",
    ]);
  });

  it("take what AWS takes", async () => {
    const texts = [
      documentOf(deny, '"Action": "*"', anything),
      documentOf(deny, '"Action": "SSM:startsession"', '"Resource": "arn:*"'),
      documentOf(
        deny,
        '"Action": ["s3:*Object", "ec2:Run?nstances"]',
        '"NotResource": "arn:aws:s3:::x/*"',
      ),
      documentOf(
        deny,
        action,
        anything,
        where("ForAnyValue:StringNotEqualsIfExists", "aws:tagkeys"),
      ),
      documentOf(deny, action, anything, where("StringEquals", "ssm:resourceTag/a.b:c")),
      documentOf(
        deny,
        '"Action": "sts:*"',
        anything,
        where("StringEquals", "token.example.com:sub"),
      ),
      documentOf(
        deny,
        '"Action": "s3:*"',
        `${resourcesOf("arn:aws:s3:::${aws:PrincipalTag/x}/*")}`,
      ),
      documentOf(deny, everyone, '"Action": ["s3:*", "sts:AssumeRole", "kms:*"]', anything),
      '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"ssm:StartSession","Resource":"*"}}',
    ];
    for (const text of texts) {
      assert.deepEqual(await linesOf(policyOf(text)), [], text);
    }
  });

  it("are sent without white space and otherwise as they are", () => {
    const text = '{ "Version": "2012-10-17",\n "Statement": [ { "Sid": "a b\\u00e9" } ] }';
    assert.equal(
      ownPolicyContent(policyOf(text)),
      '{"Version":"2012-10-17","Statement":[{"Sid":"a bé"}]}',
    );
  });
});
