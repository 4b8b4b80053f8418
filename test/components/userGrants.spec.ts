import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { grantPolicies } from "../../components/grantPolicies";
import { UserGrants } from "../../components/userGrants";
import { Grant } from "../../model/landingZone";
import { documentOf, inventory, only, PolicyDocument, register } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";

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

  const ends = [
    {
      title: "end at the revocation",
      changes: { revoked: "2026-12-01T01:30:00Z" },
      end: "2026-12-01T01:30:00Z",
    },
    {
      title: "end with their window, though they were revoked after it",
      changes: { revoked: "2026-12-01T05:00:00Z" },
      end: "2026-12-01T04:00:00Z",
    },
    {
      title: "end the longest session before a hard end",
      changes: { hardEnd: true },
      end: "2026-12-01T03:00:00Z",
    },
  ];
  for (const { title, changes, end } of ends) {
    it(title, () => {
      const zone = zoneWith({ grants: [{ ...grant, ...changes }] });
      const [opened] = statements(grantPolicies(zone, "alice"));
      assert.deepEqual(opened!.Condition!.DateLessThan, { "aws:CurrentTime": end });
    });
  }

  it("are none once revoked before the window", () => {
    const zone = zoneWith({ grants: [{ ...grant, revoked: grant.from }] });
    assert.deepEqual(grantPolicies(zone, "alice"), []);
  });

  it("part accounts in which a hard end leaves another time to start", () => {
    const slow = accountWith({
      name: "data",
      id: "444444444444",
      osAccess: osAccessWith({ maxSession: 120 }),
    });
    const zone = zoneWith({
      accounts: [...zoneWith().accounts, slow],
      grants: [{ ...grant, accounts: ["web-production", "data"], hardEnd: true }],
    });
    assert.deepEqual(
      statements(grantPolicies(zone, "alice")).map(({ Resource, Condition }) => [
        Resource,
        Condition!.DateLessThan!["aws:CurrentTime"],
      ]),
      [
        [["arn:aws:iam::333333333333:role/OSAccess"], "2026-12-01T03:00:00Z"],
        [["arn:aws:iam::444444444444:role/OSAccess"], "2026-12-01T02:00:00Z"],
      ],
    );
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
        "The grants of alice need 15 managed policies, allowed are 10: 200 of 300 grants fit. Take ended ones out (sekisho grant prune), or name fewer nodes.",
    });
  });
});
