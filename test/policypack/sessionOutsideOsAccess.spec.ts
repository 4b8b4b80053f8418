import * as assert from "node:assert/strict";
import { noSessionOutsideOsAccess } from "../../policypack/sessionOutsideOsAccess";
import { sessionDocument as document, sessionsOf as ofRole } from "./sessionRights";
import { Given, providerFor, violations } from "./support";

const inline = "The inline policy 'subject', statement 'Shell', must not allow";
const remove = "only OSAccess may start sessions. Remove it.";
const attachGuardrails =
  "no guardrail denies it in the account 111111111111. Attach guardrails to the account, or allow less.";
const unguarded = { provider: providerFor("111111111111") };
const types = {
  role: "aws:iam/role:Role",
  userPolicy: "aws:iam/userPolicy:UserPolicy",
  groupPolicy: "aws:iam/groupPolicy:GroupPolicy",
  policy: "aws:iam/policy:Policy",
};

describe("no-session-outside-osaccess: documents", () => {
  const cases: { title: string; given: Given; expected: string[] }[] = [
    {
      title: "lets OSAccess start sessions",
      given: ofRole(document({}), "OSAccess"),
      expected: [],
    },
    {
      title: "accepts a role that does something else",
      given: ofRole(document({ Action: ["ssm:GetParameter", "ssm:TerminateSession"] })),
      expected: [],
    },
    {
      title: "accepts everything on resources that are no nodes",
      given: {
        ...ofRole(document({ Action: "*", Resource: "arn:aws:s3:::logs/*" })),
        ...unguarded,
      },
      expected: [],
    },
    {
      title: "accepts what an unconditional Deny takes back",
      given: ofRole(
        document(
          {},
          { Effect: "Deny", Action: ["ssm:StartSession", "ssm:ResumeSession"], Resource: "*" },
        ),
      ),
      expected: [],
    },
    {
      title: "accepts an administrator in a guarded account",
      given: ofRole(document({ Action: "*" })),
      expected: [],
    },
    {
      title: "accepts all of Systems Manager in a guarded account",
      given: ofRole(document({ Action: "ssm:*" })),
      expected: [],
    },
    {
      title: "blocks the action by name, in any letter case",
      given: ofRole(document({ Action: "SSM:startsession" })),
      expected: [`${inline} ssm:StartSession: ${remove}`],
    },
    {
      title: "blocks a wildcard that fits it",
      given: ofRole(document({ Action: "ssm:*Session" })),
      expected: [`${inline} ssm:StartSession and ssm:ResumeSession: ${remove}`],
    },
    {
      title: "blocks the action by name beside all of Systems Manager",
      given: ofRole(document({ Action: ["ssm:*", "ssm:StartSession"] })),
      expected: [`${inline} ssm:StartSession and ssm:ResumeSession: ${remove}`],
    },
    {
      title: "accepts an inline policy in OSAccess itself",
      given: {
        type: types.role,
        props: { name: "OSAccess", inlinePolicies: [{ name: "shell", policy: document({}) }] },
      },
      expected: [],
    },
    {
      title: "blocks resuming sessions",
      given: ofRole(document({ Action: "ssm:ResumeSession" })),
      expected: [`${inline} ssm:ResumeSession: ${remove}`],
    },
    {
      title: "blocks it under a condition, which may be met",
      given: ofRole(document({ Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } })),
      expected: [`${inline} ssm:StartSession: ${remove}`],
    },
    {
      title: "blocks it on instances behind a policy variable",
      given: ofRole(document({ Resource: "arn:aws:ec2:*:*:instance/${aws:PrincipalTag/node}" })),
      expected: [`${inline} ssm:StartSession: ${remove}`],
    },
    {
      title: "is not satisfied by a Deny with a condition",
      given: ofRole(
        document(
          {},
          {
            Effect: "Deny",
            Action: "ssm:*",
            Resource: "*",
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ),
      ),
      expected: [`${inline} ssm:StartSession: ${remove}`],
    },
    {
      title: "blocks an administrator where no guardrail is",
      given: { ...ofRole(document({ Action: "*" })), ...unguarded },
      expected: [`${inline} ssm:StartSession and ssm:ResumeSession: ${attachGuardrails}`],
    },
    {
      title: "blocks NotAction where no guardrail is",
      given: { ...ofRole(document({ Action: undefined, NotAction: "iam:*" })), ...unguarded },
      expected: [`${inline} ssm:StartSession and ssm:ResumeSession: ${attachGuardrails}`],
    },
    ...[
      { allowedAccountIds: '["333333333333","111111111111"]' },
      { allowedAccountIds: '["333333333333",111111111111]' },
      { allowedAccountIds: [111111111111] },
      { allowedAccountIds: "[111111111111]", assumeRoles: providerFor("333333333333").assumeRoles },
      { assumeRoles: [{ roleArn: "arn:aws:iam::111111111111:role/SekishoDeploy" }] },
    ].map((provider) => ({
      title: `blocks an administrator by the provider ${JSON.stringify(provider)}`,
      given: { ...ofRole(document({ Action: "*" })), provider },
      expected: [`${inline} ssm:StartSession and ssm:ResumeSession: ${attachGuardrails}`],
    })),
    ...[
      {},
      { allowedAccountIds: "[]" },
      { allowedAccountIds: '["333333333333"' },
      { allowedAccountIds: "333333333333" },
      { assumeRoles: [{ externalId: "333333333333" }] },
      { assumeRoles: [{ roleArn: "arn:aws:iam::333333333333:role/A" }, {}] },
      { assumeRoles: [{ roleArn: "SekishoDeploy" }] },
    ].map((provider) => ({
      title: `blocks an administrator in the unknown account of the provider ${JSON.stringify(provider)}`,
      given: { ...ofRole(document({ Action: "*" })), provider },
      expected: [
        `${inline} ssm:StartSession and ssm:ResumeSession: the provider does not say in which account, ` +
          "so no guardrail is known to deny it. Name the account in allowedAccountIds.",
      ],
    })),
    {
      title: "blocks an administrator in an account that nobody names",
      given: { ...ofRole(document({ Action: "*" })), provider: undefined },
      expected: [
        `${inline} ssm:StartSession and ssm:ResumeSession: the provider does not say in which account, ` +
          "so no guardrail is known to deny it. Name the account in allowedAccountIds.",
      ],
    },
    {
      title: "takes the account from the assumed role where the provider allows any",
      given: {
        ...ofRole(document({ Action: "*" })),
        provider: { assumeRoles: [{ roleArn: "arn:aws:iam::333333333333:role/SekishoDeploy" }] },
      },
      expected: [],
    },
    {
      title: "blocks a document that cannot be read",
      given: ofRole('{"Version":'),
      expected: [
        "The inline policy 'subject' must be a policy document that can be read: the document is not JSON: " +
          "Unexpected end of JSON input. Correct it.",
      ],
    },
    {
      title: "blocks a user",
      given: { type: types.userPolicy, props: { user: "OSAccess", policy: document({}) } },
      expected: [`${inline} ssm:StartSession: ${remove}`],
    },
    {
      title: "blocks a group",
      given: { type: types.groupPolicy, props: { group: "operators", policy: document({}) } },
      expected: [`${inline} ssm:StartSession: ${remove}`],
    },
    {
      title: "blocks an inline policy in the role itself",
      given: {
        type: types.role,
        props: { name: "Builder", inlinePolicies: [{ name: "shell", policy: document({}) }] },
      },
      expected: [
        "The inline policy 'shell' of the role 'subject', statement 'Shell', must not allow ssm:StartSession: " +
          remove,
      ],
    },
    {
      title: "blocks a managed policy, which anyone may be given",
      given: { type: types.policy, props: { name: "OSAccess", path: "/", policy: document({}) } },
      expected: [
        `The managed policy 'subject', statement 'Shell', must not allow ssm:StartSession: ${remove}`,
      ],
    },
    {
      title: "accepts a managed policy of OSAccess at the protected path",
      given: {
        type: types.policy,
        props: { name: "OSAccess-sessions", path: "/os-access/", policy: document({}) },
      },
      expected: [],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(await violations(noSessionOutsideOsAccess, given), expected),
    );
  }
});
