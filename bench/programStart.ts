import { Cost, costOf, median, root } from "./childProcess";
import { PreviewMonitor } from "./previewMonitor";

const run = require.resolve("@pulumi/pulumi/cmd/run");

/** The cost of one start, the median of some by the clock, and how many resources the program registered. */
export interface ProgramStart extends Cost {
  readonly resources: number;
}

/**
 * Runs the program of one account stack as the Pulumi CLI starts it for a preview: `cmd/run`, the options of
 * Pulumi.yaml, gRPC to an engine that answers at once.
 */
export async function programStart(organization: string, times: number): Promise<ProgramStart> {
  const costs: ProgramStart[] = [];
  for (let time = 0; time < times; time++) {
    const monitor = new PreviewMonitor();
    try {
      const cost = await costOf(programArguments(await monitor.start()), {
        PULUMI_CONFIG: JSON.stringify({ "sekisho:organization": organization }),
      });
      costs.push({ ...cost, resources: monitor.registered });
    } finally {
      monitor.stop();
    }
  }
  return median(costs, ({ seconds }) => seconds);
}

function programArguments(address: string): string[] {
  return [
    "--stack-trace-limit=0",
    run,
    `--monitor=${address}`,
    `--engine=${address}`,
    "--project=sekisho",
    "--stack=account-workload-3",
    "--organization=organization",
    `--pwd=${root}`,
    "--parallel=16",
    "--dry-run",
    ".",
  ];
}
