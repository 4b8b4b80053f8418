import * as assert from "node:assert/strict";
import {
  maximumRcpCharacters,
  resourceControlPolicies,
} from "../../guardrails/resourceControlPolicies";
import { resourceGuards } from "../../guardrails/resourceGuards";
import { GuardrailTarget } from "../../model/landingZone";
import { PolicyDocument, statement } from "../support";
import { zoneWith } from "../zone";
import { Asked, deniedBy, factory, identity, role, user, web, zone } from "./underGuardrails";

const [workloads, security] = zone.guardrails as [GuardrailTarget, GuardrailTarget];

function whole(target: GuardrailTarget, of = zone): PolicyDocument {
  const texts = resourceControlPolicies(of, target);
  return {
    Version: "2012-10-17",
    Statement: texts.flatMap((text) => (JSON.parse(text) as PolicyDocument).Statement),
  };
}

const withMfa = { "aws:MultiFactorAuthPresent": "true" };
const stranger = "arn:aws:iam::999999999999:user/mallory";
const federated = { federated: "arn:aws:iam::333333333333:saml-provider/x" };
const assume = (as: Asked["as"], on: string, context = {}): Asked => ({
  as,
  action: "sts:AssumeRole",
  on,
  context,
});

/** By statement: what a tampered trust policy would let in, no SCP stops and that statement does. */
const attacks: Readonly<Record<string, readonly Asked[]>> = {
  OsAccessOnlyFromIdentityAccount: [assume(stranger, role(web, "OSAccess"), withMfa)],
  OsAccessOnlyByUsers: [assume(role(identity, "Admin"), role(web, "OSAccess"), withMfa)],
  OsAccessNeedsMfa: [
    assume(user("alice"), role(web, "OSAccess")),
    assume(user("alice"), role(web, "OSAccess"), { "aws:MultiFactorAuthPresent": "false" }),
  ],
  ReaderOnlyFromIdentityAccount: [assume(stranger, role(web, "SessionAuditor"), withMfa)],
  ReaderOnlyByUsers: [assume(role(identity, "Admin"), role(web, "SessionAuditor"), withMfa)],
  ReaderNeedsMfa: [assume(user("dave"), role(web, "SessionAuditor"))],
  ExemptRolesNotByFederation: [
    "OSAccess",
    "SessionAuditor",
    "SekishoDeploy",
    "PatchAutomation",
  ].map((name) => ({ as: federated, action: "sts:AssumeRoleWithSAML", on: role(web, name) })),
  DeployRoleOnlyByCi: [
    assume(role("999999999999", "sekisho-ci"), role(web, "SekishoDeploy")),
    assume({ service: "ec2.amazonaws.com" }, role(web, "SekishoDeploy")),
  ],
  AutomationRolesOnlyByServices: [
    assume(role(web, "Administrator"), role(web, "PatchAutomation")),
    assume(role(factory, "Administrator"), role(factory, "SSM-JustInTimeAccessTokenRole")),
  ],
  AutomationRolesOnlyInOrganization: [
    assume(role("999999999999", "PatchAutomation"), role(web, "PatchAutomation")),
  ],
  CiRoleOnlyByItsProvider: [
    assume(role(identity, "Administrator"), zone.deploy.trustedBy),
    assume(stranger, zone.deploy.trustedBy),
  ],
  TranscriptsStayInOrganization: [
    {
      as: stranger,
      action: "s3:GetObject",
      on: "arn:aws:s3:::sekisho-session-logs-333333333333/sessions/alice-1.log",
      owner: web,
    },
    {
      as: stranger,
      action: "logs:GetLogEvents",
      on: `arn:aws:logs:us-east-1:${web}:log-group:/sekisho/sessions`,
    },
  ],
};

describe("resource control policies", () => {
  it("fit AWS's size with a slot to spare for a swap", () => {
    for (const target of zone.guardrails) {
      const texts = resourceControlPolicies(zone, target);
      assert.ok(texts.length <= 3);
      assert.ok(texts.every((text) => text.length <= maximumRcpCharacters));
    }
  });

  it("deny everybody, as AWS lets an RCP do only", () => {
    for (const { Effect, Principal } of whole(security).Statement) {
      assert.deepEqual({ Effect, Principal }, { Effect: "Deny", Principal: "*" });
    }
  });

  it("hold each guard, that of the CI role only where they reach it", () => {
    const ids = resourceGuards.map(({ id }) => id);
    const sids = (target: GuardrailTarget) => whole(target).Statement.map(({ Sid }) => Sid);
    assert.deepEqual(sids(security), ids);
    assert.deepEqual(
      sids(workloads),
      ids.filter((id) => id !== "CiRoleOnlyByItsProvider"),
    );
    assert.deepEqual(Object.keys(attacks), ids);
  });

  it("guard roles by exact name", () => {
    const { Resource } = statement(whole(workloads), "OsAccessNeedsMfa");
    assert.deepEqual(Resource, ["arn:aws:iam::*:role/OSAccess"]);
  });

  it("leave no condition on roles behind when there are no automation roles", () => {
    const { Statement } = whole(workloads, zoneWith({ automationRoles: [] }));
    assert.ok(!Statement.some(({ Sid }) => Sid.startsWith("AutomationRoles")));
  });

  for (const [sid, attack] of Object.entries(attacks)) {
    it(`${sid} alone stops whom a tampered policy lets in`, () => {
      for (const asked of attack) {
        assert.deepEqual(deniedBy(asked, { scps: false }), [sid], JSON.stringify(asked));
      }
    });
  }

  it("let in who should come", () => {
    const sanctioned = [
      assume(user("alice"), role(web, "OSAccess"), withMfa),
      assume(user("dave"), role(web, "SessionAuditor"), withMfa),
      assume(zone.deploy.trustedBy, role(web, "SekishoDeploy")),
      assume({ service: "ssm.amazonaws.com" }, role(web, "PatchAutomation")),
      assume(role(factory, "PatchAutomation"), role(web, "PatchAutomation")),
      assume(
        { service: "justintimeaccess.ssm.amazonaws.com" },
        role(factory, "SSM-JustInTimeAccessTokenRole"),
      ),
      assume({ service: "codebuild.amazonaws.com" }, zone.deploy.trustedBy),
      {
        as: { federated: "arn:aws:iam::222222222222:oidc-provider/token.actions" },
        action: "sts:AssumeRoleWithWebIdentity",
        on: zone.deploy.trustedBy,
      },
      {
        as: role(web, "SessionAuditor"),
        action: "s3:GetObject",
        on: "arn:aws:s3:::sekisho-session-logs-333333333333/sessions/alice-1.log",
      },
      {
        as: { service: "logging.s3.amazonaws.com" },
        action: "s3:PutObject",
        on: "arn:aws:s3:::sekisho-session-logs-333333333333/x",
        owner: web,
      },
    ];
    for (const asked of sanctioned) {
      assert.deepEqual(deniedBy(asked), [], JSON.stringify(asked));
    }
  });
});
