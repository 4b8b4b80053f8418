import * as assert from "node:assert/strict";
import { planStack } from "../engine/offline";
import { PlannedResource } from "../engine/plan";

/** Runs a program as a preview would and returns every resource it registered, the stack itself left out. */
export async function register(program: () => unknown): Promise<PlannedResource[]> {
  const { resources } = await planStack("test", program);
  return resources.filter(({ type }) => type !== "pulumi:pulumi:Stack");
}

/** The one resource of a type; the test fails if there are none, or more. */
export function only(resources: readonly PlannedResource[], type: string): PlannedResource {
  const found = resources.filter((resource) => resource.type === type);
  assert.equal(found.length, 1, `expected one ${type}, found ${found.length}`);
  return found[0]!;
}

/** The one resource of a type and name; the test fails if there is none. */
export function named(
  resources: readonly PlannedResource[],
  type: string,
  name: string,
): PlannedResource {
  const found = resources.find((resource) => resource.type === type && resource.name === name);
  assert.ok(found, `expected ${type} '${name}' among ${resources.map((r) => r.name).join(", ")}`);
  return found;
}

/** `type name` of each resource, sorted: what a component makes, no more and no less. */
export function inventory(resources: readonly PlannedResource[]): string[] {
  return resources.map(({ type, name }) => `${type} ${name}`).sort();
}

/** A policy document out of an input that must be JSON text known in the preview. */
export function documentOf(resource: PlannedResource, property: string): PolicyDocument {
  const text = resource.inputs[property];
  assert.equal(typeof text, "string", `${resource.name}.${property} is not known text`);
  return JSON.parse(text as string) as PolicyDocument;
}

export interface PolicyDocument {
  Version: string;
  Statement: {
    Sid: string;
    Effect: "Allow" | "Deny";
    Action?: string | string[];
    NotAction?: string | string[];
    Resource?: string | string[];
    NotResource?: string | string[];
    Principal?: unknown;
    Condition?: Record<string, Record<string, string | string[]>>;
  }[];
}

/** The statement with that Sid; the test fails if there is none. */
export function statement(document: PolicyDocument, sid: string): PolicyDocument["Statement"][0] {
  const found = document.Statement.find((candidate) => candidate.Sid === sid);
  assert.ok(found, `expected ${sid} among ${document.Statement.map((s) => s.Sid).join(", ")}`);
  return found;
}
