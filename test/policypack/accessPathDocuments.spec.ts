import { noAccessPathOutsideOsAccess } from "../../policypack/accessPathOutsideOsAccess";
import { sessionDocument as document, sessionsOf as ofRole } from "./sessionRights";
import { Given, assertMessages, providerFor, violations } from "./support";

const inline = "The inline policy 'subject', statement 'Shell', must not allow";
const sessions = "ssm:StartSession (OnlyOsAccessStartsSessions)";
const attachGuardrails =
  "no guardrail denies it in the account 111111111111. Attach guardrails to the account, or allow less.";
const noAccount =
  "the provider does not say in which account, so no guardrail is known to deny it. " +
  "Name the account in allowedAccountIds.";
const everything =
  /^The inline policy 'subject', statement 'Shell', must not allow ssm:StartSession \(OnlyOsAccessStartsSessions\), .* and \d+ more ways onto a node: (.*)$/;
const everywhere = new RegExp(everything.source.replace("(.*)$", `${escaped(attachGuardrails)}$`));
const inNoAccount = new RegExp(everything.source.replace("(.*)$", `${escaped(noAccount)}$`));
const types = {
  role: "aws:iam/role:Role",
  userPolicy: "aws:iam/userPolicy:UserPolicy",
  groupPolicy: "aws:iam/groupPolicy:GroupPolicy",
  policy: "aws:iam/policy:Policy",
};

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The same in the management account, which no guardrail reaches. */
const unguarded = (given: Given): Given => ({ ...given, provider: providerFor("111111111111") });

describe("no-access-path-outside-osaccess: documents", () => {
  const cases: { title: string; given: Given; expected: (string | RegExp)[] }[] = [
    {
      title: "accepts an administrator where the guardrails are proved to close every path",
      given: ofRole(document({ Action: "*" })),
      expected: [],
    },
    {
      title: "accepts the action by name there too: the SCP denies it",
      given: ofRole(document({})),
      expected: [],
    },
    {
      title: "accepts a managed policy with everything there, whoever it is attached to",
      given: { type: types.policy, props: { name: "All", policy: document({ Action: "*" }) } },
      expected: [],
    },
    {
      title: "blocks an administrator where no guardrail is",
      given: unguarded(ofRole(document({ Action: "*" }))),
      expected: [everywhere],
    },
    {
      title: "blocks NotAction where no guardrail is",
      given: unguarded(ofRole(document({ Action: undefined, NotAction: "iam:*" }))),
      expected: [everywhere],
    },
    {
      title: "accepts a role that does something else",
      given: unguarded(ofRole(document({ Action: ["ssm:GetParameter", "ssm:TerminateSession"] }))),
      expected: [],
    },
    {
      title: "accepts what an unconditional Deny takes back",
      given: unguarded(ofRole(document({}, { Effect: "Deny", Action: "ssm:*", Resource: "*" }))),
      expected: [],
    },
    {
      title: "accepts what a boundary of AWS's own takes back",
      given: unguarded({
        type: types.role,
        props: {
          name: "Builder",
          permissionsBoundary: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
          inlinePolicies: [{ name: "shell", policy: document({}) }],
        },
      }),
      expected: [],
    },
    {
      title: "counts on no boundary that it does not know",
      given: unguarded({
        type: types.role,
        props: {
          name: "Builder",
          permissionsBoundary: "arn:aws:iam::111111111111:policy/Limits",
          inlinePolicies: [{ name: "shell", policy: document({}) }],
        },
      }),
      expected: [
        `The inline policy 'shell' of the role 'subject', statement 'Shell', must not allow ${sessions}: ${attachGuardrails}`,
      ],
    },
    {
      title: "blocks the action in any letter case",
      given: unguarded(ofRole(document({ Action: "SSM:startsession" }))),
      expected: [`${inline} ${sessions}: ${attachGuardrails}`],
    },
    {
      title: "blocks remote commands as it blocks sessions",
      given: unguarded(ofRole(document({ Action: "ssm:SendCommand" }))),
      expected: [`${inline} ssm:SendCommand (OnlyAutomationSendsCommands): ${attachGuardrails}`],
    },
    {
      title: "blocks passing an exempt role",
      given: unguarded(ofRole(document({ Action: "iam:PassRole" }))),
      expected: [/must not allow iam:PassRole \(ProtectExemptRoles\): no guardrail denies it/],
    },
    {
      title: "accepts passing one's own role",
      given: unguarded(
        ofRole(
          document({ Action: "iam:PassRole", Resource: "arn:aws:iam::111111111111:role/App" }),
        ),
      ),
      expected: [],
    },
    {
      title: "blocks it under a condition, which may be met",
      given: unguarded(
        ofRole(document({ Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } })),
      ),
      expected: [`${inline} ${sessions}: ${attachGuardrails}`],
    },
    {
      title: "blocks it on instances behind a policy variable",
      given: unguarded(
        ofRole(document({ Resource: "arn:aws:ec2:*:*:instance/${aws:PrincipalTag/node}" })),
      ),
      expected: [/must not allow ssm:StartSession/],
    },
    {
      title: "is not satisfied by a Deny with a condition",
      given: unguarded(
        ofRole(
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
      ),
      expected: [`${inline} ${sessions}: ${attachGuardrails}`],
    },
    {
      title: "names each statement that opens something",
      given: unguarded(
        ofRole(document({}, { Effect: "Allow", Action: "ssm:SendCommand", Resource: "*" })),
      ),
      expected: [
        `${inline} ${sessions}: ${attachGuardrails}`,
        "The inline policy 'subject', statement 2, must not allow ssm:SendCommand " +
          `(OnlyAutomationSendsCommands): ${attachGuardrails}`,
      ],
    },
    {
      title: "lets an automation role send commands where nothing but its name allows it",
      given: unguarded(ofRole(document({ Action: "ssm:SendCommand" }), "PatchAutomation")),
      expected: [],
    },
    {
      title: "does not let it start sessions",
      given: unguarded(ofRole(document({}), "PatchAutomation")),
      expected: [`${inline} ${sessions}: ${attachGuardrails}`],
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
      expected: [everywhere],
    })),
    ...[
      undefined,
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
      expected: [inNoAccount],
    })),
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
      title: "blocks a user, though it bears the name of OSAccess",
      given: unguarded({
        type: types.userPolicy,
        props: { user: "OSAccess", policy: document({}) },
      }),
      expected: [`${inline} ${sessions}: ${attachGuardrails}`],
    },
    {
      title: "blocks a group",
      given: unguarded({ type: types.groupPolicy, props: { group: "all", policy: document({}) } }),
      expected: [`${inline} ${sessions}: ${attachGuardrails}`],
    },
    {
      title: "blocks a managed policy, which anyone may be given",
      given: unguarded({ type: types.policy, props: { name: "Shell", policy: document({}) } }),
      expected: [
        `The managed policy 'subject', statement 'Shell', must not allow ${sessions}: ${attachGuardrails}`,
      ],
    },
    {
      title: "judges the roles of aws-native by the same documents",
      given: unguarded({
        type: "aws-native:iam:Role",
        props: {
          roleName: "Builder",
          policies: [{ policyName: "shell", policyDocument: JSON.parse(document({})) as unknown }],
        },
      }),
      expected: [
        `The inline policy 'shell' of the role 'subject', statement 'Shell', must not allow ${sessions}: ${attachGuardrails}`,
      ],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assertMessages(await violations(noAccessPathOutsideOsAccess, given), expected),
    );
  }
});
