import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { grantPolicies } from "../../components/grantPolicies";
import { UserGrants } from "../../components/userGrants";
import { Grant } from "../../model/landingZone";
import { documentOf, inventory, only, PolicyDocument, register } from "../support";
import { accountWith, zoneWith } from "../zone";

const [grant] = zoneWith().grants as [Grant];

function grantsOf(grants: Grant[]) {
  return register(() => {
    const provider = new aws.Provider("identity", {});
    const providers = { aws: provider };
    const user = new aws.iam.User("alice", { name: "alice" }, { provider });
    const zone = zoneWith({ grants });
    new UserGrants("grants-alice", { zone, user: "alice", userName: user.name }, { providers });
  });
}

describe("UserGrants", () => {
  it("is a managed policy at the OS-access path, attached to the user", async () => {
    const resources = await grantsOf([grant]);
    assert.deepEqual(inventory(resources), [
      "aws:iam/policy:Policy grants-alice-1",
      "aws:iam/user:User alice",
      "aws:iam/userPolicyAttachment:UserPolicyAttachment grants-alice-attachment-1",
      "pulumi:providers:aws identity",
      "sekisho:components:UserGrants grants-alice",
    ]);
    const policy = only(resources, "aws:iam/policy:Policy");
    assert.equal(policy.inputs.path, "/os-access/");
    const attachment = only(resources, "aws:iam/userPolicyAttachment:UserPolicyAttachment");
    assert.equal(attachment.inputs.user, "alice");
    assert.ok(attachment.dependencies.some((urn) => urn.endsWith("::alice")));
  });

  it("opens OSAccess from the first moment of the window to before its end, in UTC", async () => {
    const policy = only(await grantsOf([grant]), "aws:iam/policy:Policy");
    assert.deepEqual(documentOf(policy, "policy").Statement, [
      {
        Sid: "Grantg1",
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Resource: ["arn:aws:iam::333333333333:role/OSAccess"],
        Condition: {
          Bool: { "aws:MultiFactorAuthPresent": "true" },
          DateGreaterThanEquals: { "aws:CurrentTime": "2026-12-01T00:00:00Z" },
          DateLessThan: { "aws:CurrentTime": "2026-12-01T04:00:00Z" },
        },
      },
    ]);
  });
});

describe("grant policies", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...grant, id: `g-${index}` }));
  const statements = (texts: string[]) =>
    texts.flatMap((text) => (JSON.parse(text) as PolicyDocument).Statement);

  it("hold one user's grants only", () => {
    const zone = zoneWith({ grants: [grant, { ...grant, id: "g-2", user: "bob" }] });
    assert.deepEqual(
      statements(grantPolicies(zone, "bob")).map(({ Sid }) => Sid),
      ["Grantg2"],
    );
  });

  it("are none while no account of the grant has an id", () => {
    const zone = zoneWith({ accounts: [accountWith({ id: undefined })] });
    assert.deepEqual(grantPolicies(zone, "alice"), []);
  });

  it("take a second policy when the first is full, and lose no window", () => {
    const texts = grantPolicies(zoneWith({ grants: many(100) }), "alice");
    assert.ok(texts.length > 1 && texts.every((text) => text.length <= 6_144));
    assert.equal(statements(texts).length, 100);
  });

  it("tell apart two grants whose ids differ in signs only", () => {
    const grants = ["disk-1", "disk1"].map((id) => ({ ...grant, id }));
    assert.deepEqual(
      statements(grantPolicies(zoneWith({ grants }), "alice")).map(({ Sid }) => Sid),
      ["Grantdisk1", "Grantdisk1x2"],
    );
  });

  it("refuse more than AWS lets one user hold, and say what to do", () => {
    assert.throws(() => grantPolicies(zoneWith({ grants: many(300) }), "alice"), {
      message:
        /^The grants of alice need \d+ managed policies; AWS lets one user hold 10: take ended grants out of grants\.yaml\.$/,
    });
  });
});
