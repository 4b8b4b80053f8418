import * as assert from "node:assert/strict";
import { catalogue } from "../../guardrails/catalogue";
import { emergencyKey } from "../../guardrails/serviceControlPolicies";
import { attacks } from "./attacks";
import { Asked, deniedBy, factory, role, web } from "./underGuardrails";

/* The rehearsal of docs/guardrails.md, "Break-glass": one SCP off, act, and on again. */

const detached = [emergencyKey];
const opened = catalogue.filter(({ emergency }) => emergency).map(({ id }) => id);
const through = (account: string) => role(account, "OrganizationAccountAccessRole");
const session = (account: string): Asked => ({
  as: through(account),
  action: "ssm:StartSession",
  on: `arn:aws:ec2:us-east-1:${account}:instance/i-1`,
});
const command: Asked = {
  as: through(web),
  action: "ssm:SendCommand",
  on: "arn:aws:ssm:us-east-1::document/AWS-RunShellScript",
};
const pause: Asked = {
  as: through(web),
  action: "events:DisableRule",
  on: `arn:aws:events:us-east-1:${web}:rule/SekishoSessionExpiry`,
};

describe("break-glass", () => {
  for (const [what, asked] of [
    ["start a session", session(web)],
    ["start a session where just-in-time access lets people in", session(factory)],
    ["send a command", command],
    ["pause what would end his session", pause],
  ] as const) {
    it(`lets the emergency administrator ${what}, and no longer once the SCP is back`, () => {
      assert.notDeepEqual(deniedBy(asked), []);
      assert.deepEqual(deniedBy(asked, { detached }), []);
      assert.notDeepEqual(deniedBy(asked, { detached: [] }), []);
    });
  }

  it("lets anybody start again what was paused, at any time", () => {
    assert.deepEqual(deniedBy({ ...pause, action: "events:EnableRule" }), []);
  });

  it("opens sessions, their length and Run Command, and no other path", () => {
    assert.deepEqual(opened, [
      "OnlyOsAccessStartsSessions",
      "NoOsAccessBesideJustInTime",
      "OnlyAutomationSendsCommands",
      "OnlyDeployPausesSessionExpiry",
    ]);
    for (const [id, played] of Object.entries(attacks)) {
      for (const asked of played) {
        const sids = deniedBy(asked, { detached, rcps: false });
        assert.deepEqual(sids, opened.includes(id) ? [] : [id], JSON.stringify(asked));
      }
    }
  });

  it("leaves the emergency administrator no hand on roles, documents and records", () => {
    const bucket = `arn:aws:s3:::sekisho-session-logs-${web}`;
    for (const [action, on] of [
      ["iam:UpdateAssumeRolePolicy", role(web, "OSAccess")],
      ["iam:PutRolePolicy", role(web, "SekishoDeploy")],
      ["sts:AssumeRole", role(web, "SekishoDeploy")],
      ["ssm:UpdateDocument", `arn:aws:ssm:us-east-1:${web}:document/SSM-SessionManagerRunShell`],
      ["s3:PutBucketPolicy", bucket],
      ["s3:DeleteObjectVersion", `${bucket}/sessions/root-1.log`],
      ["logs:DeleteLogGroup", `arn:aws:logs:us-east-1:${web}:log-group:/sekisho/sessions`],
      [
        "lambda:UpdateFunctionCode",
        `arn:aws:lambda:us-east-1:${web}:function:SekishoSessionExpiry`,
      ],
      ["events:RemoveTargets", `arn:aws:events:us-east-1:${web}:rule/SekishoSessionExpiry`],
      ["organizations:LeaveOrganization", "*"],
    ] as const) {
      assert.notDeepEqual(deniedBy({ as: through(web), action, on }, { detached }), [], action);
    }
  });
});
