import * as assert from "node:assert/strict";
import { planStack } from "../../engine/offline";
import { PlannedResource } from "../../engine/plan";
import { repairOf } from "../../engine/rollout/pendingOperations";
import { stackPrograms } from "../../stacks/stackPrograms";
import { factsOf } from "../engine/aws/world";
import { exampleZone } from "../example/landingZone";

const place = { partition: "aws", account: "444444444444" };

/** Every kind of resource that the example's stacks make, with the inputs of the first one. */
async function kinds(): Promise<PlannedResource[]> {
  const first = new Map<string, PlannedResource>();
  for (const { name, run } of stackPrograms(exampleZone())) {
    for (const resource of (await planStack(name, run)).resources) {
      if (resource.type.startsWith("aws:") && !first.has(resource.type)) {
        first.set(resource.type, resource);
      }
    }
  }
  return [...first.values()];
}

describe("a creation that was cut off and that AWS refuses a second time", () => {
  it("is taken over or kept pending, whatever kind of resource a stack makes", async () => {
    const refused = (await kinds()).filter(({ type }) => factsOf(type).unique !== undefined);
    assert.ok(refused.length > 8);
    const again = refused.filter(({ urn, type, inputs }) => {
      const repair = repairOf({ type: "creating", resource: { urn, type, inputs } }, place);
      return repair?.kind !== "import" && repair?.kind !== "refused-twice";
    });
    assert.deepEqual(
      again.map(({ type }) => type),
      [],
    );
  });
});
