import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Guardrails } from "../../components/guardrails";
import { MemberAccounts } from "../../components/memberAccounts";
import { OrganizationalUnits } from "../../components/organizationalUnits";
import { LandingZone } from "../../model/landingZone";
import { unknown } from "../../engine/plan";
import { inventory, named, only, register } from "../support";
import { accountWith, zoneWith } from "../zone";

const nested = [
  { path: "Workloads", name: "Workloads", id: "ou-ab12-11111111", managed: false },
  { path: "Sandbox", name: "Sandbox", managed: true },
  { path: "Sandbox/Trial", name: "Trial", parent: "Sandbox", managed: true },
];

function organization(changes: Partial<LandingZone>) {
  return register(() => {
    const zone = zoneWith(changes);
    const providers = { aws: new aws.Provider("management", {}) };
    const units = new OrganizationalUnits("units", { zone }, { providers });
    new MemberAccounts("accounts", { zone, organizationalUnits: units.ids }, { providers });
  });
}

describe("OrganizationalUnits", () => {
  const unitType = "aws:organizations/organizationalUnit:OrganizationalUnit";

  it("makes the managed units, under the root or under each other", async () => {
    const resources = await organization({ organizationalUnits: nested });
    assert.equal(named(resources, unitType, "units-Sandbox").inputs.parentId, "r-ab12");
    assert.equal(named(resources, unitType, "units-Sandbox.Trial").inputs.parentId, unknown);
    assert.equal(resources.filter(({ type }) => type === unitType).length, 2);
  });

  it("keeps a unit when its id is written down", async () => {
    const written = nested.map((ou) => (ou.path === "Sandbox" ? { ...ou, id: "ou-ab12-4" } : ou));
    assert.deepEqual(
      inventory(await organization({ organizationalUnits: written })),
      inventory(await organization({ organizationalUnits: nested })),
    );
  });

  it("never deletes a unit, whose guardrails would go with it", async () => {
    for (const unit of await organization({ organizationalUnits: nested })) {
      if (unit.type === unitType) {
        assert.deepEqual([unit.protect, unit.retainOnDelete], [true, true], unit.name);
      }
    }
  });
});

describe("MemberAccounts", () => {
  const accountType = "aws:organizations/account:Account";
  const managed = accountWith({ name: "new", id: undefined, managed: true, ou: "Workloads" });

  it("makes the managed accounts in their unit, and never closes them", async () => {
    const { inputs, protect, retainOnDelete } = only(
      await organization({ accounts: [accountWith(), managed] }),
      accountType,
    );
    assert.equal(inputs.name, "new");
    assert.equal(inputs.parentId, "ou-ab12-11111111");
    assert.equal(inputs.closeOnDeletion, false);
    assert.deepEqual([protect, retainOnDelete], [true, true]);
  });

  it("changes nothing when the id is written down", async () => {
    const before = only(await organization({ accounts: [managed] }), accountType);
    const written = { ...managed, id: "444444444444" };
    assert.deepEqual(only(await organization({ accounts: [written] }), accountType), before);
  });
});

describe("Guardrails", () => {
  const target = { name: "Workloads", kind: "organizationalUnit", id: "ou-ab12-11111111" } as const;
  const guardrails = () =>
    register(() => {
      const providers = { aws: new aws.Provider("management", {}) };
      new Guardrails("guardrails", { zone: zoneWith(), target }, { providers });
    });

  it("attaches each of its own policies to its one target", async () => {
    const resources = await guardrails();
    const policies = resources.filter(({ type }) => type === "aws:organizations/policy:Policy");
    const attachments = resources.filter(
      ({ type }) => type === "aws:organizations/policyAttachment:PolicyAttachment",
    );
    assert.deepEqual(
      policies.map(({ inputs }) => [inputs.name, inputs.type]),
      [
        ["sekisho-Workloads-scp-1", "SERVICE_CONTROL_POLICY"],
        ["sekisho-Workloads-rcp-1", "RESOURCE_CONTROL_POLICY"],
      ],
    );
    assert.deepEqual(
      attachments.map(({ inputs, dependencies }) => [
        inputs.targetId,
        dependencies.map((urn) => urn.split("::").pop()),
      ]),
      [
        ["ou-ab12-11111111", ["guardrails-scp-1"]],
        ["ou-ab12-11111111", ["guardrails-rcp-1"]],
      ],
    );
  });
});
