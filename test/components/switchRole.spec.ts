import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { SwitchRole } from "../../components/switchRole";
import { SwitchRole as SwitchRoleTarget } from "../../model/landingZone";
import { documentOf, inventory, named, only, register, statement } from "../support";
import { accountWith, zoneWith } from "../zone";

const readOnly: SwitchRoleTarget = {
  name: "ReadOnly",
  policies: ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"],
  maxSession: 120,
};
const auditor: SwitchRoleTarget = { name: "SessionAuditor", policies: [], maxSession: 60 };

function switchRole(role: SwitchRoleTarget) {
  return register(() => {
    const provider = new aws.Provider("account", {});
    new SwitchRole(
      `switch-${role.name}`,
      { zone: zoneWith(), account: accountWith(), role },
      { providers: { aws: provider } },
    );
  });
}

const transcripts = async (role: SwitchRoleTarget) =>
  documentOf(
    named(
      await switchRole(role),
      "aws:iam/rolePolicy:RolePolicy",
      `switch-${role.name}-transcripts`,
    ),
    "policy",
  );

describe("SwitchRole", () => {
  it("is one role with its managed policies", async () => {
    assert.deepEqual(inventory(await switchRole(readOnly)), [
      "aws:iam/role:Role switch-ReadOnly-role",
      "aws:iam/rolePolicy:RolePolicy switch-ReadOnly-transcripts",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment switch-ReadOnly-aws.job-function.ViewOnlyAccess",
      "pulumi:providers:aws account",
      "sekisho:components:SwitchRole switch-ReadOnly",
    ]);
  });

  it("attaches two managed policies of one name", async () => {
    const twice = [
      "arn:aws:iam::aws:policy/ViewOnlyAccess",
      "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
      "arn:aws:iam::333333333333:policy/ViewOnlyAccess",
    ];
    const resources = await switchRole({ ...readOnly, policies: twice });
    assert.deepEqual(
      resources.flatMap(({ type, inputs }) =>
        type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment" ? [inputs.policyArn] : [],
      ),
      twice,
    );
  });

  it("is assumed by the identity account's users, with MFA and under their own name", async () => {
    const role = only(await switchRole(readOnly), "aws:iam/role:Role");
    assert.equal(role.inputs.maxSessionDuration, 7200);
    const [trust] = documentOf(role, "assumeRolePolicy").Statement;
    assert.deepEqual(trust!.Principal, { AWS: "arn:aws:iam::222222222222:root" });
    assert.deepEqual(trust!.Condition, {
      Bool: { "aws:MultiFactorAuthPresent": "true" },
      ArnLike: { "aws:PrincipalArn": "arn:aws:iam::222222222222:user/os-access/*" },
      StringEquals: {
        "aws:PrincipalOrgID": "o-a1b2c3d4e5",
        "sts:RoleSessionName": "${aws:username}",
      },
    });
  });

  it("asks for nothing that the console's Switch Role cannot send", async () => {
    const trust = only(await switchRole(readOnly), "aws:iam/role:Role").inputs.assumeRolePolicy;
    assert.ok(!/ExternalId|SourceIdentity|TagSession/.test(trust as string));
  });

  it("is kept from transcripts", async () => {
    const document = await transcripts(readOnly);
    assert.deepEqual(
      document.Statement.map(({ Effect }) => Effect),
      ["Deny", "Deny"],
    );
    assert.equal(statement(document, "NoTranscriptsInS3").Action, "s3:GetObject*");
  });

  it("reads transcripts where it is the declared reader", async () => {
    const document = await transcripts(auditor);
    assert.deepEqual([...new Set(document.Statement.map(({ Effect }) => Effect))], ["Allow"]);
    assert.equal(
      statement(document, "ReadTranscripts").Resource,
      "arn:aws:s3:::sekisho-session-logs-333333333333/*",
    );
    assert.deepEqual(statement(document, "ReadSessionLogs").Action, [
      "logs:GetLogEvents",
      "logs:FilterLogEvents",
      "logs:StartQuery",
    ]);
  });
});
