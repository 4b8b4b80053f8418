import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { DeployRole } from "../../components/deployRole";
import { documentOf, inventory, named, only, register, statement } from "../support";
import { accountWith, zoneWith } from "../zone";

function deployRole(account = accountWith()) {
  return register(() => {
    const provider = new aws.Provider("account", {});
    const zone = zoneWith();
    new DeployRole("deploy-role", { zone, account }, { providers: { aws: provider } });
  });
}

const policy = async (name: string, account = accountWith()) =>
  documentOf(named(await deployRole(account), "aws:iam/rolePolicy:RolePolicy", name), "policy");

describe("DeployRole", () => {
  it("is one protected role with its rights and their limits, and no key", async () => {
    const resources = await deployRole();
    assert.deepEqual(inventory(resources), [
      "aws:iam/role:Role deploy-role-role",
      "aws:iam/rolePolicy:RolePolicy deploy-role-allow",
      "aws:iam/rolePolicy:RolePolicy deploy-role-limits",
      "pulumi:providers:aws account",
      "sekisho:components:DeployRole deploy-role",
    ]);
    for (const { type, name, protect, retainOnDelete } of resources) {
      const kept = type.startsWith("aws:");
      assert.deepEqual([protect, retainOnDelete], [kept, kept], name);
    }
  });

  it("is trusted by the declared CI role alone", async () => {
    const trust = documentOf(only(await deployRole(), "aws:iam/role:Role"), "assumeRolePolicy");
    assert.deepEqual(trust.Statement, [
      {
        Sid: "DeclaredCiRole",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::222222222222:root" },
        Action: "sts:AssumeRole",
        Condition: {
          ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::222222222222:role/sekisho-ci" },
          StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
        },
      },
    ]);
  });

  it("sends no command and starts no session", async () => {
    const { Action } = statement(await policy("deploy-role-limits"), "NoAccessPath");
    for (const action of ["ssm:SendCommand", "ssm:StartSession", "ecs:ExecuteCommand"]) {
      assert.ok(Action!.includes(action), action);
    }
  });

  it("associates our document only", async () => {
    const { Action, NotResource } = statement(
      await policy("deploy-role-limits"),
      "OnlyOurAssociations",
    );
    assert.deepEqual(Action, [
      "ssm:CreateAssociation",
      "ssm:UpdateAssociation",
      "ssm:DeleteAssociation",
    ]);
    assert.deepEqual(
      [NotResource].flat().filter((arn) => arn!.includes(":document/")),
      ["arn:aws:ssm:*:*:document/Sekisho-OsHardening"],
    );
  });

  it("is denied no call that its own program makes", async () => {
    const { Action } = statement(await policy("deploy-role-limits"), "NoAccessPath");
    const program = ["ssm:CreateAssociation", "ssm:UpdateAssociation", "ssm:DeleteAssociation"];
    assert.deepEqual(
      program.filter((action) => Action!.includes(action)),
      [],
    );
  });

  it("reads no transcript", async () => {
    assert.equal(statement(await policy("deploy-role-limits"), "NoTranscriptsInS3").Effect, "Deny");
  });

  it("manages the organization in the management account alone", async () => {
    const organizations = async (account = accountWith()) =>
      statement(await policy("deploy-role-allow", account), "LandingZoneServices").Action!.includes(
        "organizations:*",
      );
    assert.equal(await organizations(), false);
    assert.equal(await organizations(zoneWith().accounts[0] as never), true);
  });
});
