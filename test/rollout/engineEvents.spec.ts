import * as assert from "node:assert/strict";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { EngineEvents } from "../../engine/rollout/engineEvents";

const urn = "urn:pulumi:account-web::sekisho::aws:iam/role:Role::os-access-role";
const type = "aws:iam/role:Role";
const stack = {
  urn: "urn:pulumi:account-web::sekisho::pulumi:pulumi:Stack::s",
  type: "pulumi:pulumi:Stack",
};

/** Events as the engine writes them; what it says besides is left out. */
function after(...events: object[]): EngineEvents {
  const gathered = new EngineEvents();
  events.forEach((event) => gathered.take(event as EngineEvent));
  return gathered;
}

const step = (op: string, of = { urn, type }) => ({
  resourcePreEvent: { metadata: { op, ...of } },
});
const refreshed = (old: object | undefined, now: object | undefined, of = { urn, type }) => ({
  resOutputsEvent: {
    metadata: {
      ...{ op: "refresh", ...of },
      ...(old && { old: { outputs: old } }),
      ...(now && { new: { outputs: now } }),
    },
  },
});
const error = (message: string) => ({ diagnosticEvent: { severity: "error", message } });
const violation = (enforcementLevel: string) => ({
  policyEvent: {
    policyName: "osaccess-is-protected",
    message: "It would <{%bold%}>open<{%reset%}> it.\n",
    enforcementLevel,
  },
});

describe("what the engine's events say of a stack", () => {
  it("are its changes, but for what stays, and the stack itself", () => {
    const { changes } = after(
      ...["create", "update", "delete", "replace", "same", "refresh", "create-replacement"].map(
        (op) => step(op),
      ),
      step("update", stack),
    );
    assert.deepEqual(
      changes.map(({ op }) => op),
      ["create", "update", "delete", "replace"],
    );
    assert.deepEqual(changes[0], { op: "create", type, name: "os-access-role" });
  });

  it("is drift where a refresh finds other outputs, or nothing", () => {
    const { drift } = after(
      refreshed({ path: "/" }, { path: "/" }),
      refreshed({ path: "/" }, { path: "/other/" }),
      refreshed({ path: "/" }, undefined),
      refreshed({ path: "/" }, undefined, stack),
    );
    assert.deepEqual(
      drift.map(({ op }) => op),
      ["changed", "deleted"],
    );
  });

  const reasons: { title: string; events: object[]; reason: string | undefined }[] = [
    { title: "none where nothing failed", events: [step("create")], reason: undefined },
    {
      title: "the first error, in one line and without what the engine adds",
      events: [error("AccessDenied: not\n  authorized"), error("update failed")],
      reason: "AccessDenied: not authorized",
    },
    {
      title: "how many more there are",
      events: [error("AccessDenied"), error("Throttling"), error("AccessDenied")],
      reason: "AccessDenied (and 1 more)",
    },
    {
      title: "what the pack refuses, before any error",
      events: [error("preview failed"), error("AccessDenied"), violation("mandatory")],
      reason: "osaccess-is-protected: It would open it. (and 1 more)",
    },
    {
      title: "not what the pack only advises",
      events: [violation("advisory"), error("AccessDenied")],
      reason: "AccessDenied",
    },
    {
      title: "what the engine adds, where it says nothing else",
      events: [error("update failed")],
      reason: "update failed",
    },
  ];
  for (const { title, events, reason } of reasons) {
    it(`give as the reason of a failure ${title}`, () => {
      assert.equal(after(...events).reason(), reason);
    });
  }
});
