import type { Command } from "commander";
import { readProvableLandingZone } from "../landingZoneFiles";
import { print, terminalOf } from "../terminal";
import {
  addMachineOptions,
  addStackOptions,
  logsFolder,
  placesOf,
  type RolloutFlags,
  runFolder,
  runOptions,
} from "./options";
import { refusalsStop } from "./refusals";

const examples = `
Examples:
  $ sekisho rollout preview --list        which stacks would run, and why; starts no engine
  $ sekisho rollout preview               what they would change
  $ sekisho rollout preview --refresh     what was changed outside, in every stack

Exit code:
  0  fine
  1  a stack cannot be previewed, was changed outside, is not deployed for want of credentials, or the proof, the pack or the preflight refuse
  2  wrong use, no Pulumi CLI, or the files cannot be read or do not check`;

/** `sekisho rollout preview`. */
export function addRolloutPreview(rollout: Command, root: string): void {
  const command = rollout
    .command("preview")
    .summary("show what a rollout would do")
    .description(
      "Shows which stacks a rollout would run, why, and what each would change. Nothing is changed. New stacks are not " +
        "made: what they would make is counted from their plan.",
    );
  addMachineOptions(addStackOptions(command))
    .option("--refresh", "every stack, compared with what really exists")
    .option("--list", "only which stacks would run, and why")
    .addHelpText("after", examples)
    .action((flags: RolloutFlags & { readonly list?: boolean }) => preview(flags, root));
}

async function preview(
  flags: RolloutFlags & { readonly list?: boolean },
  root: string,
): Promise<void> {
  const places = placesOf(root);
  const zone = await readProvableLandingZone(flags.file, flags.grants);
  const { rolloutPreview } = await import("../../engine/rollout/preview");
  const { defaultJobs } = await import("../../engine/rollout/lanesFor");
  const { rolloutProgress } = await import("./progress");
  const { reportText } = await import("./reportText");
  const folder = runFolder(places);
  const jobs = flags.jobs ?? defaultJobs();
  const machine = { jobs, folder, logs: logsFolder(flags, folder) };
  const progress = rolloutProgress(process.stderr, jobs);
  const report = await refusalsStop(() =>
    rolloutPreview(zone, places, runOptions(flags), machine, flags.list !== true, progress),
  ).finally(() => progress.close());
  process.exitCode = report.fine ? 0 : 1;
  await print(
    flags.json
      ? JSON.stringify(report, null, 2)
      : reportText(report, terminalOf(process.stdout), process.uptime()),
  );
}
