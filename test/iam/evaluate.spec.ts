import * as assert from "node:assert/strict";
import { CompiledPolicy } from "../../iam/compile";
import { Policies } from "../../iam/decision";
import { evaluate } from "../../iam/evaluate";
import { PreparedRequest, Request } from "../../iam/request";
import { account, everything, node, policy, request, shell } from "./startSession";

describe("evaluate", () => {
  it("asks each resource with its own context", () => {
    const tagged = {
      Effect: "Allow",
      Action: "ssm:StartSession",
      Resource: "*",
      Condition: { StringEquals: { "ssm:resourceTag/os-access": "allowed" } },
    };
    const context = { "ssm:ResourceTag/os-access": "allowed" };
    const policies = { identity: [policy("identity", tagged)] };
    const onNode = { ...request, resources: [{ arn: node, context }] };
    assert.equal(evaluate(onNode, policies).result, "allowed");
    const { result, missing } = evaluate(
      { ...request, resources: [{ arn: node, context }, shell] },
      policies,
    );
    assert.equal(result, "implicitly denied");
    assert.deepEqual(missing, [{ kind: "identity", resource: shell }]);
  });

  it("does not let a resource's context say who asks", () => {
    const notMallory = {
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/Admin" } },
    };
    const context = { "aws:PrincipalArn": `arn:aws:iam::${account}:role/Admin` };
    const policies = { identity: [policy("identity", [everything, notMallory])] };
    const claimed = { ...request, context, resources: [{ arn: node, context }] };
    assert.equal(evaluate(claimed, policies).result, "explicitly denied");
  });

  it("names the statements that deny, by policy, Sid and place", () => {
    const deny = { Sid: "NoShell", Effect: "Deny", Action: "ssm:*", Resource: "*" };
    const decision = evaluate(request, {
      identity: [policy("identity", everything)],
      scps: [[policy("scp", [everything, deny], "access-paths")]],
    });
    assert.deepEqual(decision, {
      result: "explicitly denied",
      decidedBy: [{ kind: "scp", policy: "access-paths", sid: "NoShell", index: 1 }],
      missing: [],
      unknownKeys: [],
    });
  });

  it("names the levels that do not allow", () => {
    const open = [policy("scp", everything)];
    const other = policy("scp", { ...everything, Action: "s3:*" });
    const { missing } = evaluate(
      { ...request, resources: [node] },
      {
        identity: [],
        boundary: policy("boundary", { ...everything, Action: "s3:*" }),
        session: [],
        scps: [open, [other], open],
      },
    );
    assert.deepEqual(missing, [
      { kind: "scp", level: 1, resource: node },
      { kind: "boundary", resource: node },
      { kind: "session", resource: node },
      { kind: "identity", resource: node },
    ]);
  });

  it("names the keys that it would have to know", () => {
    const conditions = (Condition: object) => ({ ...everything, Condition });
    const identity = [
      policy("identity", [
        conditions({ StringEquals: { "aws:PrincipalTag/Team": "${aws:SourceIdentity}" } }),
        conditions({ Bool: { "aws:MultiFactorAuthPresent": "true" } }),
        { ...everything, Action: "s3:*", Condition: { Bool: { "aws:Never": "true" } } },
      ]),
    ];
    const { result, unknownKeys, decidedBy } = evaluate(
      {
        ...request,
        context: { "aws:PrincipalTag/team": "red" },
        unknown: ["aws:SourceIdentity", "aws:MultiFactorAuthPresent", "aws:Never"],
      },
      { identity },
    );
    assert.equal(result, "unknown");
    assert.deepEqual(unknownKeys, ["aws:multifactorauthpresent", "aws:sourceidentity"]);
    assert.deepEqual(
      decidedBy.map(({ index }) => index),
      [0, 1],
    );
  });

  it("does not guess the path of the role behind a session", () => {
    const exempt = {
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/OSAccess" } },
    };
    const policies = {
      identity: [policy("identity", everything)],
      scps: [[policy("scp", [everything, exempt])]],
    };
    const role = `arn:aws:iam::${account}:role/x/OSAccess`;
    const results = [request, { ...request, role: undefined }, { ...request, role }].map(
      (request) => evaluate(request, policies).result,
    );
    assert.deepEqual(results, ["allowed", "unknown", "explicitly denied"]);
  });

  it("does not guess whether a session's role is service-linked", () => {
    const name = "AWSServiceRoleForAmazonSSM";
    const given = { ...request, principal: `arn:aws:sts::${account}:assumed-role/${name}/x` };
    const roles = [undefined, `arn:aws:iam::${account}:role/${name}`].concat(
      `arn:aws:iam::${account}:role/aws-service-role/ssm.amazonaws.com/${name}`,
    );
    const identity = [policy("identity", everything)];
    const denied = [[policy("scp", [everything, { ...everything, Effect: "Deny" }])]];
    const notAllowed = [[policy("scp", { ...everything, Action: "s3:*" })]];
    const decide = (scps: Policies["scps"]) =>
      roles.map((role) => evaluate({ ...given, role }, { identity, scps }).result);
    assert.deepEqual(decide(denied), ["unknown", "explicitly denied", "allowed"]);
    assert.deepEqual(decide(notAllowed), ["unknown", "implicitly denied", "allowed"]);
  });

  it("takes what AWS owns for the caller's own", () => {
    const identity = [policy("identity", everything)];
    const resources = ["arn:aws:iam::aws:policy/ReadOnlyAccess"];
    const read = { ...request, action: "iam:GetPolicy", resources };
    assert.equal(evaluate(read, { identity }).result, "allowed");
  });

  it("finds the policy of each resource by its ARN", () => {
    const key = `arn:aws:kms:eu-west-1:${account}:key/1`;
    const bySession = { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" };
    const decide = (resource: Policies["resource"]) =>
      evaluate({ ...request, action: "kms:Decrypt", resources: [key] }, { resource }).result;
    assert.equal(decide(new Map([[key, policy("resource", bySession)]])), "allowed");
    assert.equal(decide(new Map([[node, policy("resource", bySession)]])), "implicitly denied");
  });

  it("takes no resource for all of them", () => {
    const scoped = policy("identity", { ...everything, Resource: node });
    const decide = (identity: CompiledPolicy) =>
      evaluate({ ...request, resources: [] }, { identity: [identity] }).result;
    assert.equal(decide(policy("identity", everything)), "allowed");
    assert.equal(decide(scoped), "implicitly denied");
  });

  it("decides a prepared request under one set of policies after another", () => {
    const prepared = new PreparedRequest(request);
    const results = [[policy("identity", everything)], []].map(
      (identity) => evaluate(prepared, { identity }).result,
    );
    assert.deepEqual(results, ["allowed", "implicitly denied"]);
  });

  it("remembers no action's statements for another action", () => {
    const identity = [policy("identity", { ...everything, Action: "ssm:*" })];
    const actions = Array.from({ length: 1_500 }, (_, index) => `s3:Action${index}`);
    const results = [...actions, "ssm:StartSession", "SSM:startsession", "s3:Action1"].map(
      (action) => evaluate({ ...request, action }, { identity }).result,
    );
    assert.deepEqual(results.slice(-3), ["allowed", "allowed", "implicitly denied"]);
  });

  const strangers: { title: string; given: Pick<Request, "principal" | "role">; says: RegExp }[] = [
    {
      title: "an account id",
      given: { principal: account },
      says: /^The principal '222222222222' must be the ARN of a user, /,
    },
    {
      title: "a group",
      given: { principal: `arn:aws:iam::${account}:group/admins` },
      says: /^The principal 'arn:aws:iam::222222222222:group\/admins' must be /,
    },
    {
      title: "a session of another role",
      given: { principal: request.principal, role: `arn:aws:iam::${account}:role/Admin` },
      says: /^The role 'arn:aws:iam::222222222222:role\/Admin' must be that of the session /,
    },
    {
      title: "a session of another account's role",
      given: { principal: request.principal, role: "arn:aws:iam::333333333333:role/OSAccess" },
      says: /^The role 'arn:aws:iam::333333333333:role\/OSAccess' must be that of the session /,
    },
  ];
  for (const { title, given, says } of strangers) {
    it(`refuses ${title} as the principal`, () =>
      assert.throws(() => evaluate({ ...request, role: undefined, ...given }, {}), {
        message: says,
      }));
  }
});
