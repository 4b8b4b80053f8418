import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RequestPrincipal } from "../../iam/caller";
import { evaluate } from "../../iam/evaluate";
import { Context } from "../../iam/request";
import { exampleZone } from "../example/landingZone";
import { exampleFile } from "./files";
import { allow, compiled, policy } from "./policies";

const ciRole = exampleZone().deploy.trustedBy;

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
    file: "github-actions/preview-trust.json",
    let: { title: "a job of main", ...token(github, `${ours}:ref:refs/heads/main`) },
    refuse: [
      { title: "a pull request, also a fork's", ...token(github, `${ours}:pull_request`) },
      { title: "another branch", ...token(github, `${ours}:ref:refs/heads/feature`) },
      {
        title: "a branch whose name goes on",
        ...token(github, `${ours}:ref:refs/heads/main/feature`),
      },
      { title: "a tag", ...token(github, `${ours}:ref:refs/tags/main`) },
      { title: "a fork's main", ...token(github, "repo:mallory/landing-zone:ref:refs/heads/main") },
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

describe("the trust policies of CI", () => {
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
