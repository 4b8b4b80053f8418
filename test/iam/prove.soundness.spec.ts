import * as assert from "node:assert/strict";
import { RequestSet } from "../../iam/accessCheck";
import { checkAccessNotGranted } from "../../iam/checkAccessNotGranted";
import { compile } from "../../iam/compile";
import { Policies } from "../../iam/decision";
import { evaluate } from "../../iam/evaluate";
import { parsePolicy } from "../../iam/parsePolicy";
import { Request } from "../../iam/request";
import { anyRole, anyUser, deny, sessions, under, when } from "./proveCases";
import { account, everything, policy } from "./startSession";

/* Requests that are allowed, each of which a check once overlooked: none of these sets may ever be proved closed. */

interface Overlooked {
  readonly name: string;
  readonly policies: Policies;
  readonly requests?: Partial<RequestSet>;
  /** What is allowed, of the set. */
  readonly request?: Partial<Request>;
}

const node = `arn:aws:ec2:eu-west-1:${account}:instance/i-1`;
const other = "333333333333";
const queue = `arn:aws:sqs:eu-west-1:${other}:jobs`;
const ofOther = { principal: `arn:aws:iam::${other}:role/x`, resources: [queue] };
const everyRole = { principals: ["arn:aws:iam::*:role/*"] };
const team = "aws:PrincipalTag/team";
const allow = { Effect: "Allow", Action: "*", Resource: "*", Principal: "*" };
const onlyOn = (Resource: string): Policies => ({
  identity: [policy("identity", { ...everything, Resource })],
});

/** A character that stands for all of its kind until a policy names it. */
const every = [
  ...Array.from({ length: 64 }, (_, index) => String.fromCharCode(0xe0 + index)),
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)),
].map((character) => (/[*?$]/.test(character) ? `\${${character}}*` : `${character}*`));

