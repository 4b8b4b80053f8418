import { LandingZone } from "../model/landingZone";
import { packConfiguration } from "../policypack/zoneConfiguration";
import { policies } from "../policypack/policies";
import { StackProgram, stackPrograms } from "../stacks/stackPrograms";
import { accountOfStack } from "./stackAccount";
import { PlannedStack, planAndReport } from "./stackReport";

/** Positions in the list of stack programs: the first, and the one after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a thread that plans has to know. */
export interface PlanningTask {
  readonly zone: LandingZone;
  /** Whether the pack judges each plan. */
  readonly judged: boolean;
  /** Whether each plan is digested. */
  readonly digested?: boolean;
  /** Names of the stacks that are planned; none: all. */
  readonly stacks?: readonly string[];
}

/** The stacks that a task is about, in the order in which they are deployed. */
export function programsOf({ zone, stacks }: PlanningTask): StackProgram[] {
  const wanted = stacks && new Set(stacks);
  return stackPrograms(zone).filter(({ name }) => wanted?.has(name) ?? true);
}

/** Makes the function that plans some of a landing zone's stacks, one after the other. */
export function plannerOf(task: PlanningTask): (span: Span) => Promise<PlannedStack[]> {
  const { zone, judged, digested } = task;
  const programs = programsOf(task);
  const pack = judged ? policies(packConfiguration(zone)) : [];
  return async ({ from, to }) => {
    const planned: PlannedStack[] = [];
    for (const program of programs.slice(from, to)) {
      planned.push(await planAndReport(program, pack, accountOfStack(zone, program).id, digested));
    }
    return planned;
  };
}
