import * as assert from "node:assert/strict";
import { exampleZone } from "../example/landingZone";
import { attacks, uses } from "./all";
import { openByNature } from "./openByNature";
import { deployedPolicies } from "./world/deployedPolicies";
import { Attack, play, stopOf, Use } from "./world/scenario";
import { World } from "./world/world";

describe("the example's organization", () => {
  let world: World;

  before(async () => {
    const zone = exampleZone();
    world = World.of(zone, await deployedPolicies(zone));
  });

  /** What is wrong with an attack's outcome, as a line. */
  function faultOf(attack: Attack): string[] {
    const { stoppedAt, last } = play(world, attack);
    const said = [
      ...last.decidedBy.map(({ sid }) => sid),
      ...last.missing.map(({ kind }) => `no ${kind}`),
    ];
    const silent = attack.because.filter((each) => !said.includes(each));
    return stoppedAt !== stopOf(attack) || last.result === "unknown" || silent.length > 0
      ? [
          `${attack.name}: ${stoppedAt === undefined ? "goes through" : `stops at ${stoppedAt}`}, ` +
            `${last.result} by ${said.join(", ")} ${last.unknownKeys.join(", ")}; expected ${stopOf(attack)}, ${attack.because.join(", ")}`,
        ]
      : [];
  }

  function refusalOf(use: Use): string[] {
    const { stoppedAt, last } = play(world, use);
    return stoppedAt === undefined
      ? []
      : [
          `${use.name}: stops at ${stoppedAt} (${use.steps[stoppedAt]!.call}), ${last.result} by ` +
            `${last.decidedBy.map(({ sid }) => sid).join(", ")} ${last.unknownKeys.join(", ")}`,
        ];
  }

  it("stops every attack at its step, by the statements that are meant to", () => {
    assert.deepEqual(attacks.flatMap(faultOf), []);
  });

  it("lets people, nodes, services and pipelines do their work", () => {
    assert.deepEqual(uses.flatMap(refusalOf), []);
  });

  it("leaves open what is said to be open by nature, with a reason", () => {
    assert.deepEqual(openByNature.flatMap(refusalOf), []);
    for (const { name, reason } of openByNature) {
      assert.ok(reason.length > 20, name);
    }
  });

  it("names each attack and each use once", () => {
    const names = [...attacks, ...uses, ...openByNature].map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });
});
