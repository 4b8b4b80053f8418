import * as assert from "node:assert/strict";
import { exampleZone } from "../example/landingZone";
import { attacks, uses } from "./all";
import { equivalents, reasonOf } from "./mutation/equivalents";
import { Mutant, mutantsOf } from "./mutation/mutant";
import { holds, Suite } from "./mutation/suite";
import { DeployedPolicy, deployedPolicies } from "./world/deployedPolicies";
import { World } from "./world/world";

/** Documents of which every mutant must be killed. */
const judged = ({ kind, label }: DeployedPolicy) =>
  (["scp", "rcp", "trust"].includes(kind) && label !== "own") ||
  label.startsWith("os-access/") ||
  [
    "OSAccess Deny",
    "SekishoDeploy Limits",
    "SekishoSessionExpiry SekishoSessionExpiry",
    "log bucket",
    "key sekisho-session",
    "key sekisho-session-logs",
  ].includes(label);

describe("each statement of SCPs, RCPs, trust policies, own denies, grants, log buckets and keys", () => {
  const survivors: string[] = [];
  const killed: string[] = [];
  let mutants: Mutant[];

  before(async () => {
    const zone = exampleZone();
    const policies = await deployedPolicies(zone);
    const world = World.of(zone, policies);
    const scenarios = [...uses, ...attacks].filter((scenario) => holds(world, scenario));
    const suite = new Suite(world, scenarios);
    mutants = mutantsOf(policies.filter(judged));
    for (const mutant of mutants) {
      (suite.killer(mutant) === undefined ? survivors : killed).push(mutant.name);
    }
  });

  it("earns its characters: no change of one goes unseen", function () {
    assert.deepEqual(
      survivors.filter((name) => reasonOf(name) === undefined),
      [],
    );
    this.test!.title += ` (${killed.length} of ${mutants.length} mutants killed, ${survivors.length} change nothing)`;
  });

  it("is not excused where a change is seen", () => {
    assert.deepEqual(
      killed.filter((name) => reasonOf(name) !== undefined),
      [],
    );
    assert.deepEqual(
      equivalents.filter(({ mutants: form }) => !survivors.some((name) => form.test(name))),
      [],
    );
  });
});
