import * as assert from "node:assert/strict";
import { Guardrails } from "../../components/guardrails";
import { resourceControlPolicies } from "../../guardrails/resourceControlPolicies";
import { serviceControlPolicies } from "../../guardrails/serviceControlPolicies";
import { GuardrailTarget } from "../../model/landingZone";
import { inventory, named } from "../support";
import { zoneWith } from "../zone";
import { protectedNames, underProvider, unknownInputs, waitsFor } from "./underProvider";

const policyType = "aws:organizations/policy:Policy";
const attachmentType = "aws:organizations/policyAttachment:PolicyAttachment";
const zone = zoneWith();
const scps = serviceControlPolicies(zone);
const rcps = resourceControlPolicies(zone);
const keys = [
  ...scps.map((_, index) => `scp-${index + 1}`),
  ...rcps.map((_, index) => `rcp-${index + 1}`),
];

const guardrails = (changes: Partial<GuardrailTarget> = {}) =>
  underProvider((opts) => {
    const target = { name: "Workloads", kind: "organizationalUnit", ...changes } as const;
    return new Guardrails("guardrails", { zone, target: { id: "ou-ab12-1", ...target } }, opts);
  });

describe("Guardrails", () => {
  it("makes each policy, its attachment, and nothing else", async () => {
    assert.ok(scps.length > 0 && rcps.length > 0);
    assert.deepEqual(
      inventory(await guardrails()),
      [
        "sekisho:components:Guardrails guardrails",
        ...keys.map((key) => `${policyType} guardrails-${key}`),
        ...keys.map((key) => `${attachmentType} guardrails-${key}-attachment`),
      ].sort(),
    );
  });

  it("writes the documents, each as what it is, under the target's name", async () => {
    const resources = await guardrails({ name: "Workloads/Production" });
    const inputs = resources.filter(({ type }) => type === policyType).map((each) => each.inputs);
    const expected = (type: string, key: string) => (content: string, index: number) => ({
      name: `sekisho-Workloads.Production-${key}-${index + 1}`,
      description: "Keeps operating systems closed below Workloads/Production.",
      type,
      content,
    });
    assert.deepEqual(inputs, [
      ...scps.map(expected("SERVICE_CONTROL_POLICY", "scp")),
      ...rcps.map(expected("RESOURCE_CONTROL_POLICY", "rcp")),
    ]);
  });

  it("attaches each to the one target, one after the other", async () => {
    const resources = await guardrails();
    keys.forEach((key, index) => {
      const attachment = named(resources, attachmentType, `guardrails-${key}-attachment`);
      assert.equal(attachment.inputs.targetId, "ou-ab12-1");
      assert.deepEqual(waitsFor(attachment), [`guardrails-${key}`]);
      const before = keys[index - 1];
      assert.deepEqual(
        waitsFor(named(resources, policyType, `guardrails-${key}`)),
        before === undefined ? [] : [`guardrails-${before}`, `guardrails-${before}-attachment`],
      );
    });
    assert.deepEqual(
      unknownInputs(resources),
      keys.map((key) => `guardrails-${key}-attachment.policyId`).sort(),
    );
  });

  it("can be taken off: nothing is protected or kept", async () => {
    const resources = await guardrails();
    assert.deepEqual(protectedNames(resources), []);
    assert.ok(resources.every(({ retainOnDelete }) => !retainOnDelete));
  });
});
