import type { Colors } from "picocolors/types";
import type { StackReport, Violation } from "../engine/report";
import { visible } from "../model/fault";
import { awsResources, inventory } from "./inventory";
import type { TreeNode } from "./tree";
import { count } from "./words";

/** One stack of the report: what it makes, or why it cannot be planned; below it what the policies refuse. */
export function stackNode(report: StackReport, colors: Colors): TreeNode {
  const name = colors.cyan(report.stack);
  if (report.failure !== undefined) {
    return {
      lines: [
        { text: `${name}  ${colors.red("cannot be planned")}` },
        { text: visible(report.failure), style: colors.red },
      ],
      children: [],
    };
  }
  const made = inventory(report.resources);
  const total = count(awsResources(report.resources), "resource");
  return {
    lines: [{ text: `${name}  ${total}${made.length > 0 ? `: ${made.join(", ")}` : ""}` }],
    children: report.violations.map((violation) => violationNode(violation, colors)),
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