const overlooked: readonly Overlooked[] = [
  {
    name: "a caller of an account that only a pattern of the set names",
    policies: { identity: [policy("identity", everything)] },
    requests: { ...everyRole, resources: ["arn:aws:sqs:*:33333333333?:jobs"] },
    request: ofOther,
  },
  {
    name: "a caller of an account that a star reaches over a colon to",
    policies: onlyOn("arn:aws:sqs:*3:*:jobs"),
    requests: { ...everyRole, resources: ["arn:aws:sqs:eu-west-1:*:a:jobs"] },
    request: { ...ofOther, resources: [`arn:aws:sqs:eu-west-1:${other}:a:jobs`] },
  },
  {
    name: "a caller of the account of a resource with a policy of its own",
    policies: { resource: new Map([[queue, policy("resource", allow)]]) },
    requests: everyRole,
    request: ofOther,
  },
  {
    name: "a role that has the name of its own type",
    policies: under(
      when({
        StringNotEquals: {
          "aws:PrincipalArn": `arn:aws:iam::${account}:role/\${aws:PrincipalType}`,
        },
      }),
    ),
    request: { principal: `arn:aws:iam::${account}:role/AssumedRole` },
  },
  {
    name: "a role at the path that a tag completes",
    policies: under(
      when({
        StringNotEquals: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/ops/\${${team}}` },
      }),
    ),
    request: { principal: `arn:aws:iam::${account}:role/ops/a`, context: { [team]: "a" } },
  },
  {
    name: "a resource of the user that has no policy of its own",
    policies: {
      ...onlyOn("arn:aws:s3:::logs/${aws:username}"),
      resource: new Map([
        ["arn:aws:s3:::logs/x", policy("resource", { ...allow, Effect: "Deny" })],
      ]),
    },
    requests: { principals: [anyUser] },
    request: {
      principal: `arn:aws:iam::${account}:user/bob`,
      resources: ["arn:aws:s3:::logs/bob"],
    },
  },
  {
    name: "a resource that ends in a tag of the caller",
    policies: {
      identity: [
        policy("identity", [
          { ...everything, Resource: `arn:aws:s3:::logs/*\${${team}}` },
          deny({ Resource: "arn:aws:s3:::logs/*x" }),
        ]),
      ],
    },
    requests: { resources: ["arn:aws:s3:::logs/*"] },
    request: { context: { [team]: "y" }, resources: ["arn:aws:s3:::logs/y"] },
  },
  {
    name: "a service whose name a text ends in",
    policies: {
      resource: policy("resource", [
        {
          ...allow,
          Condition: { StringLike: { "aws:SourceArn": "a*${aws:PrincipalServiceName}" } },
        },
        { ...allow, Effect: "Deny", Condition: { StringLike: { "aws:SourceArn": "*x" } } },
      ]),
    },
    requests: { principals: [{ service: "*" }] },
    request: { principal: { service: "y" }, context: { "aws:SourceArn": "ay" } },
  },
  {
    name: "several values of one kind where a variable has one",
    policies: under(
      when({ "ForAnyValue:StringNotLike": { "aws:TagKeys": "a*" } }),
      when({ Null: { "aws:TagKeys": "true" } }),
      when({ StringNotEquals: { "aws:Referer": "${aws:TagKeys, 'none'}" } }),
      when({ StringEquals: { "aws:Referer": "${aws:TagKeys}" } }),
    ),
    request: { context: { "aws:TagKeys": ["a1", "a2"], "aws:Referer": "none" } },
  },
  {
    name: "a client without a name",
    policies: under(when({ Null: { "aws:UserAgent": "false" } })),
    request: { context: { "aws:UserAgent": "" } },
  },
  {
    name: "a tag that is neither true nor false",
    policies: under(
      when({ Bool: { [team]: ["true", "false"] } }),
      when({ Null: { [team]: "true" } }),
    ),
    request: { context: { [team]: "perhaps" } },
  },
  {
    name: "a tag that is no number",
    policies: under(
      when({ NumericLessThan: { [team]: "5" } }),
      when({ NumericGreaterThanEqualsIfExists: { [team]: "5" } }),
    ),
    request: { context: { [team]: "five" } },
  },
  {
    name: "a number below one that is too large to count down from",
    policies: under(when({ NumericGreaterThanEqualsIfExists: { "s3:max-keys": "1e300" } })),
    request: { context: { "s3:max-keys": "1" } },
  },
  {
    name: "an instant between two milliseconds",
    policies: under(when({ DateNotEquals: { "aws:TokenIssueTime": "2026-01-01T00:00:00.0001Z" } })),
    request: { context: { "aws:TokenIssueTime": "2026-01-01T00:00:00.0001Z" } },
  },
  {
    name: "an instant after all that a date can say",
    policies: under(when({ DateLessThanIfExists: { "aws:TokenIssueTime": "99999999999999999" } })),
    request: { context: { "aws:TokenIssueTime": "99999999999999999" } },
  },
  {
    name: "a fraction of a second that whole seconds do not count",
    policies: under(
      when({ NumericGreaterThan: { "aws:EpochTime": "1700000000" } }),
      when({ DateLessThanEquals: { "aws:CurrentTime": "2023-11-14T22:13:20Z" } }),
    ),
    request: { context: { "aws:CurrentTime": "2023-11-14T22:13:20.5Z" } },
  },
  {
    name: "a resource named after a time that is given in seconds",
    policies: onlyOn("arn:aws:s3:::logs/${aws:CurrentTime}"),
    requests: { context: { "aws:EpochTime": "1700000000" } },
    request: { resources: ["arn:aws:s3:::logs/2023-11-14T22:13:20.000Z"] },
  },
  {
    name: "a resource named after the seconds of a time that is given as a date",
    policies: onlyOn("arn:aws:s3:::logs/${aws:EpochTime}"),
    requests: { context: { "aws:CurrentTime": "2023-11-14T22:13:20Z" } },
    request: { resources: ["arn:aws:s3:::logs/1700000000"] },
  },
  {
    name: "the sign of the kelvin among letters without case",
    policies: under(
      when({ StringNotEqualsIgnoreCase: { "aws:Referer": "k" } }),
      when({ StringEquals: { "aws:Referer": ["k", "K"] } }),
    ),
    request: { context: { "aws:Referer": "\u212a" } },
  },
  {
    name: "a letter whose large form few know",
    policies: under(
      when({ StringNotEqualsIgnoreCase: { "aws:Referer": "ß" } }),
      when({ StringEquals: { "aws:Referer": "ß" } }),
    ),
    request: { context: { "aws:Referer": "ẞ" } },
  },
  {
    name: "a character beside all that one policy names",
    policies: under(when({ StringLikeIfExists: { "aws:Referer": every } })),
    requests: { present: ["aws:Referer"] },
    request: { context: { "aws:Referer": "Ж" } },
  },
  {
    name: "the last character that a path may have",
    policies: under(
      when({
        StringLike: {
          "aws:PrincipalArn": every.map((one) => `arn:aws:iam::${account}:role/${one}`),
        },
      }),
    ),
    request: { principal: `arn:aws:iam::${account}:role/\u007f/x` },
  },
];

describe("A check that access is not granted does not overlook", () => {
  for (const { name, policies, requests, request } of overlooked) {
    it(name, () => {
      const set = sessions(requests);
      const allowed = {
        principal: anyRole.replace("*", "x"),
        action: "ssm:StartSession",
        resources: [node],
        ...request,
        context: { ...set.context, ...request?.context },
      };
      assert.equal(evaluate(allowed, policies).result, "allowed");
      assert.notEqual(checkAccessNotGranted(policies, set).result, "proved");
    });
  }

  it("a text that was a variable in a document of the other version", () => {
    const Resource = "arn:aws:s3:::logs/${aws:username}";
    const parsed = parsePolicy({
      Version: "2012-10-17",
      Statement: { ...everything, Resource },
    });
    assert.ok(parsed.ok);
    const { document } = parsed;
    const [later, earlier] = (["2012-10-17", "2008-10-17"] as const).map((version) => ({
      identity: [compile({ ...document, version }, "identity")],
    }));
    checkAccessNotGranted(later!, sessions());
    const check = checkAccessNotGranted(earlier!, sessions());
    assert.deepEqual(check.result === "refuted" && check.request.resources, [Resource]);
  });

  it("that tags may all be equal, however many are compared with each other", () => {
    const tags = Array.from({ length: 12 }, (_, index) => `aws:PrincipalTag/${index}`);
    const pairs = tags.flatMap((tag, index) => tags.slice(0, index).map((one) => [tag, one]));
    const unequal = pairs.map(([tag, one]) => when({ StringNotEquals: { [tag!]: `\${${one}}` } }));
    assert.equal(checkAccessNotGranted(under(...unequal), sessions()).result, "refuted");
  });
});
