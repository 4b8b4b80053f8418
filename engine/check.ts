import { availableParallelism } from "node:os";
import { unguarded } from "../guardrails/coverage";
import { openByNature } from "../guardrails/openByNature";
import { PlannedOrganization } from "../proof/plannedOrganization";
import { preflight } from "../guardrails/preflight/preflight";
import { proveGuarded } from "../proof/proof";
import { unenforced } from "../guardrails/unenforced";
import { Account, LandingZone } from "../model/landingZone";
import { stackPrograms } from "../stacks/stackPrograms";
import { runInLanes } from "./lanes";
import { planStack } from "./offline";
import { StackPlan } from "./plan";
import { plannedOrganization } from "./plannedOrganization";
import { CheckReport } from "./report";
import { accountOfStack } from "./stackAccount";
import { PlannedStack, planAndReport } from "./stackReport";
import { PlanningTask, Span, plannerOf, programsOf } from "./stackReports";
import { Workers } from "./workers";

export interface CheckOptions {
  /** Called whenever some stacks are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Threads that plan at once. Defaults to the machine's cores where there are many stacks. */
  readonly jobs?: number;
}

/**
 * Stacks from which other threads plan, and this one only hands out. Below, they do not win back the second that each takes to
 * load Pulumi, which this one has loaded; and a thread's room for new objects can only be chosen before it starts.
 */
const many = 300;

/** Stacks that a thread takes at a time: few enough that all threads end together. */
const batch = 8;

/** Plans every stack of the landing zone, runs the pack over each and proves; the report does not depend on `jobs`. */
export async function checkLandingZone(
  zone: LandingZone,
  options: CheckOptions = {},
): Promise<CheckReport> {
  return reportOf(zone, await planStacks({ zone, judged: true }, options));
}

/** What the plans of all stacks come to. */
export function reportOf(zone: LandingZone, stacks: readonly PlannedStack[]): CheckReport {
  return {
    stacks: stacks.map(({ report }) => report),
    unguarded: unguarded(zone),
    unenforced: unenforced(zone),
    proof: proveGuarded(plannedOrganization(zone, stacks)),
    preflight: preflight(zone),
    openByNature: openByNature(zone),
  };
}

/** Plans every stack, without the pack: what the organization would be once all of them are deployed. */
export async function planOrganization(
  zone: LandingZone,
  options: CheckOptions = {},
): Promise<PlannedOrganization> {
  return plannedOrganization(zone, await planStacks({ zone, judged: false }, options));
}

/** The same of some accounts alone, with that of the users: enough to follow one person into one of them. */
export async function planAccounts(
  zone: LandingZone,
  accounts: readonly Account[],
): Promise<PlannedOrganization> {
  const wanted = new Set([zone.organization.identity, ...accounts.map(({ name }) => name)]);
  const programs = stackPrograms(zone).filter(
    (program) =>
      ["bootstrap", "identity", "account"].includes(program.kind) &&
      wanted.has(accountOfStack(zone, program).name),
  );
  const stacks: PlannedStack[] = [];
  for (const program of programs) {
    stacks.push(await planAndReport(program, [], accountOfStack(zone, program).id));
  }
  return plannedOrganization(zone, stacks);
}

/** Plans the stacks of a task in this thread and, where they are many, in others. */
export async function planStacks(
  task: PlanningTask,
  { onProgress, jobs }: CheckOptions = {},
): Promise<PlannedStack[]> {
  const total = programsOf(task).length;
  const spans: Span[] = [];
  for (let from = 0; from < total; from += batch) {
    spans.push({ from, to: Math.min(from + batch, total) });
  }
  const threads = jobs ?? (total < many ? 1 : availableParallelism());
  const useful = Math.min(threads, spans.length);
  const others = new Workers(task, useful > 1 ? useful : 0);
  const lanes = useful > 1 ? others.lanes : [plannerOf(task)];
  let done = 0;
  try {
    const planned = await runInLanes(spans, lanes, (some) =>
      onProgress?.((done += some.length), total),
    );
    return planned.flat();
  } finally {
    await others.stop();
  }
}

/** The plan of one stack. Whether there is such a stack is for the caller to see: `stackPrograms` names them all. */
export async function planNamedStack(zone: LandingZone, stack: string): Promise<StackPlan> {
  const program = stackPrograms(zone).find(({ name }) => name === stack);
  if (program === undefined) {
    throw new Error(`The landing zone has no stack '${stack}'.`);
  }
  return planStack(program.name, program.run);
}
