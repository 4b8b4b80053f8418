import type { Colors } from "picocolors/types";
import type { PlannedResource, StackPlan } from "../engine/plan";
import type { TreeNode } from "./tree";

const stackType = "pulumi:pulumi:Stack";

/** The resources of a stack under their parents, in order of registration. */
export function stackTree({ stack, resources }: StackPlan, colors: Colors): TreeNode {
  const inStack = resources.filter(({ type }) => type !== stackType);
  const urns = new Set(inStack.map(({ urn }) => urn));
  const below = (parent?: string): TreeNode[] =>
    inStack
      .filter((resource) => parentIn(resource, urns) === parent)
      .map((resource) => ({
        lines: [{ text: label(resource, colors) }],
        children: below(resource.urn),
      }));
  return { lines: [{ text: colors.bold(stack) }], children: below() };
}

/** `aws:iam/role:Role` as Pulumi's own previews show it: `aws:iam:Role`. */
export function shownType(type: string): string {
  const [provider, module, name] = type.split(":");
  return [provider, module?.split("/")[0], name].join(":");
}

function parentIn({ parent }: PlannedResource, urns: ReadonlySet<string>): string | undefined {
  return parent !== undefined && urns.has(parent) ? parent : undefined;
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
