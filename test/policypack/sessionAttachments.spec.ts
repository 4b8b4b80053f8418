import * as assert from "node:assert/strict";
import { noSessionOutsideOsAccess } from "../../policypack/sessionOutsideOsAccess";
import { Given, providerFor, violations } from "./support";

const remove = "only OSAccess may start sessions. Remove it.";
const attachGuardrails =
  "no guardrail denies it in the account 111111111111. Attach guardrails to the account, or allow less.";
const unguarded = { provider: providerFor("111111111111") };
const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const types = {
  role: "aws:iam/role:Role",
  roleAttachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  attachment: "aws:iam/policyAttachment:PolicyAttachment",
  exclusive: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
};

describe("no-session-outside-osaccess: attachments", () => {
  const roleOf = (policyArn: unknown, role: unknown = "Builder"): Given => ({
    type: types.roleAttachment,
    props: { role, policyArn },
  });
  const attaches = (name: string) =>
    `The attachment 'subject' must not attach ${name}, which allows sessions:`;
  const cases: { title: string; given: Given; expected: string[] }[] = [
    {
      title: "accepts what nodes need",
      given: roleOf(aws("AmazonSSMManagedInstanceCore")),
      expected: [],
    },
    {
      title: "accepts ReadOnlyAccess",
      given: { ...roleOf(aws("ReadOnlyAccess")), ...unguarded },
      expected: [],
    },
    {
      title: "accepts an administrator in a guarded account",
      given: roleOf(aws("AdministratorAccess")),
      expected: [],
    },
    {
      title: "blocks an administrator where no guardrail is",
      given: { ...roleOf(aws("AdministratorAccess")), ...unguarded },
      expected: [`${attaches("AdministratorAccess")} ${attachGuardrails}`],
    },
    {
      title: "blocks a policy of AWS that names the action, under guardrails too",
      given: roleOf(aws("AWSCloud9User")),
      expected: [`${attaches("AWSCloud9User")} ${remove}`],
    },
    {
      title: "knows AWS's policies by their path",
      given: { ...roleOf(aws("service-role/AmazonSSMAutomationRole")), ...unguarded },
      expected: [`${attaches("service-role/AmazonSSMAutomationRole")} ${attachGuardrails}`],
    },
    {
      title: "knows AWS's policies in other partitions",
      given: roleOf("arn:aws-cn:iam::aws:policy/AWSCloud9User"),
      expected: [`${attaches("AWSCloud9User")} ${remove}`],
    },
    {
      title: "is not fooled by a customer's policy of the same name",
      given: roleOf("arn:aws:iam::333333333333:policy/AWSCloud9User"),
      expected: [],
    },
    {
      title: "blocks a policy of OSAccess on another role",
      given: roleOf("arn:aws:iam::333333333333:policy/os-access/OSAccess-sessions"),
      expected: [
        "The attachment 'subject' must not attach " +
          `'arn:aws:iam::333333333333:policy/os-access/OSAccess-sessions': ${remove}`,
      ],
    },
    {
      title: "accepts it on OSAccess",
      given: roleOf("arn:aws:iam::333333333333:policy/os-access/OSAccess-sessions", "OSAccess"),
      expected: [],
    },
    {
      title: "blocks an attachment to OSAccess and a group at once",
      given: {
        type: types.attachment,
        props: { policyArn: aws("AWSCloud9User"), roles: ["OSAccess"], groups: ["operators"] },
      },
      expected: [`${attaches("AWSCloud9User")} ${remove}`],
    },
    {
      title: "blocks one of several policies on a role",
      given: {
        type: types.exclusive,
        props: { roleName: "Builder", policyArns: [aws("ReadOnlyAccess"), aws("AWSCloud9User")] },
      },
      expected: [`${attaches("AWSCloud9User")} ${remove}`],
    },
    {
      title: "accepts a policy listed in OSAccess itself",
      given: {
        type: types.role,
        props: { name: "OSAccess", managedPolicyArns: [aws("AWSCloud9User")] },
      },
      expected: [],
    },
    {
      title: "blocks a policy listed in the role itself",
      given: {
        type: types.role,
        props: { name: "Builder", managedPolicyArns: [aws("AWSCloud9User")] },
      },
      expected: [
        `The role 'subject' must not attach AWSCloud9User, which allows sessions: ${remove}`,
      ],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(await violations(noSessionOutsideOsAccess, given), expected),
    );
  }
});
