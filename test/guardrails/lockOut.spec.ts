import * as assert from "node:assert/strict";
import { lockOuts } from "../../guardrails/preflight/lockOut";
import { exampleZone } from "../example/landingZone";
import { accountWith, osAccessWith } from "../zone";
import {
  automation,
  deploy,
  expiry,
  nodes,
  osAccess,
  policyOf,
  Statement,
  stopped,
  web,
  zoneOf,
} from "./ownPolicyZone";

describe("The guardrails of the example", () => {
  it("lock out nobody whom Sekisho needs, in any account", () => {
    assert.deepEqual(lockOuts(exampleZone()), []);
  });
});

describe("Policies of the organization's own", () => {
  const cases: [title: string, statement: Statement, expected: string[]][] = [
    [
      "a Deny of IAM stops the deploy role alone",
      { Action: "iam:*" },
      [`${deploy}, ${web}: a.json 0`],
    ],
    [
      "a Deny of IAM that exempts the deploy role stops nobody",
      {
        Action: "iam:*",
        Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/SekishoDeploy" } },
      },
      [],
    ],
    [
      "a Deny of a service that nobody needs stops nobody",
      { Action: ["lightsail:*", "ec2:RunInstances"] },
      [],
    ],
    [
      "a Deny of the agents' channels stops nodes and sessions",
      { Action: "ssmmessages:*" },
      [`${osAccess}, ${web}: a.json 0`, ...nodes.map((node) => `${node}, ${web}: a.json 0`)],
    ],
    [
      "a Deny of commands stops patching",
      { Action: "ssm:SendCommand" },
      [`${automation}, ${web}: a.json 0`],
    ],
    [
      "a Deny of ending sessions, but by OSAccess, stops the function that ends them",
      {
        Action: "ssm:TerminateSession",
        Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/OSAccess" } },
      },
      [`${expiry}, ${web}: a.json 0`],
    ],
    [
      "a Deny outside one of two declared regions stops whoever works in the other",
      {
        NotAction: ["iam:*", "sts:*"],
        Condition: { StringNotEquals: { "aws:RequestedRegion": "ap-northeast-1" } },
      },
      [deploy, osAccess, ...nodes, automation, expiry].map((who) => `${who}, ${web}: a.json 0`),
    ],
    [
      "a Deny outside the declared regions stops nobody",
      {
        NotAction: ["iam:*", "sts:*"],
        Condition: {
          StringNotEquals: { "aws:RequestedRegion": ["ap-northeast-1", "us-east-1"] },
        },
      },
      [],
    ],
    [
      "a Deny without MFA stops everybody but OSAccess, whose sessions have it",
      {
        Action: "ssm:*",
        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
      },
      [deploy, ...nodes, automation, expiry].map((who) => `${who}, ${web}: a.json 0`),
    ],
    [
      "a Deny outside an endpoint may stop whoever is not there",
      { Action: "kms:Decrypt", Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } } },
      nodes.map((node) => `${node}, ${web}: perhaps aws:sourcevpce`),
    ],
    [
      "a Deny by a tag of the caller, written as a variable, may stop him",
      {
        Action: "kms:Decrypt",
        Condition: { StringNotEquals: { "aws:PrincipalAccount": "${aws:PrincipalTag/home}" } },
      },
      nodes.map((node) => `${node}, ${web}: perhaps aws:principaltag/home`),
    ],
    [
      "an RCP for strangers alone stops nobody",
      {
        Principal: "*",
        Action: "s3:*",
        Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
      },
      [],
    ],
    [
      "an RCP for strangers of another organization's id stops the transcripts",
      {
        Principal: "*",
        Action: "s3:PutObject",
        Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-other00000" } },
      },
      nodes.map((node) => `${node}, ${web}: a.json 0`),
    ],
    [
      "an RCP for OUs that lie elsewhere stops OSAccess's users",
      {
        Principal: "*",
        Action: "sts:AssumeRole",
        Condition: {
          "ForAllValues:StringNotLike": {
            "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*",
          },
        },
      },
      [`the users, ${web}: a.json 0`],
    ],
  ];
  for (const [title, statement, expected] of cases) {
    it(`${title}`, () => {
      const zone = zoneOf([policyOf("a.json", statement)]);
      assert.deepEqual(stopped(zone), expected);
    });
  }

  it("stop the users where they live: enrolment, and every account", () => {
    const enrol = zoneOf([policyOf("a.json", { Action: "iam:EnableMFADevice" })], "Security");
    assert.deepEqual(stopped(enrol), ["the users, identity: a.json 0"]);
    const assume = zoneOf([policyOf("a.json", { Action: "sts:AssumeRole" })], "Security");
    assert.deepEqual(stopped(assume), [
      "the users, identity: a.json 0",
      `the users, ${web}: a.json 0`,
    ]);
  });

  it("do not reach the management account", () => {
    const zone = zoneOf([policyOf("a.json", { Action: "*" })]);
    assert.ok(lockOuts(zone).every(({ need }) => need.owner.name !== "management"));
    assert.ok(lockOuts(zone).length > 0);
  });

  it("are asked of every account below them, however many are alike", () => {
    const accounts = ["444444444444", "555555555555"].map((id) => accountWith({ id, name: id }));
    const zone = zoneOf([policyOf("a.json", { Action: "kms:CreateKey" })]);
    const more = { ...zone, accounts: [...zone.accounts, ...accounts] };
    assert.deepEqual(
      stopped(more),
      [web, "444444444444", "555555555555"].map((name) => `${deploy}, ${name}: a.json 0`),
    );
    const oneOfThem = policyOf("a.json", {
      Action: "kms:CreateKey",
      Condition: { StringEquals: { "aws:PrincipalAccount": "555555555555" } },
    });
    const only = { ...more, guardrails: zoneOf([oneOfThem]).guardrails };
    assert.deepEqual(stopped(only), [`${deploy}, 555555555555: a.json 0`]);
  });

  it("count for the channels and logs that an account has", () => {
    const zone = zoneOf([policyOf("a.json", { Action: ["ssm-guiconnect:*", "logs:*"] })]);
    const withOsAccess = (changes: Parameters<typeof osAccessWith>[0]) => ({
      ...zone,
      accounts: zone.accounts.map((account) => ({ ...account, osAccess: osAccessWith(changes) })),
    });
    const plain = withOsAccess({
      sessionExpiry: false,
      logs: { s3: { retention: 400, objectLock: "governance" }, reader: "SessionAuditor" },
    });
    assert.deepEqual(stopped(plain), []);
    assert.deepEqual(stopped(withOsAccess({ channels: ["rdp"] })), [
      `${deploy}, ${web}: a.json 0`,
      `${osAccess}, ${web}: a.json 0`,
      ...nodes.map((node) => `${node}, ${web}: a.json 0`),
    ]);
  });

  it("are asked of an account that a policy above the users speaks of, however many are alike", () => {
    const zone = zoneOf(
      [
        policyOf("no-second.json", {
          Action: "sts:AssumeRole",
          Resource: "arn:aws:iam::444444444444:role/OSAccess",
        }),
      ],
      "Security",
    );
    const second = accountWith({ name: "web-staging", id: "444444444444" });

    const found = stopped({ ...zone, accounts: [...zone.accounts, second] });

    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0]!, /web-staging: .*no-second\.json/);
  });
});
