import * as assert from "node:assert/strict";
import { evaluate } from "../../iam/evaluate";
import { Context } from "../../iam/request";
import { exampleZone } from "../example/landingZone";
import { allow, compiled, policy } from "./policies";

const zone = exampleZone();
const ciRole = zone.deploy.trustedBy;
const bucket = "arn:aws:s3:::example-sekisho-state";
const key = "arn:aws:kms:ap-northeast-1:222222222222:key/11111111-2222-3333-4444-555555555555";

const osAccess = "arn:aws:iam::444444444444:role/OSAccess";
const organizationAccess = "arn:aws:iam::444444444444:role/OrganizationAccountAccessRole";

/** As AWS makes the policy of a key unless told otherwise: who may use it is said by the account's IAM policies. */
const leftToTheAccount = compiled(
  allow("kms:*", { Principal: { AWS: "arn:aws:iam::222222222222:root" }, Resource: "*" }),
  "resource",
);

describe("what the CI role may do", () => {
  const identity = ["deploy-policy.json", "state-policy.json"].map((file) =>
    policy(file, "identity"),
  );
  const principal = "arn:aws:sts::222222222222:assumed-role/sekisho-ci/shard-1";
  const member = "arn:aws:iam::444444444444:role/SekishoDeploy";
  const foreign = "arn:aws:iam::999000999000:role/SekishoDeploy";
  const otherKey = key.replace("11111111", "99999999");
  const trusting = compiled(allow("sts:AssumeRole", { Principal: { AWS: ciRole } }), "trust");
  // Whatever else it could reach trusts it too, so that a refusal is its own policies' doing.
  const resource = new Map([
    ...[member, foreign, osAccess, organizationAccess].map((role) => [role, trusting] as const),
    ...[key, otherKey].map((each) => [each, leftToTheAccount] as const),
  ]);
  const decide = (action: string, on: string, context: Context = {}) =>
    evaluate({ principal, role: ciRole, action, resources: [on], context }, { identity, resource })
      .result;
  const organization = { "aws:ResourceOrgID": zone.organization.id };

  const allowed: [action: string, on: string, context?: Context][] = [
    ["sts:AssumeRole", member, organization],
    ["s3:ListBucket", bucket],
    ["s3:GetObject", `${bucket}/.pulumi/stacks/sekisho/identity.json`],
    ["s3:PutObject", `${bucket}/.pulumi/stacks/sekisho/rollout-records.1-of-4.json`],
    ["s3:PutObject", `${bucket}/.pulumi/locks/organization/sekisho/identity/1.json`],
    ["s3:DeleteObject", `${bucket}/.pulumi/locks/organization/sekisho/identity/1.json`],
    ["kms:Decrypt", key],
    ["kms:Encrypt", key],
    ["kms:GenerateDataKey", key],
  ];
  for (const [action, on, context] of allowed) {
    it(`${action} on ${on}`, () => {
      assert.equal(decide(action, on, context), "allowed");
    });
  }

  const refused: [action: string, on: string, context?: Context][] = [
    ["sts:AssumeRole", foreign, { "aws:ResourceOrgID": "o-z9y8x7w6v5" }],
    ["sts:AssumeRole", foreign],
    ["sts:AssumeRole", osAccess, organization],
    ["sts:AssumeRole", organizationAccess, organization],
    // An older state is the way back from a damaged one.
    ["s3:DeleteObjectVersion", `${bucket}/.pulumi/stacks/sekisho/identity.json`],
    ["s3:PutBucketVersioning", bucket],
    ["s3:PutBucketPolicy", bucket],
    ["s3:PutLifecycleConfiguration", bucket],
    ["s3:DeleteBucket", bucket],
    ["s3:GetObject", "arn:aws:s3:::example-sekisho-rollout-logs/rollout/stack.log"],
    ["kms:ScheduleKeyDeletion", key],
    ["kms:PutKeyPolicy", key],
    ["kms:CreateGrant", key],
    ["kms:Decrypt", otherKey],
    ["iam:UpdateAssumeRolePolicy", ciRole],
    ["ssm:StartSession", "arn:aws:ec2:ap-northeast-1:222222222222:instance/i-0123456789abcdef0"],
  ];
  for (const [action, on, context] of refused) {
    const where = context ? ` of ${Object.values(context).join()}` : "";
    it(`not ${action} on ${on}${where}`, () => {
      assert.equal(decide(action, on, context), "implicitly denied");
    });
  }

  it("in CodeBuild also its own log, the artifacts and the source, and no build", () => {
    const service = [policy("codebuild/service-policy.json", "identity")];
    const ask = (action: string, resource: string) =>
      evaluate({ principal, role: ciRole, action, resources: [resource] }, { identity: service })
        .result;
    const project = "arn:aws:codebuild:ap-northeast-1:222222222222:project/sekisho-rollout";
    const log = "arn:aws:logs:ap-northeast-1:222222222222:log-group:/aws/codebuild/sekisho";
    assert.equal(ask("logs:PutLogEvents", `${log}-rollout:log-stream:1`), "allowed");
    assert.equal(ask("logs:PutLogEvents", `${log}-other:log-stream:1`), "implicitly denied");
    assert.equal(ask("codebuild:StartBuild", project), "implicitly denied");
    const batch = [policy("codebuild/batch-policy.json", "identity")];
    const role = "arn:aws:iam::222222222222:role/sekisho-rollout-batch";
    const start = (resource: string) =>
      evaluate(
        { principal: role, action: "codebuild:StartBuild", resources: [resource] },
        { identity: batch },
      ).result;
    assert.equal(start(project), "allowed");
    assert.equal(start(`${project}-2`), "implicitly denied");
  });
});

