import * as assert from "node:assert/strict";
import { Guardrails } from "../../components/guardrails";
import { resourceControlPolicies } from "../../guardrails/resourceControlPolicies";
import { serviceControlPolicies } from "../../guardrails/serviceControlPolicies";
import { GuardrailTarget, OwnPolicy } from "../../model/landingZone";
import { inventory, named } from "../support";
import { zoneWith } from "../zone";
import { protectedNames, underProvider, unknownInputs, waitsFor } from "./underProvider";

const policyType = "aws:organizations/policy:Policy";
const attachmentType = "aws:organizations/policyAttachment:PolicyAttachment";
const zone = zoneWith();
const targetWith = (changes: Partial<GuardrailTarget> = {}) =>
  ({ id: "ou-ab12-1", name: "Workloads", kind: "organizationalUnit", ...changes }) as const;
const scps = serviceControlPolicies(zone, targetWith());
const rcps = resourceControlPolicies(zone, targetWith());
const keys = [...scps.map(({ key }) => key), ...rcps.map((_, index) => `rcp-${index + 1}`)];

const guardrails = (changes: Partial<GuardrailTarget> = {}) =>
  underProvider(
    (opts) => new Guardrails("guardrails", { zone, target: targetWith(changes) }, opts),
  );

/** The organization's own, written over several lines. */
const ownPolicy = (
  file: string,
  type: OwnPolicy["type"],
  statement: object,
): { policy: OwnPolicy; content: string } => {
  const document = { Version: "2012-10-17", Statement: [statement] };
  const text = JSON.stringify(document, null, 2);
  return { policy: { file, type, text }, content: JSON.stringify(document) };
};
const own = [
  ownPolicy("policies/regions.json", "SERVICE_CONTROL_POLICY", {
    Effect: "Deny",
    Action: "ec2:RunInstances",
    Resource: "*",
  }),
  ownPolicy("policies/buckets.json", "RESOURCE_CONTROL_POLICY", {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: "*",
  }),
];
const policies = own.map(({ policy }) => policy);

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
    const target = { name: "Workloads/Production" };
    const resources = await guardrails(target);
    const inputs = resources.filter(({ type }) => type === policyType).map((each) => each.inputs);
    const expected = (type: string, key: string, content: string) => ({
      name: `sekisho-Workloads.Production-${key}`,
      description: "Keeps operating systems closed below Workloads/Production.",
      type,
      content,
    });
    assert.deepEqual(inputs, [
      ...serviceControlPolicies(zone, targetWith(target)).map(({ key, content }) =>
        expected("SERVICE_CONTROL_POLICY", key, content),
      ),
      ...resourceControlPolicies(zone, targetWith(target)).map((content, index) =>
        expected("RESOURCE_CONTROL_POLICY", `rcp-${index + 1}`, content),
      ),
    ]);
  });

  it("makes the organization's own after them, without white space and under the file's name", async () => {
    const resources = await guardrails({ policies });
    const made = resources.filter(({ type }) => type === policyType).slice(-own.length);
    assert.deepEqual(
      made.map(({ name, inputs }) => ({ name, ...inputs })),
      own.map(({ policy: { file, type }, content }, index) => {
        const key = `own-policies.${["regions", "buckets"][index]}`;
        return {
          name: `sekisho-Workloads-${key}`,
          description: `From ${file}, for Workloads.`,
          type,
          content,
        };
      }),
    );
    const last = keys.at(-1)!;
    const waits = made.map((each) => waitsFor(each));
    assert.deepEqual(waits, [
      [`guardrails-${last}`, `guardrails-${last}-attachment`],
      ["guardrails-own-policies.regions", "guardrails-own-policies.regions-attachment"],
    ]);
  });

  it("keeps the other policies when one of the organization's own is taken away", async () => {
    const names = async (kept: readonly OwnPolicy[]) =>
      inventory(await guardrails({ policies: kept }));
    const [all, left] = [await names(policies), await names(policies.slice(1))];
    assert.deepEqual(
      all.filter((each) => !left.includes(each)),
      [
        `${policyType} guardrails-own-policies.regions`,
        `${attachmentType} guardrails-own-policies.regions-attachment`,
      ].sort(),
    );
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
