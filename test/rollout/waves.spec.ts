import * as assert from "node:assert/strict";
import { canariesOf } from "../../engine/rollout/canaries";
import { waves } from "../../engine/rollout/waves";
import { stackPrograms } from "../../stacks/stackPrograms";
import { exampleZone } from "../example/landingZone";
import { zoneWith } from "../zone";

const zone = exampleZone();
const order = (canary?: string) =>
  waves(zone, canariesOf(zone, canary)).map(({ name, stacks }) => ({
    name,
    stacks: stacks.map((stack) => stack.name),
  }));

describe("the waves of a rollout", () => {
  it("come in the one order that locks nobody out", () => {
    assert.deepEqual(
      order().map(({ name }) => name),
      [
        "management-bootstrap",
        "organization",
        "bootstrap",
        "account-canary",
        "accounts",
        "identity",
        "guardrails-canary",
        "guardrails",
      ],
    );
  });

  it("hold every stack exactly once", () => {
    const stacks = order().flatMap((wave) => wave.stacks);
    assert.deepEqual(
      stacks.sort(),
      stackPrograms(zone)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it("send the target with the fewest accounts ahead, and the first of these accounts", () => {
    const named = Object.fromEntries(order().map(({ name, stacks }) => [name, stacks]));
    assert.deepEqual(named["guardrails-canary"], ["guardrails-Security"]);
    assert.deepEqual(named["account-canary"], ["account-identity"]);
    assert.deepEqual(named.guardrails, ["guardrails-Workloads"]);
  });

  it("send the target ahead that --canary names", () => {
    const named = Object.fromEntries(order("Workloads").map(({ name, stacks }) => [name, stacks]));
    assert.deepEqual(named["guardrails-canary"], ["guardrails-Workloads"]);
    assert.deepEqual(named["account-canary"], ["account-web-production"]);
  });

  it("refuse a canary that has no stack, and say which have one", () => {
    assert.throws(() => canariesOf(zone, "Sandbox"), {
      message:
        "--canary Sandbox: no guardrails are deployed to a target of that name. Allowed: Workloads, Security.",
    });
  });

  it("leave out what has no stacks", () => {
    const bare = zoneWith({ guardrails: [] });
    const names = waves(bare, canariesOf(bare)).map(({ name }) => name);
    assert.ok(!names.includes("guardrails") && !names.includes("guardrails-canary"));
  });
});
