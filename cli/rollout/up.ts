import type { Command } from "commander";
import { readProvableLandingZone } from "../landingZoneFiles";
import { print, terminalOf } from "../terminal";
import {
  addMachineOptions,
  addStackOptions,
  addWaitingOptions,
  countOrNone,
  logsFolder,
  placesOf,
  type RolloutFlags,
  runFolder,
  runOptions,
} from "./options";
import { refusalsStop } from "./refusals";

interface UpFlags extends RolloutFlags {
  readonly release?: string[];
  readonly wait?: number;
  readonly retryDelay?: number;
}

const examples = `
Examples:
  $ sekisho rollout up                                        what changed, as the CI role
  $ AWS_PROFILE=management sekisho rollout up --only bootstrap
                                                              the deploy roles, once, before everything else
  $ sekisho rollout up --canary Sandbox --tolerance 3
  $ sekisho rollout up --shard 2/4                            the second of four machines

Exit code:
  0  everything that is declared is deployed, as far as was asked
  1  a stack failed, was blocked or did not start, or the proof, the pack or the preflight refuses
  2  wrong use, no Pulumi CLI, or the files cannot be read or do not check

docs/rollout.md has the rest.`;

/** `sekisho rollout up`. */
export function addRolloutUp(rollout: Command, root: string): void {
  const command = rollout
    .command("up")
    .summary("deploy what changed")
    .description(
      "Deploys every stack whose desired state, or whose state in the backend, has changed.",
    );
  addMachineOptions(addStackOptions(command))
    .option("--refresh", "run every stack, and read the real resources first")
    .option(
      "--tolerance <n>",
      "stacks that may fail in a wave of many before it stops (default: 0)",
      countOrNone,
    );
  addWaitingOptions(command)
    .option("--secrets-provider <url>", "for stacks that are made, as in pulumi stack init")
    .addHelpText("after", examples)
    .action((flags: UpFlags) => up(flags, root));
}

async function up(flags: UpFlags, root: string): Promise<void> {
  const places = placesOf(root);
  const zone = await readProvableLandingZone(flags.file, flags.grants);
  const options = runOptions(flags);
  await deploy(zone, places, options, flags);
}

type Zone = Awaited<ReturnType<typeof readProvableLandingZone>>;
type Options = ReturnType<typeof runOptions>;

/** The same for `up` and `resume`. */
export async function deploy(
  zone: Zone,
  places: ReturnType<typeof placesOf>,
  options: Options,
  flags: Pick<UpFlags, "jobs" | "logs" | "wait" | "retryDelay" | "release" | "json">,
): Promise<void> {
  const { rolloutUp } = await import("../../engine/rollout/up");
  const { defaultJobs } = await import("../../engine/rollout/lanesFor");
  const { rolloutProgress } = await import("./progress");
  const { reportText } = await import("./reportText");
  const folder = runFolder(places);
  const jobs = flags.jobs ?? defaultJobs();
  const machine = {
    ...{ jobs, folder, logs: logsFolder(flags, folder) },
    ...{ wait: flags.wait ?? 60, retryDelay: flags.retryDelay ?? 15, release: flags.release ?? [] },
  };
  const progress = rolloutProgress(process.stderr, jobs);
  const report = await refusalsStop(() =>
    rolloutUp(zone, places, options, machine, progress),
  ).finally(() => progress.close());
  process.exitCode = report.fine ? 0 : 1;
  await print(
    flags.json
      ? JSON.stringify(report, null, 2)
      : reportText(report, terminalOf(process.stdout), process.uptime()),
  );
}
