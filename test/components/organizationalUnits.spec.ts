import * as assert from "node:assert/strict";
import { OrganizationalUnits } from "../../components/organizationalUnits";
import { unknown } from "../../engine/plan";
import { OrganizationalUnit } from "../../model/landingZone";
import { inventory, named } from "../support";
import { zoneWith } from "../zone";
import { protectedNames, underProvider, unknownInputs } from "./underProvider";

const unitType = "aws:organizations/organizationalUnit:OrganizationalUnit";
const nested: OrganizationalUnit[] = [
  { path: "Workloads", name: "Workloads", id: "ou-ab12-11111111", managed: false },
  { path: "Sandbox", name: "Sandbox", managed: true },
  { path: "Sandbox/Trial", name: "Trial", parent: "Sandbox", managed: true },
  { path: "Workloads/Shop", name: "Shop", parent: "Workloads", managed: true },
];

const unitsOf = (organizationalUnits = nested) =>
  underProvider(
    (opts) => new OrganizationalUnits("units", { zone: zoneWith({ organizationalUnits }) }, opts),
  );

describe("OrganizationalUnits", () => {
  it("makes the managed units and nothing else", async () => {
    assert.deepEqual(inventory(await unitsOf()), [
      `${unitType} units-Sandbox`,
      `${unitType} units-Sandbox.Trial`,
      `${unitType} units-Workloads.Shop`,
      "sekisho:components:OrganizationalUnits units",
    ]);
  });

  it("puts each under the root, under a declared unit or under another new one", async () => {
    const resources = await unitsOf();
    const inputs = (name: string) => named(resources, unitType, name).inputs;
    assert.deepEqual(inputs("units-Sandbox"), { name: "Sandbox", parentId: "r-ab12" });
    assert.deepEqual(inputs("units-Sandbox.Trial"), { name: "Trial", parentId: unknown });
    assert.deepEqual(inputs("units-Workloads.Shop"), {
      name: "Shop",
      parentId: "ou-ab12-11111111",
    });
    assert.deepEqual(unknownInputs(resources), ["units-Sandbox.Trial.parentId"]);
  });

  it("changes nothing when an id is written down", async () => {
    const written = nested.map((ou) => (ou.path === "Sandbox" ? { ...ou, id: "ou-ab12-4" } : ou));
    assert.deepEqual(await unitsOf(written), await unitsOf());
  });

  it("never deletes a unit, whose guardrails would go with it", async () => {
    const resources = await unitsOf();
    const names = ["units-Sandbox", "units-Sandbox.Trial", "units-Workloads.Shop"];
    assert.deepEqual(protectedNames(resources), names);
    const retained = resources.filter(({ retainOnDelete }) => retainOnDelete);
    assert.deepEqual(retained.map(({ name }) => name).sort(), names);
  });
});
