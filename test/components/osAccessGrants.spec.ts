import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { OsAccessGrants, osAccessGrants } from "../../components/osAccessGrants";
import { OsAccessRole } from "../../components/osAccessRole";
import { Grant } from "../../model/landingZone";
import { documentOf, inventory, named, PolicyDocument, register } from "../support";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const [grant] = zoneWith().grants as [Grant];
const account = accountWith();

/** So many grants of one node each, for people of their own, as they come in a working day. */
const many = (count: number): Grant[] =>
  Array.from({ length: count }, (_, n) => ({
    ...grant,
    id: `person${n}-web-production-2026-12-01`,
    user: `person${n}`,
    nodes: { kind: "ids", ids: [`i-${n.toString(16).padStart(17, "0")}`] },
  }));

const statements = (texts: readonly string[]) =>
  texts.flatMap((text) => (JSON.parse(text) as PolicyDocument).Statement);

describe("OsAccessGrants", () => {
  it("is managed policies at the OS-access path, attached after the role is whole", async () => {
    const resources = await register(() => {
      const opts = { providers: { aws: new aws.Provider("account", {}) } };
      const zone = zoneWith();
      const role = new OsAccessRole("os-access", { zone, account }, opts);
      new OsAccessGrants("os-access-grants", { zone, account, role }, opts);
    });
    const own = resources.filter(({ name }) => name.startsWith("os-access-grants"));
    assert.deepEqual(inventory(own), [
      "aws:iam/policy:Policy os-access-grants-1",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment os-access-grants-attachment-1",
      "sekisho:components:OsAccessGrants os-access-grants",
    ]);
    const policy = named(own, "aws:iam/policy:Policy", "os-access-grants-1");
    assert.equal(policy.inputs.name, "SessionGrants-1");
    assert.equal(policy.inputs.path, "/os-access/");
    assert.equal(documentOf(policy, "policy").Statement[0]!.Sid, "Grantg1");
    const attachment = own.find(({ name }) => name === "os-access-grants-attachment-1")!;
    assert.deepEqual(attachment.inputs, {
      role: "OSAccess",
      policyArn: "arn:aws:iam::333333333333:policy/os-access/SessionGrants-1",
    });
    const deny = resources.find(({ name }) => name === "os-access-deny")!;
    for (const urn of [policy.urn, deny.urn]) {
      assert.ok(attachment.dependencies.includes(urn), urn);
    }
  });
});

describe("The documents of an account's grants", () => {
  it("are none where nothing is granted", () => {
    assert.deepEqual(osAccessGrants(zoneWith({ grants: [] }), account), []);
  });

  it("begin with the revocations", () => {
    const grants = [grant, { ...grant, id: "g-2", user: "bob", revoked: "2026-12-01T01:00:00Z" }];
    const [first] = statements(osAccessGrants(zoneWith({ grants }), account));
    assert.equal(first!.Sid, "Revokedbob");
  });

  it("hold the revocations, and no window, where the window holds on taking the role alone", () => {
    const plain = accountWith({ osAccess: osAccessWith({ windows: "assume-role" }) });
    const grants = [grant, { ...grant, id: "g-2", user: "bob", revoked: "2026-12-01T01:00:00Z" }];
    const found = statements(osAccessGrants(zoneWith({ accounts: [plain], grants }), plain));
    assert.deepEqual(
      found.map(({ Sid }) => Sid),
      ["Revokedbob"],
    );
  });

  it("hold 100 live grants of a node each beside ReadOnlyAccess, and lose none", () => {
    const texts = osAccessGrants(zoneWith({ grants: many(100) }), account);
    assert.ok(texts.length <= 9, `${texts.length} policies`);
    assert.ok(texts.every((text) => text.length <= 6_144));
    assert.equal(new Set(statements(texts).map(({ Sid }) => Sid)).size, 100);
  });

  it("are refused where they are more than AWS lets a role hold, with what fits", () => {
    assert.throws(() => osAccessGrants(zoneWith({ grants: many(150) }), account), {
      message:
        "The grants into web-production need 13 managed policies, allowed are 9: 108 of 150 grants fit. Take ended ones out (sekisho grant prune), or name fewer nodes.",
    });
  });
});
