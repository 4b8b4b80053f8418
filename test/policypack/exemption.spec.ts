import * as assert from "node:assert/strict";
import { scpNoWildcardExemption } from "../../policypack/scpExemption";
import { violations } from "./support";

/** What the policy says of an SCP whose only Deny has the condition, without what all messages start with. */
async function judged(condition: object): Promise<string[]> {
  const statement = {
    Sid: "Shell",
    Effect: "Deny",
    Action: "ssm:StartSession",
    Resource: "*",
    Condition: condition,
  };
  const content = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const props = { type: "SERVICE_CONTROL_POLICY", content };
  const said = await violations(scpNoWildcardExemption, {
    type: "aws:organizations/policy:Policy",
    props,
  });
  const start = "The control policy 'subject', statement 'Shell', must not exempt ";
  return said.map((message) => {
    assert.ok(message.startsWith(start), message);
    return message.slice(start.length);
  });
}

const org = "o-a1b2c3d4e5";
const ou = `${org}/r-ab12/ou-ab12-11111111`;

describe("scp-no-wildcard-exemption: what spares nobody unforeseen", () => {
  const accepted: { title: string; condition: object }[] = [
    {
      title: "an exact role of one account",
      condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::333333333333:role/Breaker" } },
    },
    {
      title: "an exact user of one account, as text",
      condition: {
        StringNotEquals: { "aws:PrincipalArn": "arn:aws:iam::333333333333:user/breaker" },
      },
    },
    {
      title: "accounts",
      condition: { StringNotEquals: { "aws:PrincipalAccount": ["111111111111", "222222222222"] } },
    },
    {
      title: "the organization, and who has none",
      condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": org } },
    },
    {
      title: "an OU and all below it",
      condition: { "ForAllValues:StringNotLike": { "aws:PrincipalOrgPaths": `${ou}/*` } },
    },
    {
      title: "AWS's services",
      condition: { BoolIfExists: { "aws:PrincipalIsAWSService": false } },
    },
    {
      title: "one of AWS's services",
      condition: { StringNotEquals: { "aws:PrincipalServiceName": "ssm.amazonaws.com" } },
    },
    {
      title: "calls that are not by one of AWS's services",
      condition: { Null: { "aws:PrincipalServiceName": "true" } },
    },
    {
      title: "principals without a tag, which is whom the Deny is not about",
      condition: { StringEquals: { "aws:PrincipalTag/quarantined": "yes" } },
    },
    {
      title: "principals without an ARN",
      condition: { Null: { "aws:PrincipalArn": "false" } },
    },
    { title: "requests without MFA", condition: { Null: { "aws:MultiFactorAuthAge": "true" } } },
    {
      title: "role sessions that bear their user's name",
      condition: { StringNotEquals: { "sts:RoleSessionName": "${aws:username}" } },
    },
  ];
  for (const { title, condition } of accepted) {
    it(`accepts ${title}`, async () => assert.deepEqual(await judged(condition), []));
  }
});

