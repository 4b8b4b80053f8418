import { LandingZone } from "../model/landingZone";
import { packConfiguration } from "../policypack/zoneConfiguration";
import { policies } from "../policypack/policies";
import { stackPrograms } from "../stacks/stackPrograms";
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
}

/** Makes the function that plans some of a landing zone's stacks, one after the other. */
export function plannerOf({ zone, judged }: PlanningTask): (span: Span) => Promise<PlannedStack[]> {
  const programs = stackPrograms(zone);
  const pack = judged ? policies(packConfiguration(zone)) : [];
  return async ({ from, to }) => {
    const planned: PlannedStack[] = [];
    for (const program of programs.slice(from, to)) {
      planned.push(await planAndReport(program, pack, accountOfStack(zone, program).id));
    }
    return planned;
  };
}
