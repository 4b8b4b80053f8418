import * as assert from "node:assert/strict";
import { noSessionOutsideOsAccess } from "../../policypack/sessionOutsideOsAccess";
import { sessionDocument as document } from "./sessionRights";
import { Given, unknown, violations } from "./support";

const remove = "only OSAccess may start sessions. Remove it.";
const everywhere =
  "the permission set goes to any account that it is assigned to, so no guardrail is known to deny it. Allow less.";
const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;

/** A resource of a permission set, whose ARN no preview knows. */
const ofSet = (type: string, props: object): Given => ({
  type: `aws:ssoadmin/${type}`,
  props: { permissionSetArn: unknown, instanceArn: unknown, ...props },
});
const inline = (inlinePolicy: unknown) =>
  ofSet("permissionSetInlinePolicy:PermissionSetInlinePolicy", { inlinePolicy });
const managed = (managedPolicyArn: string) =>
  ofSet("managedPolicyAttachment:ManagedPolicyAttachment", { managedPolicyArn });
const customers = (customerManagedPolicyReference: unknown) =>
  ofSet("customerManagedPolicyAttachment:CustomerManagedPolicyAttachment", {
    customerManagedPolicyReference,
  });

describe("no-session-outside-osaccess: permission sets of IAM Identity Center", () => {
  const statement =
    "The inline policy 'subject', statement 'Shell', must not allow ssm:StartSession";
  const attaches = "The attachment 'subject' must not attach";
  const cases: { title: string; given: Given; expected: string[] }[] = [
    {
      title: "accepts what grants no sessions",
      given: inline(document({ Action: "s3:GetObject" })),
      expected: [],
    },
    {
      title: "blocks the action by name",
      given: inline(document({})),
      expected: [`${statement}: ${remove}`],
    },
    {
      title: "blocks everything, though the provider's own account is guarded",
      given: inline(document({ Action: "*" })),
      expected: [`${statement} and ssm:ResumeSession: ${everywhere}`],
    },
    {
      title: "blocks a document that cannot be read",
      given: inline('{"Version":'),
      expected: [
        "The inline policy 'subject' must be a policy document that can be read: the document is not JSON: " +
          "Unexpected end of JSON input. Correct it.",
      ],
    },
    {
      title: "blocks a document that no preview knows",
      given: inline(unknown),
      expected: [
        "The resource 'subject' (aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy) must be known in a " +
          "preview, but inlinePolicy comes from an output. Compute it from ids and names in model/names.ts.",
      ],
    },
    { title: "accepts ReadOnlyAccess", given: managed(aws("ReadOnlyAccess")), expected: [] },
    {
      title: "blocks a policy of AWS that names the action",
      given: managed(aws("AWSCloud9User")),
      expected: [`${attaches} AWSCloud9User, which allows sessions: ${remove}`],
    },
    {
      title: "blocks an administrator",
      given: managed(aws("AdministratorAccess")),
      expected: [`${attaches} AdministratorAccess, which allows sessions: ${everywhere}`],
    },
    {
      title: "blocks one of several policies",
      given: ofSet("managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive", {
        managedPolicyArns: [aws("ReadOnlyAccess"), aws("AWSCloud9User")],
      }),
      expected: [`${attaches} AWSCloud9User, which allows sessions: ${remove}`],
    },
    {
      title: "accepts a customer's policy, which is judged where it is made",
      given: customers({ name: "OSAccess-sessions" }),
      expected: [],
    },
    {
      title: "blocks a policy of OSAccess",
      given: customers({ name: "OSAccess-sessions", path: "/os-access/" }),
      expected: [`${attaches} 'policy/os-access/OSAccess-sessions': ${remove}`],
    },
    {
      title: "blocks it among others",
      given: ofSet(
        "customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
        {
          customerManagedPolicyReferences: [
            { name: "Reading", path: "/" },
            { name: "OSAccess-sessions", path: "/os-access/" },
          ],
        },
      ),
      expected: [`${attaches} 'policy/os-access/OSAccess-sessions': ${remove}`],
    },
  ];
  for (const { title, given, expected } of cases) {
    it(title, async () =>
      assert.deepEqual(await violations(noSessionOutsideOsAccess, given), expected),
    );
  }
});
