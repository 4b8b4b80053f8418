import type { Colors } from "picocolors/types";
import type { PlannedResource, StackPlan } from "../engine/plan";
import { stackType } from "../engine/urn";
import type { TreeNode } from "./tree";

/** The resources of a stack under their parents, in order of registration. */
export function stackTree(plan: StackPlan, colors: Colors): TreeNode {
  const childrenOf = children(plan);
  const node = (resource: PlannedResource): TreeNode => ({
    lines: [{ text: label(resource, colors) }],
    children: childrenOf(resource.urn).map(node),
  });
  return { lines: [{ text: colors.bold(plan.stack) }], children: childrenOf().map(node) };
}

/** The resources in the order in which the tree shows them. */
export function inTreeOrder(plan: StackPlan): PlannedResource[] {
  const childrenOf = children(plan);
  const withChildren = (resource: PlannedResource): PlannedResource[] => [
    resource,
    ...childrenOf(resource.urn).flatMap(withChildren),
  ];
  return childrenOf().flatMap(withChildren);
}

/** `aws:iam/role:Role` as Pulumi's own previews show it: `aws:iam:Role`. */
export function shownType(type: string): string {
  const [provider, module, name] = type.split(":");
  return [provider, module?.split("/")[0], name].join(":");
}

/** Finds what is below a resource; without an URN, what is below the stack, which is left out itself. */
function children({ resources }: StackPlan): (urn?: string) => PlannedResource[] {
  const inStack = resources.filter(({ type }) => type !== stackType);
  const urns = new Set(inStack.map(({ urn }) => urn));
  const parentOf = ({ parent }: PlannedResource) =>
    parent !== undefined && urns.has(parent) ? parent : undefined;
  return (urn) => inStack.filter((resource) => parentOf(resource) === urn);
}

function label(resource: PlannedResource, colors: Colors): string {
  const marks = [
    ...(resource.protect ? ["protected"] : []),
    ...(resource.retainOnDelete ? ["kept on delete"] : []),
    ...(resource.importId === undefined ? [] : [`adopts ${resource.importId}`]),
  ];
  const name = resource.custom ? resource.name : colors.bold(resource.name);
  const suffix = marks.length > 0 ? `  ${colors.yellow(marks.join(", "))}` : "";
  return `${name}  ${colors.dim(shownType(resource.type))}${suffix}`;
}
