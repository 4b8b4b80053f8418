import * as assert from "node:assert/strict";
import { Policies } from "../../iam/decision";
import { evaluate } from "../../iam/evaluate";
import { Request } from "../../iam/request";
import { account, everything, policy, request } from "./startSession";

describe("a statement", () => {
  it("lets a resource policy's statement without a principal allow nobody", () => {
    const bucket = { ...request, action: "s3:GetObject", resources: ["arn:aws:s3:::logs/a"] };
    const decide = (kind: "resource" | "identity", given: keyof Policies) =>
      evaluate(bucket, {
        [given]: given === "identity" ? [policy(kind, everything)] : policy(kind, everything),
      }).result;
    assert.equal(decide("resource", "resource"), "implicitly denied");
    assert.equal(decide("identity", "identity"), "allowed");
  });

  it("leaves an account's root out of a Deny whose NotPrincipal is that root", () => {
    const root = `arn:aws:iam::${account}:root`;
    const but = (AWS: string) => ({
      Effect: "Deny",
      NotPrincipal: { AWS },
      Action: "s3:*",
      Resource: "*",
    });
    const decide = (AWS: string) =>
      evaluate(
        { principal: root, action: "s3:GetObject", resources: ["arn:aws:s3:::logs/a"] },
        { resource: policy("resource", but(AWS)) },
      ).result;
    assert.equal(decide(root), "allowed");
    assert.equal(decide("arn:aws:iam::333333333333:root"), "explicitly denied");
  });

  it("resolves no variable before the fifth colon of a resource", () => {
    const role = `arn:aws:iam::${account}:role/Admin`;
    const decide = (Resource: string) =>
      evaluate(
        {
          ...request,
          action: "iam:GetRole",
          resources: [role],
          context: { name: "Admin", owner: account },
        },
        { identity: [policy("identity", { ...everything, Resource })] },
      ).result;
    assert.equal(decide(`arn:aws:iam::${account}:role/\${name}`), "allowed");
    assert.equal(decide("arn:aws:iam::${owner}:role/Admin"), "implicitly denied");
  });

  it("does not put kms:RetireGrant under RCPs", () => {
    const key = `arn:aws:kms:eu-west-1:${account}:key/1`;
    const rcps = [[policy("rcp", { Effect: "Deny", Action: "kms:*", Resource: "*" })]];
    const resource = policy("resource", { ...everything, Principal: "*" });
    const decide = (action: string) =>
      evaluate({ ...request, action, resources: [key] }, { rcps, resource }).result;
    assert.equal(decide("kms:RetireGrant"), "allowed");
    assert.equal(decide("kms:CreateGrant"), "explicitly denied");
  });

  const single: { title: string; Condition: object; context: Request["context"]; is: string }[] = [
    {
      title: "takes an empty value for none where a set operator asks",
      Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": "" } },
      context: { "aws:TagKeys": "" },
      is: "implicitly denied",
    },
    {
      title: "takes an empty value for one where no set operator asks",
      Condition: { StringEquals: { "aws:PrincipalTag/Team": "" } },
      context: { "aws:PrincipalTag/Team": "" },
      is: "allowed",
    },
    {
      title: "does not take for absent what AWS always sends",
      Condition: { BoolIfExists: { "aws:SecureTransport": "true" } },
      context: {},
      is: "unknown",
    },
    {
      title: "does not guess what several values mean without a set operator",
      Condition: { StringEquals: { "aws:TagKeys": "a" } },
      context: { "aws:TagKeys": ["a", "b"] },
      is: "unknown",
    },
    {
      title: "decides several values without a set operator where they agree",
      Condition: { StringLike: { "aws:TagKeys": "a*" } },
      context: { "aws:TagKeys": ["a", "ab"] },
      is: "allowed",
    },
    {
      title: "does not guess what a date is that cannot be read",
      Condition: { DateLessThan: { "aws:CurrentTime": "next week" } },
      context: { "aws:CurrentTime": "2026-11-23T00:00:00Z" },
      is: "unknown",
    },
    {
      title: "takes a day that does not exist for no date",
      Condition: { DateLessThan: { "aws:CurrentTime": "2026-04-31T00:00:00Z" } },
      context: { "aws:CurrentTime": "2026-01-01T00:00:00Z" },
      is: "unknown",
    },
    {
      title: "takes a star in a variable's value for a character",
      Condition: { StringLike: { "s3:prefix": "home/${aws:PrincipalTag/Team}/*" } },
      context: { "s3:prefix": "home/red/a", "aws:PrincipalTag/Team": "*" },
      is: "implicitly denied",
    },
    {
      title: "takes a key with several values for no variable",
      Condition: { StringEquals: { "s3:prefix": "${aws:TagKeys}" } },
      context: { "s3:prefix": "a", "aws:TagKeys": ["a", "b"] },
      is: "implicitly denied",
    },
    {
      title: "reads a boolean in any letter case",
      Condition: { Bool: { "aws:SecureTransport": "True" } },
      context: { "aws:SecureTransport": "TRUE" },
      is: "allowed",
    },
    {
      title: "takes every IPv4 address for no IPv6 address",
      Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } },
      context: { "aws:SourceIp": "::1" },
      is: "implicitly denied",
    },
    {
      title: "takes no address in octal or hexadecimal digits",
      Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
      context: { "aws:SourceIp": "0xa.1" },
      is: "implicitly denied",
    },
  ];
  for (const { title, Condition, context, is } of single) {
    it(title, () => {
      const identity = [policy("identity", { ...everything, Condition })];
      assert.equal(evaluate({ ...request, context }, { identity }).result, is);
    });
  }
});
