import * as assert from "node:assert/strict";
import { osAccessRoleTrustSanctioned } from "../../policypack/osAccessTrust";
import { osAccess, trust } from "./osAccessSubject";
import { Given, violations } from "./support";

const [statement] = trust.Statement;
const condition = statement.Condition;
const withStatement = (changes: object) =>
  osAccess({
    assumeRolePolicy: JSON.stringify({ ...trust, Statement: [{ ...statement, ...changes }] }),
  });
const withCondition = (changes: object) =>
  withStatement({ Condition: { ...condition, ...changes } });

const allow = "The trust policy of the role 'subject', statement 'IdentityUsersWithMfa',";
const mfa = `${allow} must have the condition Bool aws:MultiFactorAuthPresent true. Add it as written here.`;
const age =
  `${allow} must have the condition NumericLessThan aws:MultiFactorAuthAge of at most 3600. ` +
  "Add it as written here.";
const person =
  `${allow} must have the condition ArnLike aws:PrincipalArn arn:*:iam::222222222222:user/os-access/*. ` +
  "Add it as written here.";
const sessionName =
  `${allow} must have the condition StringEquals sts:RoleSessionName \${aws:username}. ` +
  "Add it as written here.";
const organization =
  `${allow} must have the condition StringEquals aws:PrincipalOrgID o-a1b2c3d4e5. ` +
  "Add it as written here.";

describe("osaccess-role-trust-sanctioned: the trust policy", () => {
  const cases: { title: string; given: Given; expected: string[] }[] = [
    { title: "accepts the sanctioned trust policy", given: osAccess({}), expected: [] },
    {
      title: "accepts a source address as a further condition",
      given: withCondition({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }),
      expected: [],
    },
    {
      title: "accepts a Deny beside it",
      given: osAccess({
        assumeRolePolicy: JSON.stringify({
          ...trust,
          Statement: [statement, { Effect: "Deny", Principal: "*", Action: "sts:TagSession" }],
        }),
      }),
      expected: [],
    },
    {
      title: "blocks a document that is not JSON",
      given: osAccess({ assumeRolePolicy: '{"Version":' }),
      expected: [
        "The trust policy of the role 'subject' must be a policy document that can be read: " +
          "the document is not JSON: Unexpected end of JSON input. Correct it.",
      ],
    },
    {
      title: "blocks a misspelt element",
      given: withStatement({ Conditions: {} }),
      expected: [
        "The trust policy of the role 'subject' must be a policy document that can be read: Statement[0].Conditions " +
          "is not one of Sid, Effect, Condition, Principal, NotPrincipal, Action, NotAction, Resource, NotResource. Correct it.",
      ],
    },
    {
      title: "blocks the old policy version, in which variables are text",
      given: osAccess({ assumeRolePolicy: JSON.stringify({ ...trust, Version: "2008-10-17" }) }),
      expected: [
        "The trust policy of the role 'subject' must have Version 2012-10-17: " +
          "before it, ${aws:username} is plain text.",
      ],
    },
    {
      title: "blocks a policy that allows nobody",
      given: withStatement({ Effect: "Deny" }),
      expected: [
        "The trust policy of the role 'subject' must allow sts:AssumeRole to the users of the identity account.",
      ],
    },
    {
      title: "blocks another account",
      given: withStatement({ Principal: { AWS: "arn:aws:iam::999999999999:root" } }),
      expected: [
        `${allow} must trust arn:aws:iam::222222222222:root only, not arn:aws:iam::999999999999:root. ` +
          "Remove the other principals.",
      ],
    },
    {
      title: "blocks a service beside the identity account",
      given: withStatement({
        Principal: { AWS: "arn:aws:iam::222222222222:root", Service: "ec2.amazonaws.com" },
      }),
      expected: [
        `${allow} must trust arn:aws:iam::222222222222:root only, not ` +
          "arn:aws:iam::222222222222:root,ec2.amazonaws.com. Remove the other principals.",
      ],
    },
    {
      title: "blocks everyone",
      given: withStatement({ Principal: "*" }),
      expected: [
        `${allow} must trust arn:aws:iam::222222222222:root only, not *. Remove the other principals.`,
      ],
    },
    {
      title: "blocks NotPrincipal",
      given: withStatement({
        Principal: undefined,
        NotPrincipal: { AWS: "arn:aws:iam::222222222222:root" },
      }),
      expected: [
        `${allow} must trust arn:aws:iam::222222222222:root only, not NotPrincipal. ` +
          "Remove the other principals.",
      ],
    },
    {
      title: "blocks another action",
      given: withStatement({ Action: ["sts:AssumeRole", "sts:TagSession"] }),
      expected: [
        `${allow} must allow sts:AssumeRole only, not sts:TagSession. Remove the other actions.`,
      ],
    },
    {
      title: "blocks NotAction",
      given: withStatement({ Action: undefined, NotAction: "iam:*" }),
      expected: [
        `${allow} must allow sts:AssumeRole only, not NotAction. Remove the other actions.`,
      ],
    },
    {
      title: "blocks a second Allow without conditions",
      given: osAccess({
        assumeRolePolicy: JSON.stringify({
          ...trust,
          Statement: [statement, { ...statement, Sid: undefined, Condition: undefined }],
        }),
      }),
      expected: [mfa, age, person, sessionName, organization].map((message) =>
        message.replace("statement 'IdentityUsersWithMfa'", "statement 2"),
      ),
    },
    {
      title: "blocks BoolIfExists, which lets access keys through",
      given: withCondition({
        Bool: undefined,
        BoolIfExists: { "aws:MultiFactorAuthPresent": "true" },
      }),
      expected: [mfa],
    },
    {
      title: "blocks MFA that is false",
      given: withCondition({ Bool: { "aws:MultiFactorAuthPresent": "false" } }),
      expected: [mfa],
    },
    {
      title: "blocks an MFA age of hours",
      given: withCondition({ NumericLessThan: { "aws:MultiFactorAuthAge": "43200" } }),
      expected: [age],
    },
    {
      title: "blocks an MFA age of two values, of which the larger counts",
      given: withCondition({ NumericLessThan: { "aws:MultiFactorAuthAge": ["60", "86400"] } }),
      expected: [age],
    },
    {
      title: "blocks users outside the OS-access path",
      given: withCondition({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::222222222222:user/*" } }),
      expected: [person],
    },
    {
      title: "blocks a second pattern of users",
      given: withCondition({
        ArnLike: {
          "aws:PrincipalArn": [
            "arn:aws:iam::222222222222:user/os-access/*",
            "arn:aws:iam::*:role/*",
          ],
        },
      }),
      expected: [person],
    },
    {
      title: "accepts one named user",
      given: withCondition({
        ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::222222222222:user/os-access/alice" },
        ArnLike: undefined,
      }),
      expected: [],
    },
    {
      title: "blocks a session name of one's own choice",
      given: withCondition({
        StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "sts:RoleSessionName": "alice" },
      }),
      expected: [sessionName],
    },
    {
      title: "blocks another organization",
      given: withCondition({
        StringEquals: {
          "aws:PrincipalOrgID": "o-zzzzzzzzzz",
          "sts:RoleSessionName": "${aws:username}",
        },
      }),
      expected: [organization],
    },
    {
      title: "blocks a set quantifier, which also holds without the key",
      given: withCondition({
        Bool: undefined,
        "ForAllValues:Bool": { "aws:MultiFactorAuthPresent": "true" },
      }),
      expected: [mfa],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(await violations(osAccessRoleTrustSanctioned, given), expected),
    );
  }
});
