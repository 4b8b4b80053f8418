import { ExplainOptions } from "../../proof/assumption";
import * as assert from "node:assert/strict";
import { planAccounts } from "../../engine/check";
import { catalogue } from "../../guardrails/catalogue";
import {
  AskedPath,
  explainAnyone,
  explainPrincipal,
  explainRequest,
  explainUser,
} from "../../proof/explain";
import { PlannedOrganization } from "../../proof/plannedOrganization";
import { KnownAccount } from "../../model/landingZone";
import { accountNamed, identityAccount } from "../../model/names";
import { zoneWith } from "../zone";

const zone = zoneWith();
const web = accountNamed(zone, "web-production") as KnownAccount;
const pathOf = (id: string) => catalogue.find((path) => path.id === id)!;
const sessions = pathOf("OnlyOsAccessStartsSessions");
const within = { at: "2026-12-01T01:00:00Z", mfa: true };

describe("an explanation", () => {
  let planned: PlannedOrganization;

  before(async () => {
    planned = await planAccounts(zone, zone.accounts);
  });

  const alice = (options: ExplainOptions, path = sessions) =>
    explainUser(
      planned,
      planned.identity(identityAccount(zone), "user", "alice")!,
      web,
      path,
      options,
    );

  it("follows a user hop by hop inside the window", () => {
    const { steps, allowed } = alice(within);
    assert.deepEqual(
      steps.map(({ title, decision }) => [title, decision.result]),
      [
        ["alice takes OSAccess of web-production", "allowed"],
        ["OSAccess starts a session", "allowed"],
      ],
    );
    assert.equal(allowed, true);
  });

  const refusals: { title: string; options: ExplainOptions; result: string; step?: number }[] = [
    {
      title: "outside the window",
      options: { at: "2026-12-01T04:00:00Z", mfa: true },
      result: "implicitly denied",
      // With credentials of an hour ago no session starts either.
      step: 2,
    },
    { title: "without MFA", options: { ...within, mfa: false }, result: "explicitly denied" },
    { title: "at no time in particular", options: { mfa: true }, result: "unknown" },
    {
      title: "under another's name",
      options: { ...within, context: { "sts:RoleSessionName": "bob" } },
      result: "implicitly denied",
    },
    {
      title: "on a node that lacks the tag",
      options: { ...within, context: { "ssm:resourceTag/os-access": "no" } },
      result: "explicitly denied",
      step: 2,
    },
  ];
  for (const { title, options, result, step = 1 } of refusals) {
    it(`stops ${title}`, () => {
      const { steps, allowed } = alice(options);
      assert.deepEqual(
        [steps.length, steps.at(-1)!.decision.result, allowed],
        [step, result, false],
      );
    });
  }

  it("follows who holds older credentials to the statement whose date does not fit", () => {
    const [, session] = alice({ at: "2026-12-01T04:00:00Z", mfa: true }).steps;
    assert.equal(
      session!.title,
      "OSAccess starts a session with credentials that alice took earlier",
    );
    assert.deepEqual(session!.notes, [
      "Grantg1 in policy/os-access/SessionGrants-1 allows it from 2026-12-01T00:00:00Z until 2026-12-01T04:00:00Z.",
    ]);
  });

  it("says when a user could get in", () => {
    const [step] = alice({ at: "2027-01-01T00:00:00Z", mfa: true }).steps;
    assert.deepEqual(step!.notes, [
      "With MFA the planned policies of alice let them take it from 2026-12-01T00:00:00Z until 2026-12-01T04:00:00Z.",
    ]);
  });

  it("names the level, the policy and the statement that stop an administrator", () => {
    const path = pathOf("OnlyAutomationSendsCommands");
    const { steps, allowed } = explainAnyone(planned, web, path, { mfa: true });
    const denying = steps[0]!.levels.filter(({ answer }) => answer === "denies");
    assert.equal(allowed, false);
    assert.deepEqual(
      denying.map(({ kind, level, statements }) => [kind, level, statements.map(({ sid }) => sid)]),
      [["scp", "Workloads", ["OnlyAutomationSendsCommands"]]],
    );
  });

  it("takes for anyone no role that the paths of the action exempt", () => {
    const { steps, allowed } = explainAnyone(
      planned,
      web,
      { action: "ssm:SendCommand" },
      { mfa: true },
    );
    assert.deepEqual([steps[0]!.decision.result, allowed], ["explicitly denied", false]);
  });

  it("lets no other account onto a node, administrator of the management account or not", () => {
    const arn = "arn:aws:iam::111111111111:role/Administrator";
    const { steps, allowed } = explainPrincipal(planned, arn, web, sessions, within);
    assert.deepEqual([steps[0]!.decision.result, allowed], ["implicitly denied", false]);
    assert.ok(steps[0]!.notes.every((note) => !note.includes("open to everyone")));
  });

  it("lets anyone through where no guardrail holds", () => {
    const management = accountNamed(zone, "management") as KnownAccount;
    assert.equal(explainAnyone(planned, management, sessions, { mfa: true }).allowed, true);
  });

  const arn = (name: string) => `arn:aws:iam::${web.id}:${name}`;
  const principals: {
    principal: string;
    path: AskedPath;
    allowed: boolean;
    whose?: string;
  }[] = [
    { principal: arn("root"), path: sessions, allowed: false },
    { principal: arn("role/Unplanned"), path: sessions, allowed: false },
    // Whose session it is decides.
    { principal: arn("role/OSAccess"), path: sessions, allowed: false },
    { principal: arn("role/OSAccess"), path: sessions, allowed: true, whose: "alice" },
    { principal: arn("role/OSAccess"), path: sessions, allowed: false, whose: "bob" },
    { principal: arn("role/x/OSAccess"), path: sessions, allowed: false },
    {
      principal: arn("role/PatchAutomation"),
      path: pathOf("OnlyAutomationSendsCommands"),
      allowed: true,
    },
    { principal: arn("role/OSAccess"), path: { action: "ssm:SendCommand" }, allowed: false },
    { principal: arn("role/ReadOnly"), path: { action: "ec2:DescribeInstances" }, allowed: true },
  ];
  for (const { principal, path, allowed, whose } of principals) {
    const what = "action" in path ? path.action : path.id;
    const session = whose === undefined ? "" : ` in a session of ${whose}`;
    it(`${allowed ? "lets" : "does not let"} ${principal} use ${what}${session}`, () => {
      const options: ExplainOptions =
        whose === undefined
          ? { mfa: true }
          : { ...within, context: { "aws:userid": `AROAEXAMPLE:${whose}` } };
      const explanation = explainPrincipal(planned, principal, web, path, options);
      assert.equal(explanation.allowed, allowed);
    });
  }

  it("replays a claim about a role under its trust policy and RCPs alone", () => {
    const request = {
      principal: "arn:aws:iam::999999999999:role/Anybody",
      action: "sts:AssumeRole",
      resources: [arn("role/OSAccess")],
    };
    const [step] = explainRequest(planned, request).steps;
    assert.deepEqual(
      [...new Set(step!.levels.map(({ kind }) => kind))],
      ["rcp", "identity", "trust"],
    );
    assert.equal(step!.decision.result, "explicitly denied");
  });

  it("replays a request as the proof asked it", () => {
    const request = {
      principal: arn("role/SekishoDeploy"),
      action: "ssm:SendCommand",
      resources: ["*"],
    };
    const { steps, allowed } = explainRequest(planned, request);
    assert.equal(allowed, false);
    assert.deepEqual(
      steps[0]!.decision.decidedBy.map(({ sid }) => sid),
      ["OnlyAutomationSendsCommands"],
    );
  });
});
