import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { IdentityUsers } from "../../components/identityUsers";
import { switchRolePolicies } from "../../components/switchRolePolicies";
import { LandingZone } from "../../model/landingZone";
import {
  documentOf,
  inventory,
  named,
  only,
  PolicyDocument,
  register,
  statement,
} from "../support";
import { accountWith, zoneWith } from "../zone";

function identity(changes: Partial<LandingZone> = {}) {
  return register(() => {
    const provider = new aws.Provider("identity", {});
    new IdentityUsers("identity", { zone: zoneWith(changes) }, { providers: { aws: provider } });
  });
}

const selfService = async () =>
  documentOf(only(await identity(), "aws:iam/groupPolicy:GroupPolicy"), "policy");

const boundary = async () =>
  documentOf(named(await identity(), "aws:iam/policy:Policy", "identity-boundary"), "policy");

describe("IdentityUsers", () => {
  it("makes users, groups, what they may switch to, and no password or key", async () => {
    assert.deepEqual(inventory(await identity()), [
      "aws:iam/accountPasswordPolicy:AccountPasswordPolicy identity-password-policy",
      "aws:iam/group:Group identity-group",
      "aws:iam/group:Group identity-group-operators",
      "aws:iam/groupPolicy:GroupPolicy identity-group-policy",
      "aws:iam/groupPolicyAttachment:GroupPolicyAttachment identity-switch-attachment-operators-1",
      "aws:iam/policy:Policy identity-boundary",
      "aws:iam/policy:Policy identity-switch-operators-1",
      "aws:iam/user:User identity-user-alice",
      "aws:iam/userGroupMembership:UserGroupMembership identity-membership-alice",
      "pulumi:providers:aws identity",
      "sekisho:components:IdentityUsers identity",
    ]);
  });

  it("puts each user at the path OSAccess trusts, inside the boundary", async () => {
    const { inputs, dependencies } = only(await identity(), "aws:iam/user:User");
    assert.equal(inputs.path, "/os-access/");
    assert.equal(
      inputs.permissionsBoundary,
      "arn:aws:iam::222222222222:policy/os-access/SekishoUserBoundary",
    );
    assert.ok(dependencies.some((urn) => urn.endsWith("::identity-boundary")));
  });

  it("puts each user into the group that enforces MFA and into the declared ones", async () => {
    const { inputs } = only(await identity(), "aws:iam/userGroupMembership:UserGroupMembership");
    assert.deepEqual(inputs.groups, ["SekishoUsers", "operators"]);
  });

  it("renders the declared password policy", async () => {
    const password = await identity({
      identity: {
        source: "iam-users",
        passwordPolicy: { minimumLength: 20, maxAge: 90, reusePrevention: 10 },
      },
    });
    const { inputs } = only(password, "aws:iam/accountPasswordPolicy:AccountPasswordPolicy");
    assert.equal(inputs.minimumPasswordLength, 20);
    assert.equal(inputs.maxPasswordAge, 90);
    assert.equal(inputs.passwordReusePrevention, 10);
    assert.equal(inputs.allowUsersToChangePassword, false);
  });

  it("lets a user without MFA enrol a device and nothing else", async () => {
    const document = await selfService();
    const refused = statement(document, "OnlyEnrolWithoutMfa");
    assert.equal(refused.Effect, "Deny");
    assert.deepEqual(refused.Condition, {
      BoolIfExists: { "aws:MultiFactorAuthPresent": "false" },
    });
    assert.deepEqual(refused.NotAction, [
      "iam:CreateVirtualMFADevice",
      "iam:EnableMFADevice",
      "iam:GetAccountPasswordPolicy",
      "iam:GetMFADevice",
      "iam:GetUser",
      "iam:ListMFADevices",
      "iam:ListVirtualMFADevices",
      "iam:ResyncMFADevice",
      "sts:GetSessionToken",
    ]);
  });

  it("lets nobody enrol a device with an access key", async () => {
    for (const document of [await selfService(), await boundary()]) {
      assert.deepEqual(statement(document, "EnrolInConsoleOnly"), {
        Sid: "EnrolInConsoleOnly",
        Effect: "Deny",
        Action: ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ResyncMFADevice"],
        Resource: "*",
        Condition: { Null: { "aws:MultiFactorAuthPresent": "true" } },
      });
    }
  });

  it("lets a user touch only himself", async () => {
    const document = await selfService();
    for (const sid of ["EnrolOwnMfa", "ManageOwnCredentialsWithMfa"]) {
      assert.equal(
        statement(document, sid).Resource,
        "arn:aws:iam::222222222222:user/os-access/${aws:username}",
      );
    }
  });

  it("holds every user to the own credentials and to assuming roles, whatever is attached", async () => {
    const allows = (await boundary()).Statement.filter(({ Effect }) => Effect === "Allow");
    assert.deepEqual(
      allows.map(({ Sid }) => Sid),
      [
        "SeeOwnAccount",
        "EnrolOwnMfa",
        "CreateMfaDevice",
        "ManageOwnCredentialsWithMfa",
        "AssumeRolesWithMfa",
      ],
    );
    assert.deepEqual(statement(await boundary(), "AssumeRolesWithMfa").Condition, {
      Bool: { "aws:MultiFactorAuthPresent": "true" },
    });
  });
});

describe("switch-role policies", () => {
  const parse = (texts: string[]) => texts.map((text) => JSON.parse(text) as PolicyDocument);

  it("name the roles of the declared accounts, with MFA", () => {
    const zone = zoneWith();
    assert.deepEqual(parse(switchRolePolicies(zone, zone.groups[0]!))[0]!.Statement, [
      {
        Sid: "SwitchToReadOnly",
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Resource: ["arn:aws:iam::333333333333:role/ReadOnly"],
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      },
    ]);
  });

  it("hold a role of every account to the organization instead of listing it", () => {
    const zone = zoneWith();
    const accounts = zone.accounts.map(({ name }) => name);
    const group = { name: "all", switchTo: [{ role: "ReadOnly", accounts }] };
    const [first] = parse(switchRolePolicies(zone, group))[0]!.Statement;
    assert.deepEqual(first!.Resource, ["arn:aws:iam::*:role/ReadOnly"]);
    assert.deepEqual(first!.Condition!.StringEquals, { "aws:ResourceOrgID": "o-a1b2c3d4e5" });
  });

  it("name no role in an account without an id, and are none when nothing is left", () => {
    const zone = zoneWith({
      accounts: [...zoneWith().accounts, accountWith({ name: "new", id: undefined })],
    });
    const group = { name: "new", switchTo: [{ role: "ReadOnly", accounts: ["new"] }] };
    assert.deepEqual(switchRolePolicies(zone, group), []);
  });

  it("are cut to AWS's size and lose no role", () => {
    const accounts = Array.from({ length: 700 }, (_, index) =>
      accountWith({ name: `a${index}`, id: String(100_000_000_000 + index) }),
    );
    const zone = zoneWith({ accounts: [...zoneWith().accounts, ...accounts] });
    const group = {
      name: "many",
      switchTo: [{ role: "ReadOnly", accounts: accounts.map(({ name }) => name) }],
    };
    const texts = switchRolePolicies(zone, group);
    assert.ok(texts.length > 1 && texts.every((text) => text.length <= 6_144));
    const resources = parse(texts).flatMap((document) =>
      document.Statement.flatMap(({ Resource }) => Resource!),
    );
    assert.equal(new Set(resources).size, 700);
    const sids = parse(texts).flatMap((document) => document.Statement.map(({ Sid }) => Sid));
    assert.equal(new Set(sids).size, sids.length);
  });
});
