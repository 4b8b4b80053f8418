import { createHash } from "node:crypto";
import { PlannedIdentities } from "../proof/plannedIdentities";
import type { StackProgram } from "../stacks/stackPrograms";
import { JudgingPolicy, judge } from "./judge";
import { planStack } from "./offline";
import { PlannedResource, StackPlan } from "./plan";
import { plannedIdentities } from "./plannedIdentities";
import { StackReport } from "./report";

/** What planning and judging one stack comes to. */
export interface PlannedStack {
  readonly report: StackReport;
  /** What it makes in IAM; none where the stack cannot be planned or makes nothing there. */
  readonly identities?: PlannedIdentities;
  /** SHA-256 of all that the plan says, where the task asks for it. */
  readonly digest?: string;
}

/**
 * Plans one stack and asks the pack about it. A program that fails is reported, never thrown. `accountId` is that of the
 * account in which the stack makes its roles and users.
 */
export async function planAndReport(
  { name, kind, target, run }: StackProgram,
  policies: readonly JudgingPolicy[],
  accountId: string,
  digested = false,
): Promise<PlannedStack> {
  const of = { stack: name, kind, ...(target !== undefined && { target }) };
  try {
    const plan = await planStack(name, run);
    const violations = await judge(plan, policies);
    const identities = plannedIdentities(plan, accountId);
    return {
      report: { ...of, resources: countByType(plan.resources), violations },
      ...(identities.identities.length + identities.managed.length > 0 && { identities }),
      ...(digested && { digest: digestOf(plan) }),
    };
  } catch (fault) {
    const failure = (fault as Error).message;
    return { report: { ...of, resources: {}, violations: [], failure } };
  }
}

function digestOf({ resources, outputs }: StackPlan): string {
  return createHash("sha256").update(JSON.stringify({ resources, outputs })).digest("hex");
}

function countByType(resources: readonly PlannedResource[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of resources) {
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}
