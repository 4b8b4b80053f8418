import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { PlannedResource, unknown } from "../../engine/plan";
import { register } from "../support";

/**
 * Makes a component under the provider of one account and returns what it made, itself included. Each child must be
 * its own and reach that provider: a child that does not lands in another account.
 */
export async function underProvider(
  make: (opts: pulumi.ComponentResourceOptions) => pulumi.ComponentResource,
): Promise<PlannedResource[]> {
  const registered = await register(() => {
    // Its region is none of the example's, so that a child without one of its own is noticed.
    const provider = new aws.Provider("account", { region: "eu-west-1" });
    make({ providers: { aws: provider } });
  });
  const [component, ...children] = registered.filter(({ type }) => !type.startsWith("pulumi:"));
  assert.ok(component && !component.custom, "the component registers first");
  for (const child of children) {
    assert.equal(child.parent, component.urn, `${child.name} has another parent`);
    assert.match(child.provider ?? "", /::account::/, `${child.name} has another provider`);
  }
  return [component, ...children];
}

/** The regions that the children name, each once; undefined is the provider's. */
export function regions(resources: readonly PlannedResource[]) {
  return [
    ...new Set(resources.filter(({ custom }) => custom).map(({ inputs }) => inputs.region)),
  ].sort();
}

/** Names of the protected resources, sorted. */
export function protectedNames(resources: readonly PlannedResource[]): string[] {
  return resources
    .filter(({ protect }) => protect)
    .map(({ name }) => name)
    .sort();
}

/** `name.property` of each input that a preview does not know, sorted. */
export function unknownInputs(resources: readonly PlannedResource[]): string[] {
  return resources
    .flatMap(({ name, inputs }) =>
      Object.entries(inputs)
        .filter(([, value]) => JSON.stringify(value)?.includes(unknown))
        .map(([property]) => `${name}.${property}`),
    )
    .sort();
}

/** Names of the resources that a resource has to wait for. */
export function waitsFor(resource: PlannedResource): string[] {
  return resource.dependencies.map((urn) => urn.split("::")[3]!).sort();
}
