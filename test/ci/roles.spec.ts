import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RequestPrincipal } from "../../iam/caller";
import { compile } from "../../iam/compile";
import { PolicyKind } from "../../iam/compiledStatement";
import { evaluate } from "../../iam/evaluate";
import { parsePolicy } from "../../iam/parsePolicy";
import { faultText } from "../../iam/policyJson";
import { Context } from "../../iam/request";
import { exampleZone } from "../example/landingZone";
import { exampleFile } from "./files";

const zone = exampleZone();
const ciRole = zone.deploy.trustedBy;
const bucket = "arn:aws:s3:::example-sekisho-state";
const key = "arn:aws:kms:ap-northeast-1:222222222222:key/11111111-2222-3333-4444-555555555555";

function policy(file: string, kind: PolicyKind) {
  return compiled(exampleFile(file), kind);
}

const osAccess = "arn:aws:iam::444444444444:role/OSAccess";
const organizationAccess = "arn:aws:iam::444444444444:role/OrganizationAccountAccessRole";

/** As AWS makes the policy of a key unless told otherwise: who may use it is said by the account's IAM policies. */
const leftToTheAccount = compiled(
  allow("kms:*", { Principal: { AWS: "arn:aws:iam::222222222222:root" }, Resource: "*" }),
  "resource",
);

interface Caller {
  readonly title: string;
  readonly principal: RequestPrincipal;
  readonly action: string;
  readonly context: Context;
}

function token(provider: string, sub: string, aud = "sts.amazonaws.com"): Omit<Caller, "title"> {
  return {
    principal: { federated: `arn:aws:iam::222222222222:oidc-provider/${provider}` },
    action: "sts:AssumeRoleWithWebIdentity",
    context: { [`${provider}:aud`]: aud, [`${provider}:sub`]: sub },
  };
}

const github = "token.actions.githubusercontent.com";
const cluster = "oidc.eks.ap-northeast-1.amazonaws.com/id/EXAMPLE0123456789ABCDEF0123456789";
const otherCluster = "oidc.eks.ap-northeast-1.amazonaws.com/id/EXAMPLE9999999999ABCDEF9999999999";
const ours = "repo:example/landing-zone";
const account = "system:serviceaccount:sekisho:sekisho-rollout";

function build(project: string, owner = "222222222222"): Omit<Caller, "title"> {
  return {
    principal: { service: "codebuild.amazonaws.com" },
    action: "sts:AssumeRole",
    context: {
      "aws:SourceAccount": owner,
      "aws:SourceArn": `arn:aws:codebuild:ap-northeast-1:${owner}:project/${project}`,
    },
  };
}

const trusts: { file: string; let: Caller; refuse: Caller[] }[] = [
  {
    file: "github-actions/trust.json",
    let: {
      title: "a job in the protected environment",
      ...token(github, `${ours}:environment:production`),
    },
    refuse: [
      // GitHub gives a fork's pull request no token at all; this is the one it would have.
      { title: "a pull request, also a fork's", ...token(github, `${ours}:pull_request`) },
      { title: "main outside the environment", ...token(github, `${ours}:ref:refs/heads/main`) },
      { title: "another branch", ...token(github, `${ours}:ref:refs/heads/feature`) },
      {
        title: "a tag of the environment's name",
        ...token(github, `${ours}:ref:refs/tags/production`),
      },
      { title: "another environment", ...token(github, `${ours}:environment:staging`) },
      {
        title: "an environment whose name goes on",
        ...token(github, `${ours}:environment:production-2`),
      },
      {
        title: "a fork's own environment",
        ...token(github, "repo:mallory/landing-zone:environment:production"),
      },
      {
        title: "another repository of the owner",
        ...token(github, "repo:example/website:environment:production"),
      },
      {
        title: "a token for somebody else",
        ...token(github, `${ours}:environment:production`, "https://github.com/example"),
      },
      {
        title: "another provider with the same claims",
        ...token(github, `${ours}:environment:production`),
        principal: { federated: "arn:aws:iam::222222222222:oidc-provider/tokens.example.com" },
      },
    ],
  },
  {
    file: "codebuild/trust.json",
    let: { title: "the project of the rollout", ...build("sekisho-rollout") },
    refuse: [
      { title: "the project of the pull requests", ...build("sekisho-pull-request") },
      { title: "a project of another account", ...build("sekisho-rollout", "999999999999") },
      { title: "CodeBuild for nobody in particular", ...build("sekisho-rollout"), context: {} },
      {
        title: "another service for the project",
        ...build("sekisho-rollout"),
        principal: { service: "codepipeline.amazonaws.com" },
      },
    ],
  },
  {
    file: "kubernetes/trust.json",
    let: { title: "the service account of the Job", ...token(cluster, account) },
    refuse: [
      {
        title: "the namespace's default account",
        ...token(cluster, "system:serviceaccount:sekisho:default"),
      },
      {
        title: "an account of that name elsewhere",
        ...token(cluster, "system:serviceaccount:default:sekisho-rollout"),
      },
      {
        title: "a token for the cluster itself",
        ...token(cluster, account, "https://kubernetes.default.svc"),
      },
      { title: "another cluster", ...token(otherCluster, account) },
    ],
  },
];

describe("the trust policies of the CI role", () => {
  for (const { file, let: welcome, refuse } of trusts) {
    const trust = policy(file, "trust");
    const decide = ({ principal, action, context }: Caller) =>
      evaluate({ principal, action, resources: [ciRole], context }, { resource: trust }).result;

    it(`lets in ${welcome.title}: ${file}`, () => {
      assert.equal(decide(welcome), "allowed");
    });

    for (const stranger of refuse) {
      it(`refuses ${stranger.title}: ${file}`, () => {
        assert.equal(decide(stranger), "implicitly denied");
      });
    }

    it(`lets no user or role in, not even an administrator: ${file}`, () => {
      const principal = "arn:aws:sts::222222222222:assumed-role/Administrator/carol";
      const administrator = compiled(allow("*", { Resource: "*" }), "identity");
      const { result } = evaluate(
        { principal, action: "sts:AssumeRole", resources: [ciRole] },
        { identity: [administrator], resource: trust },
      );
      assert.equal(result, "implicitly denied");
    });
  }
});

describe("what the CI role may do", () => {
  const identity = ["deploy-policy.json", "state-policy.json"].map((file) =>
    policy(file, "identity"),
  );
  const principal = `arn:aws:sts::222222222222:assumed-role/sekisho-ci/shard-1`;
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

describe("the policies in deploy-role.md", () => {
  const page = readFileSync(join(__dirname, "../../docs/deploy-role.md"), "utf8");
  const shown = [...page.matchAll(/^```json\n([^]*?)^```/gm)].map(
    ([, json]) => JSON.parse(json!) as unknown,
  );

  for (const file of ["github-actions/trust.json", "deploy-policy.json"]) {
    it(`are the ready-made ones: ${file}`, () => {
      const ready = JSON.parse(exampleFile(file)) as unknown;
      assert.ok(shown.some((each) => JSON.stringify(each) === JSON.stringify(ready)));
    });
  }
});

function allow(action: string, rest: object) {
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, ...rest }] };
}

function compiled(document: unknown, kind: PolicyKind) {
  const result = parsePolicy(document);
  assert.ok(result.ok, result.ok ? "" : result.faults.map(faultText).join("; "));
  return compile(result.document, kind);
}
