import { LandingZone } from "../model/landingZone";
import { packConfiguration } from "../policypack/configuration";
import { policies } from "../policypack/policies";
import { stackPrograms } from "../stacks/stackPrograms";
import { StackReport } from "./report";
import { stackReport } from "./stackReport";

/** Positions in the list of stack programs: the first, and the one after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Makes the function that plans and judges some of a landing zone's stacks, one after the other. */
export function reporterOf(zone: LandingZone): (span: Span) => Promise<StackReport[]> {
  const programs = stackPrograms(zone);
  const pack = policies(packConfiguration(zone));
  return async ({ from, to }) => {
    const reports: StackReport[] = [];
    for (const program of programs.slice(from, to)) {
      reports.push(await stackReport(program, pack));
    }
    return reports;
  };
}
