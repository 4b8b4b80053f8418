import type { StackProgram } from "../stacks/stackPrograms";
import { JudgingPolicy, judge } from "./judge";
import { planStack } from "./offline";
import { PlannedResource } from "./plan";
import { StackReport } from "./report";

/** Plans one stack and asks the pack about it. A program that fails is reported, never thrown. */
export async function stackReport(
  { name, kind, target, run }: StackProgram,
  policies: readonly JudgingPolicy[],
): Promise<StackReport> {
  const of = { stack: name, kind, ...(target !== undefined && { target }) };
  try {
    const plan = await planStack(name, run);
    return {
      ...of,
      resources: countByType(plan.resources),
      violations: await judge(plan, policies),
    };
  } catch (fault) {
    return { ...of, resources: {}, violations: [], failure: (fault as Error).message };
  }
}

function countByType(resources: readonly PlannedResource[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of resources) {
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}
