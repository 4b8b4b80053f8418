import * as assert from "node:assert/strict";
import { sessionLogBucketGuarded } from "../../policypack/logBucket";
import { osAccessRoleTrustSanctioned } from "../../policypack/osAccessTrust";
import type { PolicyOf } from "../../policypack/policy";
import { scpNoWildcardExemption } from "../../policypack/scpExemption";
import { noAccessPathOutsideOsAccess } from "../../policypack/accessPathOutsideOsAccess";
import { osAccess } from "./osAccessSubject";
import { Given, violations } from "./support";

const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const documentOf = (...sids: (string | undefined)[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: sids.map((Sid) => ({ Sid, ...read })) });
const bucket = "sekisho-session-logs-333333333333";

describe("a document with a Sid twice, which AWS refuses", () => {
  const cases: { thing: string; policy: PolicyOf; given: (document: string) => Given }[] = [
    {
      thing: "trust policy of the role 'subject'",
      policy: osAccessRoleTrustSanctioned,
      given: (assumeRolePolicy) => osAccess({ assumeRolePolicy }),
    },
    ...["Builder", "OSAccess"].map((role) => ({
      thing: "inline policy 'subject'",
      policy: noAccessPathOutsideOsAccess,
      given: (policy: string) => ({
        type: "aws:iam/rolePolicy:RolePolicy",
        props: { role, policy },
      }),
    })),
    ...["Builder", "OSAccess"].map((name) => ({
      thing: "inline policy 'shell' of the role 'subject'",
      policy: noAccessPathOutsideOsAccess,
      given: (policy: string) => ({
        type: "aws:iam/role:Role",
        props: { name, inlinePolicies: [{ name: "shell", policy }] },
      }),
    })),
    ...["Reading", "OSAccess-sessions"].map((name) => ({
      thing: "managed policy 'subject'",
      policy: noAccessPathOutsideOsAccess,
      given: (policy: string) => ({
        type: "aws:iam/policy:Policy",
        props: { name, path: "/os-access/", policy },
      }),
    })),
    {
      thing: `policy 'subject' of the session log bucket '${bucket}'`,
      policy: sessionLogBucketGuarded,
      given: (policy) => ({ type: "aws:s3/bucketPolicy:BucketPolicy", props: { bucket, policy } }),
    },
    {
      thing: "control policy 'subject'",
      policy: scpNoWildcardExemption,
      given: (content) => ({ type: "aws:organizations/policy:Policy", props: { content } }),
    },
  ];
  for (const { thing, policy, given } of cases) {
    it(`is blocked: ${thing} of ${JSON.stringify(given("...").props)}`, async () =>
      assert.deepEqual(await violations(policy, given(documentOf("A", "B", "A", "A", "B", "C"))), [
        `The ${thing} must have each Sid once, or AWS refuses it, but has 'A' and 'B' again. Rename them.`,
      ]));
  }

  it("is no other letter case, and no statement without one", async () => {
    const given = (policy: string) => ({
      type: "aws:iam/rolePolicy:RolePolicy",
      props: { role: "Builder", policy },
    });
    for (const sids of [
      ["A", "a"],
      [undefined, undefined],
      ["", ""],
    ]) {
      assert.deepEqual(
        await violations(noAccessPathOutsideOsAccess, given(documentOf(...sids))),
        [],
      );
    }
  });
});
