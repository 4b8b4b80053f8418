import { availableParallelism } from "node:os";
import { unguarded } from "../guardrails/coverage";
import { unenforced } from "../guardrails/unenforced";
import { LandingZone } from "../model/landingZone";
import { stackPrograms } from "../stacks/stackPrograms";
import { runInLanes } from "./lanes";
import { planStack } from "./offline";
import { StackPlan } from "./plan";
import { CheckReport } from "./report";
import { Span, reporterOf } from "./stackReports";
import { Workers } from "./workers";

export interface CheckOptions {
  /** Called whenever some stacks are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Threads that plan at once, this one among them. Defaults to the machine's cores where there are many stacks. */
  readonly jobs?: number;
}

/** Stacks from which a second thread wins back the half second that it takes to start. */
const many = 100;

/** Stacks that a thread takes at a time: few enough that all threads end together. */
const batch = 8;

/** Plans every stack of the landing zone and runs the pack over each; the report does not depend on `jobs`. */
export async function checkLandingZone(
  zone: LandingZone,
  { onProgress, jobs }: CheckOptions = {},
): Promise<CheckReport> {
  const total = stackPrograms(zone).length;
  const spans: Span[] = [];
  for (let from = 0; from < total; from += batch) {
    spans.push({ from, to: Math.min(from + batch, total) });
  }
  const threads = jobs ?? (total < many ? 1 : availableParallelism());
  // This thread plans too: it has Pulumi loaded already, and another copy costs more than 100 MB.
  const others = new Workers(zone, Math.min(threads, spans.length) - 1);
  let done = 0;
  try {
    const reports = await runInLanes(spans, [reporterOf(zone), ...others.lanes], (some) =>
      onProgress?.((done += some.length), total),
    );
    return { stacks: reports.flat(), unguarded: unguarded(zone), unenforced: unenforced(zone) };
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
