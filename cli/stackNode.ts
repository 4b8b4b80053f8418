import type { Colors } from "picocolors/types";
import type { StackReport, Violation } from "../engine/report";
import { visible } from "../model/fault";
import { awsResources, inventory } from "./inventory";
import type { TreeNode } from "./tree";
import { count } from "./words";

/**
 * Makes the nodes of stacks in the order in which they are shown: what it makes, or why it cannot be planned;
 * below it what the policies refuse. A stack that makes the same kinds of resources as one above only names that
 * one, so that the accounts that differ are seen.
 */
export function stackNodes(colors: Colors): (report: StackReport) => TreeNode {
  const shown = new Map<string, string>();
  return (report) => {
    const { stack, kind, resources, failure, violations } = report;
    const name = colors.cyan(stack);
    if (failure !== undefined) {
      return {
        lines: [
          { text: `${name}  ${colors.red("cannot be planned")}` },
          { text: visible(failure), style: colors.red },
        ],
        children: [],
      };
    }
    const total = count(awsResources(resources), "resource");
    const made = awsResources(resources) === 0 ? "" : inventory(resources).join(", ");
    const key = `${kind}: ${total}: ${made}`;
    const same = shown.get(key);
    if (same === undefined) {
      shown.set(key, stack);
    }
    const what = same === undefined ? `: ${made}` : colors.dim(`, the same kinds as ${same}`);
    return {
      lines: [{ text: `${name}  ${total}${made === "" ? "" : what}` }],
      children: violations.map((violation) => violationNode(violation, colors)),
    };
  };
}

/** True where there is something to do: such a stack is always shown. */
export function isRefused({ failure, violations }: StackReport): boolean {
  return failure !== undefined || violations.length > 0;
}

function violationNode({ policy, resource, message }: Violation, colors: Colors): TreeNode {
  const where = resource === undefined ? "" : `  ${visible(resource)}`;
  return {
    lines: [
      { text: `${colors.red(`✗ ${policy}`)}${where}` },
      // A message quotes what it found, and what it found may hold control characters.
      ...message.split("\n").map((line) => ({ text: visible(line), style: colors.red })),
    ],
    children: [],
  };
}
