import * as assert from "node:assert/strict";
import { unknown } from "../../engine/plan";
import { inputFaults, previewState, withDefaultTags, withName } from "./aws/plan";

const role = "aws:iam/role:Role";
const lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const rule = { id: "expire", status: "Enabled" };

const accepted = [
  { title: "what is required and no more", type: role, inputs: { assumeRolePolicy: "{}" } },
  {
    title: "an unknown value in any place",
    type: role,
    inputs: { assumeRolePolicy: unknown, maxSessionDuration: unknown, tags: unknown },
  },
  {
    title: "the bridge's notes on defaults, at any depth",
    type: lifecycle,
    inputs: { __defaults: [], bucket: "b", rules: [{ __defaults: [], ...rule }] },
  },
  {
    title: "a number in a nested object",
    type: lifecycle,
    inputs: { bucket: "b", rules: [{ ...rule, expiration: { days: 400 } }] },
  },
  {
    title: "a map of text",
    type: role,
    inputs: { assumeRolePolicy: "{}", tags: { owner: "platform" } },
  },
];

const refused = [
  {
    title: "a missing property",
    type: role,
    inputs: { name: "OSAccess" },
    faults: ["assumeRolePolicy: the required property is missing"],
  },
  {
    title: "a property that the type does not have",
    type: role,
    inputs: { assumeRolePolicy: "{}", assumeRolePolicyDocument: "{}" },
    faults: ["assumeRolePolicyDocument: there is no such property"],
  },
  {
    title: "a number as text",
    type: role,
    inputs: { assumeRolePolicy: "{}", maxSessionDuration: "3600" },
    faults: ['maxSessionDuration: expected number, found "3600"'],
  },
  {
    title: "an object in place of a list",
    type: lifecycle,
    inputs: { bucket: "b", rules: rule },
    faults: ['rules: expected list, found {"id":"expire","status":"Enabled"}'],
  },
  {
    title: "faults deep inside, each with its path",
    type: lifecycle,
    inputs: { bucket: "b", rules: [rule, { id: "x", expiration: { days: "400", hours: 1 } }] },
    faults: [
      "rules[1].status: the required property is missing",
      'rules[1].expiration.days: expected number, found "400"',
      "rules[1].expiration.hours: there is no such property",
    ],
  },
  {
    title: "a tag that is no text",
    type: role,
    inputs: { assumeRolePolicy: "{}", tags: { cost: 7 } },
    faults: ["tags.cost: expected string, found 7"],
  },
];

describe("the stand-in's check of inputs", () => {
  for (const { title, type, inputs } of accepted) {
    it(`accepts ${title}`, () => {
      assert.deepEqual(inputFaults(type, inputs), []);
    });
  }

  for (const { title, type, inputs, faults } of refused) {
    it(`refuses ${title}`, () => {
      const found = inputFaults(type, inputs);
      assert.deepEqual(
        found.map(({ property, reason }) => `${property}: ${reason}`),
        faults,
      );
    });
  }

  it("refuses a type that it does not know", () => {
    assert.throws(
      () => inputFaults("aws:iam/rolle:Rolle", {}),
      /does not know aws:iam\/rolle:Rolle/,
    );
  });
});

describe("the stand-in's preview", () => {
  it("leaves unknown what AWS fills in, and absent what need not be there", () => {
    const state = previewState(role, { name: "OSAccess", assumeRolePolicy: "{}" });
    assert.equal(state.arn, unknown);
    assert.equal(state.uniqueId, unknown);
    assert.equal(state.name, "OSAccess");
    assert.equal("description" in state, false);
  });

  it("names a resource that the program does not name, the same way each time", () => {
    const seed = Uint8Array.of(0xab, 0xcd, 0xef, 0x01);
    const { name } = withName(role, "reader", {}, {}, seed);
    assert.equal(name, "reader-abcdef0");
    assert.equal(withName(role, "reader", {}, { name }, Uint8Array.of(1, 2, 3, 4)).name, name);
    assert.equal(withName(role, "reader", { name: "own" }, {}, seed).name, "own");
  });

  it("puts the provider's tags under the resource's own, where the type has tags", () => {
    const tags = { ManagedBy: "sekisho" };
    const own = { tags: { ManagedBy: "hand", owner: "platform" } };
    assert.deepEqual(withDefaultTags(role, own, tags).tags, own.tags);
    assert.deepEqual(withDefaultTags(role, {}, tags).tags, tags);
    assert.deepEqual(withDefaultTags("aws:iam/rolePolicy:RolePolicy", {}, tags), {});
  });
});
