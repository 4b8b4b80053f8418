import * as assert from "node:assert/strict";
import { noAccessPathOutsideOsAccess } from "../../policypack/accessPathOutsideOsAccess";
import { PackSettings } from "../../policypack/packSettings";
import { sessionDocument as document } from "./sessionRights";
import { Given, assertMessages, configuration, providerFor, unknown, violations } from "./support";

const guarded = providerFor("333333333333");
const attachGuardrails =
  /: no guardrail denies it in the account 111111111111\. Attach guardrails to the account, or allow less\.$/;
const everywhere =
  /: the permission set goes to any account that it is assigned to, so no guardrail is known to deny it\. Allow less\.$/;
const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const types = {
  role: "aws:iam/role:Role",
  roleAttachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  attachment: "aws:iam/policyAttachment:PolicyAttachment",
  exclusive: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
};
const roleOf = (policyArn: unknown, role: unknown = "Builder"): Given => ({
  type: types.roleAttachment,
  props: { role, policyArn },
});
/** A resource of a permission set, whose ARN no preview knows. */
const ofSet = (type: string, props: object): Given => ({
  type: `aws:ssoadmin/${type}`,
  props: { permissionSetArn: unknown, instanceArn: unknown, ...props },
});

const attaches = (name: string, opens: string) =>
  new RegExp(`must not attach ${name}, which allows .*${opens}.*${attachGuardrails.source}`);

describe("no-access-path-outside-osaccess: attachments", () => {
  const cases: { title: string; given: Given; expected: (string | RegExp)[] }[] = [
    ...["AdministratorAccess", "AmazonSSMFullAccess", "AWSCloud9User"].map((name) => ({
      title: `accepts ${name} where the guardrails are proved to close what it opens`,
      given: { ...roleOf(aws(name)), provider: guarded },
      expected: [],
    })),
    {
      title: "accepts what nodes need, anywhere",
      given: roleOf(aws("AmazonSSMManagedInstanceCore")),
      expected: [],
    },
    {
      title: "accepts ViewOnlyAccess, anywhere",
      given: roleOf(aws("job-function/ViewOnlyAccess")),
      expected: [],
    },
    {
      title: "blocks ReadOnlyAccess where no guardrail is: it reads Windows passwords",
      given: roleOf(aws("ReadOnlyAccess")),
      expected: [attaches("ReadOnlyAccess", "ec2:GetPasswordData")],
    },
    {
      title: "blocks an administrator where no guardrail is",
      given: roleOf(aws("AdministratorAccess")),
      expected: [attaches("AdministratorAccess", "more ways onto a node")],
    },
    {
      title: "blocks a policy that opens sessions among much else",
      given: roleOf(aws("AWSCloud9User")),
      expected: [attaches("AWSCloud9User", "ssm:StartSession")],
    },
    {
      title: "knows AWS's policies by their path",
      given: roleOf(aws("service-role/AmazonSSMAutomationRole")),
      expected: [attaches("service-role/AmazonSSMAutomationRole", "ssm:SendCommand")],
    },
    {
      title: "takes a policy of AWS that it does not know to allow everything",
      given: roleOf(aws("AmazonTomorrowFullAccess")),
      expected: [
        "The attachment 'subject' must not attach AmazonTomorrowFullAccess, which is not known to this pack and so is " +
          "taken to allow everything: no guardrail denies it in the account 111111111111. " +
          "Attach guardrails to the account, or allow less.",
      ],
    },
    {
      title: "accepts such a policy where guardrails close everything",
      given: { ...roleOf(aws("AmazonTomorrowFullAccess")), provider: guarded },
      expected: [],
    },
    {
      title: "knows nothing of AWS's policies in other partitions",
      given: roleOf("arn:aws-cn:iam::aws:policy/ReadOnlyAccess"),
      expected: [/ReadOnlyAccess, which is not known to this pack/],
    },
    {
      title: "takes a customer's policy from elsewhere to allow everything",
      given: roleOf("arn:aws:iam::111111111111:policy/Builder"),
      expected: [
        /must not attach 'arn:aws:iam::111111111111:policy\/Builder', which is not of this program/,
      ],
    },
    {
      title: "blocks an attachment to OSAccess and a group at once",
      given: {
        type: types.attachment,
        props: { policyArn: aws("AWSCloud9User"), roles: ["OSAccess"], groups: ["operators"] },
      },
      expected: [attaches("AWSCloud9User", "ssm:StartSession")],
    },
    {
      title: "blocks one of several policies on a role",
      given: {
        type: types.exclusive,
        props: {
          roleName: "Builder",
          policyArns: [aws("job-function/ViewOnlyAccess"), aws("AWSCloud9User")],
        },
      },
      expected: [attaches("AWSCloud9User", "ssm:StartSession")],
    },
    {
      title: "blocks a policy listed in the role itself",
      given: {
        type: types.role,
        props: { name: "Builder", managedPolicyArns: [aws("AWSCloud9User")] },
      },
      expected: [/^The role 'subject' must not attach AWSCloud9User, which allows/],
    },
    {
      title: "accepts a permission set that opens nothing",
      given: ofSet("managedPolicyAttachment:ManagedPolicyAttachment", {
        managedPolicyArn: aws("job-function/ViewOnlyAccess"),
      }),
      expected: [],
    },
    {
      title:
        "blocks a permission set's administrator, though the provider's own account is guarded",
      given: {
        ...ofSet("managedPolicyAttachment:ManagedPolicyAttachment", {
          managedPolicyArn: aws("AdministratorAccess"),
        }),
        provider: guarded,
      },
      expected: [everywhere],
    },
    {
      title: "blocks a permission set's own document",
      given: ofSet("permissionSetInlinePolicy:PermissionSetInlinePolicy", {
        inlinePolicy: document({}),
      }),
      expected: [everywhere],
    },
    {
      title: "blocks a permission set's customer managed policies, one in each account",
      given: ofSet(
        "customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
        { customerManagedPolicyReferences: [{ name: "Reading", path: "/" }] },
      ),
      expected: [/must not attach 'policy\/Reading', which is not of this program/],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () => {
      const inManagement = { provider: providerFor("111111111111"), ...given };
      assertMessages(await violations(noAccessPathOutsideOsAccess, inManagement), expected);
    });
  }

  it("does not judge a policy again that the same run has judged where it is written", async () => {
    const policy = noAccessPathOutsideOsAccess(new PackSettings(configuration));
    const asked = (given: Given) => violations(() => policy, given);
    const provider = providerFor("111111111111");
    const props = { name: "Reading", path: "/ci/", policy: document({ Action: "s3:GetObject" }) };
    assert.deepEqual(await asked({ type: "aws:iam/policy:Policy", props, provider }), []);
    const arn = "arn:aws:iam::111111111111:policy/ci/Reading";
    assert.deepEqual(await asked({ ...roleOf(arn), provider }), []);
    assert.equal((await asked({ ...roleOf(`${arn}2`), provider })).length, 1);
  });
});