describe("scp-no-wildcard-exemption: what spares whoever cares to", () => {
  const arns = [
    ["ArnNotLike", "arn:aws:iam::*:role/${aws:PrincipalTag/role}"],
    ["ArnNotEquals", "arn:aws:iam::${aws:PrincipalAccount}:role/OSAccess"],
    ["ArnNotLike", "arn:aws:iam::*:user/alice"],
    ["ArnNotLike", "arn:aws:iam::*:root"],
    ["ArnNotLike", "arn:aws:iam::33333333333?:user/alice"],
    ["StringNotEquals", "arn:aws:iam::333333333333:role/${aws:username}"],
    ["StringNotLike", "arn:aws:iam::333333333333:role/AWS-*"],
    ["StringNotEqualsIgnoreCase", "arn:aws:iam::333333333333:role/osaccess"],
  ] as const;
  for (const [operator, value] of arns) {
    it(`blocks ${operator} aws:PrincipalArn ${value}`, async () => {
      const exact = "arn:aws:iam::333333333333:role/Breaker";
      const condition = { [operator]: { "aws:PrincipalArn": [exact, value] } };
      const expected =
        `'${value}' by ${operator} aws:PrincipalArn: every role whose ARN fits is spared, and anyone may create ` +
        "one. Write ArnNotLike with the role's whole name; only the account may be a *.";
      const found = await judged(condition);
      assert.deepEqual(found.slice(-1), [expected]);
      assert.equal(found.length, operator === "StringNotEqualsIgnoreCase" ? 2 : 1);
    });
  }

  const chosen: [name: string, key: string, values: unknown][] = [
    ["StringNotLike", "aws:userid", "*:alice"],
    ["StringNotEquals", "AWS:UserId", "AROAEXAMPLEROLEID0000:alice"],
    ["StringNotEquals", "aws:username", "alice"],
    ["StringNotEquals", "aws:PrincipalTag/admin", "true"],
    ["ForAllValues:StringNotEquals", "aws:PrincipalTag/admin", ["true", "yes"]],
    ["ForAnyValue:StringNotLike", "aws:principaltag/admin", "t*"],
    ["StringNotEqualsIfExists", "aws:PrincipalTag/admin", "true"],
    ["NumericNotEquals", "aws:PrincipalTag/level", 5],
    ["StringEqualsIfExists", "aws:PrincipalTag/admin", "no"],
    ["BoolIfExists", "aws:PrincipalTag/admin", false],
    ["ForAllValues:StringEquals", "aws:PrincipalTag/admin", "no"],
    ["StringNotEquals", "aws:PrincipalType", "AssumedRole"],
    ["StringNotEquals", "aws:SourceIdentity", "alice"],
    ["StringNotEquals", "aws:FederatedProvider", "arn:aws:iam::333333333333:saml-provider/Own"],
    ["StringNotEquals", "aws:PrincipalSomethingNew", "x"],
  ];
  for (const [operator, key, values] of chosen) {
    it(`blocks ${operator} ${key} ${JSON.stringify(values)}`, async () => {
      const plain = operator.replace(/^.*:|IfExists$/g, "");
      assert.deepEqual(await judged({ [operator]: { [key]: values } }), [
        `by ${plain} ${key}: whoever may create, name or tag a principal or its session gets that. ` +
          "Write ArnNotLike aws:PrincipalArn with exact names.",
      ]);
    });
  }

  const accounts = [
    ["StringNotLike", "aws:PrincipalAccount", "*"],
    ["StringNotLike", "aws:PrincipalAccount", "33333333333?"],
    ["StringNotLike", "aws:PrincipalOrgID", "o-*"],
    ["StringNotEquals", "aws:PrincipalOrgID", "${aws:PrincipalOrgID}"],
    ["StringNotLike", "aws:PrincipalOrgPaths", "o-*/*"],
    ["StringNotLike", "aws:PrincipalOrgPaths", `${ou}*`],
    ["StringNotLike", "aws:PrincipalOrgPaths", `${org}/r-ab12/*/ou-ab12-11111111/*`],
  ] as const;
  for (const [operator, key, value] of accounts) {
    it(`blocks ${operator} ${key} ${value}`, async () =>
      assert.deepEqual(await judged({ [operator]: { [key]: value } }), [
        `'${value}' by ${operator} ${key}: it fits accounts that nobody named. ` +
          "Write ids and paths in full; only a path may end in /*.",
      ]));
  }

  const absences: [key: string, values: unknown][] = [
    ["aws:PrincipalArn", "true"],
    ["aws:PrincipalArn", [false, true]],
    ["aws:PrincipalOrgID", true],
    ["aws:PrincipalTag/admin", "true"],
    ["aws:PrincipalTag/admin", "TRUE"],
    ["aws:username", "true"],
  ];
  for (const [key, values] of absences) {
    it(`blocks Null ${key} ${JSON.stringify(values)}`, async () =>
      assert.deepEqual(await judged({ Null: { [key]: values } }), [
        `by Null ${key}: every principal with that key is spared. ` +
          "Write ArnNotLike aws:PrincipalArn with exact names.",
      ]));
  }

  it("blocks each of several conditions, since one that fails is enough", async () => {
    const found = await judged({
      ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/OSAccess" },
      StringNotLike: { "aws:PrincipalTag/a": "x", "aws:userid": "*:alice" },
    });
    assert.equal(found.length, 2);
  });
});
