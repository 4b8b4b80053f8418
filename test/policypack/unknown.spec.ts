import * as assert from "node:assert/strict";
import { sessionLogBucketComplete } from "../../policypack/logBucket";
import { policies } from "../../policypack/policies";
import { resourcePolicy } from "../../policypack/policy";
import { noAccessPathOutsideOsAccess } from "../../policypack/accessPathOutsideOsAccess";
import { sessionDocument as document, sessionsOf as ofRole } from "./sessionRights";
import { configuration, providerFor, stackViolations, unknown, violations } from "./support";

/** What is no role is the landing zone's own at the reserved path, so it is not asked about it. */
function isOnlyForeign(policy: string, type: string): boolean {
  return policy === "exempt-role-ours" && !/role|:PolicyAttachment$/i.test(type);
}

describe("values that a preview does not know", () => {
  it("blocks its own project's document that comes from an output", async () => {
    assert.deepEqual(await violations(noAccessPathOutsideOsAccess, ofRole(unknown)), [
      "The resource 'subject' (aws:iam/rolePolicy:RolePolicy) must be known in a preview, but policy " +
        "comes from an output. Compute it from ids and names in model/names.ts.",
    ]);
  });

  it("leaves a foreign project's unknown document to the update, and says so", async () => {
    await assert.rejects(
      violations(noAccessPathOutsideOsAccess, { ...ofRole(unknown), project: "shop" }),
      {
        message:
          "The resource 'subject' (aws:iam/rolePolicy:RolePolicy) is decided at update: policy is not known yet.",
      },
    );
  });

  it("decides what is known although something else is not", async () => {
    const messages: string[] = [];
    const given = {
      type: "aws:iam/role:Role",
      project: "shop",
      provider: providerFor("111111111111"),
      props: {
        name: "Builder",
        inlinePolicies: [{ name: "shell", policy: unknown }],
        managedPolicyArns: ["arn:aws:iam::aws:policy/AWSCloud9User"],
      },
    };
    await assert.rejects(violations(noAccessPathOutsideOsAccess, given, {}, undefined, messages));
    assert.equal(messages.length, 1);
    assert.match(messages[0]!, /^The role 'subject' must not attach AWSCloud9User, which allows/);
  });

  it("does not ask who holds a document that grants nothing", async () => {
    const given = ofRole(document({ Action: "s3:GetObject" }), unknown);
    assert.deepEqual(await violations(noAccessPathOutsideOsAccess, given), []);
  });

  it("blocks its own bucket without a part, though another bucket of the stack has an unknown name", async () => {
    const bucket = { type: "aws:s3/bucket:Bucket", props: { bucket: unknown }, name: "other" };
    const own = { ...bucket, props: { bucket: "sekisho-session-logs-333333333333" }, name: "own" };
    const messages = await stackViolations(sessionLogBucketComplete, [bucket, own]);
    assert.equal(messages.length, 14);
    assert.match(
      messages[0]!,
      /^The resource 'other' .* must be known in a preview, but bucket comes/,
    );
    assert.match(messages[7]!, /must have its versioning in the same stack/);
  });

  it("does not take a fault of a check for an unknown value", async () => {
    const broken = resourcePolicy({
      name: "broken",
      description: "A check must not fail.",
      severity: "low",
      remediationSteps: "Correct it.",
      checks: [
        {
          types: ["aws:iam/role:Role"],
          violations: () => {
            throw new TypeError("a fault");
          },
        },
      ],
    });
    await assert.rejects(violations(broken, { type: "aws:iam/role:Role", props: {} }), TypeError);
  });

  it("asks every policy of the pack about a resource of its own that is unknown through and through", async () => {
    // These need nothing of the resource but its type, or only its name.
    const others = [
      "pack-configured",
      "guardrail-policy-ours",
      "guardrails-keep-paths-closed",
      "exempt-role-not-passed",
    ];
    for (const policy of policies(configuration).filter(({ name }) => !others.includes(name))) {
      const types = policy.types.map((type) => (type.endsWith(":") ? `${type}x/y:Y` : type));
      for (const type of types.filter((type) => !isOnlyForeign(policy.name, type))) {
        const props = new Proxy({}, { get: (_, key) => (key === "toJSON" ? undefined : unknown) });
        const given = { type, props, provider: { region: unknown, allowedAccountIds: unknown } };
        const messages =
          "validateStack" in policy
            ? await stackViolations(() => policy, [given])
            : await violations(() => policy, given);
        assert.notEqual(messages.length, 0, `${policy.name} passes an unknown ${type}`);
      }
    }
  });
});