describe("what the preview role may do", () => {
  const identity = [policy("state-read-policy.json", "identity")];
  const resource = new Map([[key, leftToTheAccount]]);
  const principal = "arn:aws:sts::222222222222:assumed-role/sekisho-preview/preview-1";
  const role = "arn:aws:iam::222222222222:role/sekisho-preview";
  const state = `${bucket}/.pulumi/stacks/sekisho/identity.json`;
  const decide = (action: string, on: string, context: Context = {}) =>
    evaluate({ principal, role, action, resources: [on], context }, { identity, resource }).result;
  const s3 = { "kms:ViaService": "s3.ap-northeast-1.amazonaws.com" };

  for (const [action, on, context] of [
    ["s3:ListBucket", bucket],
    ["s3:GetObject", state],
    ["kms:Decrypt", key, s3],
  ] as [string, string, Context?][]) {
    it(`${action} on ${on}`, () => {
      assert.equal(decide(action, on, context), "allowed");
    });
  }

  for (const [action, on, context] of [
    ["s3:PutObject", state],
    ["s3:PutObject", `${bucket}/.pulumi/locks/organization/sekisho/identity/1.json`],
    ["s3:DeleteObject", state],
    // Pulumi's secrets, which the key encrypts too.
    ["kms:Decrypt", key, {}],
    ["kms:Encrypt", key, s3],
  ] as [string, string, Context?][]) {
    it(`not ${action} on ${on}`, () => {
      assert.equal(decide(action, on, context), "implicitly denied");
    });
  }

  it("not even take a deploy role that trusts its whole account", () => {
    const deployRole = "arn:aws:iam::444444444444:role/SekishoDeploy";
    const trustsAccount = compiled(
      allow("sts:AssumeRole", { Principal: { AWS: "arn:aws:iam::222222222222:root" } }),
      "trust",
    );
    const { result } = evaluate(
      { principal, role, action: "sts:AssumeRole", resources: [deployRole] },
      { identity, resource: trustsAccount },
    );
    assert.equal(result, "implicitly denied");
  });
});
