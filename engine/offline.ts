import * as pulumi from "@pulumi/pulumi";
import { faultsOf } from "./faults";
import { StackPlan } from "./plan";
import { RecordingMonitor } from "./recordingMonitor";
import { withoutSdkDiagnostics } from "./sdkDiagnostics";

/** The project of Pulumi.yaml: part of every URN. */
export const project = "sekisho";

/** What Pulumi answers for `getOrganization()` on a backend without organizations. */
const organization = "organization";

/**
 * Milliseconds without an end after which a program counts as stuck. A promise that never settles would otherwise end
 * the process as if all were well.
 */
const patience = 60_000;

/** The SDK has one deployment a process, so plans wait for each other. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs one stack program as `pulumi preview` would, without CLI, credentials or network: each registration
 * is recorded and answered with its inputs, so that what only AWS computes stays unknown.
 *
 * It differs from a preview of the real engine in that no provider completes the inputs (no defaults, no generated
 * physical names), that invokes, reads and transforms are refused, and that a program is over when nothing that it
 * awaits is left: what it leaves to a timer is not part of the plan.
 *
 * @throws {PlanError} one line that says what the engine or the program objected to
 */
export function planStack(
  stack: string,
  program: () => unknown,
  limit = patience,
): Promise<StackPlan> {
  const plan = turn.then(() => planAlone(stack, program, limit));
  turn = plan.catch(() => undefined);
  return plan;
}

/** Why a stack program could not be planned. */
export class PlanError extends Error {
  override readonly name = "PlanError";

  constructor(reasons: readonly string[]) {
    const more = new Set(reasons).size - 1;
    super(more === 0 ? reasons[0] : `${reasons[0]} (and ${more} more)`);
  }
}

async function planAlone(stack: string, program: () => unknown, limit: number): Promise<StackPlan> {
  const monitor = new RecordingMonitor(stack, project);
  const faults = await withoutSdkDiagnostics(() =>
    faultsOf(async () => {
      pulumi.runtime.setMockOptions(monitor, project, stack, true, organization);
      pulumi.runtime.setAllConfig({});
      await run(program);
    }, limit),
  );
  // What the engine refused comes first, and once: the program's own rejections repeat it.
  const { refusals } = monitor;
  const own = faults.map(oneLine).filter((text) => !refusals.some((said) => text.includes(said)));
  const reasons = [...refusals, ...own];
  if (reasons.length > 0) {
    throw new PlanError(reasons);
  }
  return { stack, resources: monitor.resources, outputs: monitor.outputs };
}

async function run(program: () => unknown): Promise<void> {
  await pulumi.runtime.runInPulumiStack(() => Promise.resolve(program()) as never);
  await pulumi.runtime.disconnect();
}

function oneLine(fault: unknown): string {
  const text = fault instanceof Error ? fault.message : String(fault);
  return text.trim().replace(/\s*\n\s*/g, " ");
}
