import type { Command } from "commander";
import { readProvableLandingZone } from "../landingZoneFiles";
import { Stop } from "../stop";
import { addMachineOptions, addWaitingOptions, placesOf, type RolloutFlags } from "./options";
import { deploy } from "./up";

const examples = `
Examples:
  $ sekisho rollout resume
  $ sekisho rollout resume --release account-web-production   its lock is another machine's, and that is gone

It takes over the options of that rollout. Exit code: as for up; 0 where there is nothing to resume.`;

type ResumeFlags = Pick<RolloutFlags, "shard" | "jobs" | "logs" | "json"> & {
  readonly wait?: number;
  readonly retryDelay?: number;
  readonly release?: string[];
};

/** `sekisho rollout resume`. */
export function addRolloutResume(rollout: Command, root: string): void {
  const command = rollout
    .command("resume")
    .summary("finish a rollout that died or failed")
    .description(
      "Finishes the latest rollout from this folder that did not do all that it was to do: releases the locks that its engines " +
        "left, if those are gone, and runs what did not succeed.",
    );
  addWaitingOptions(addMachineOptions(command))
    .addHelpText("after", examples)
    .action((flags: ResumeFlags) => resume(flags, root));
}

async function resume(flags: ResumeFlags, root: string): Promise<void> {
  const places = placesOf(root);
  const { pastRuns } = await import("../../engine/rollout/journal");
  const { latestRuns } = await import("../../engine/rollout/status");
  const open = latestRuns(pastRuns(places.base)).filter(
    ({ complete, began: { options } }) =>
      !complete &&
      (flags.shard === undefined ||
        (options.shard.index === flags.shard.index && options.shard.of === flags.shard.of)),
  );
  const [run] = open;
  if (run === undefined) {
    process.stderr.write(
      "There is nothing to resume: no rollout from this folder has left something undone.\n",
    );
    return;
  }
  if (open.length > 1) {
    const shards = open.map(
      ({ began: { options } }) => `${options.shard.index}/${options.shard.of}`,
    );
    throw new Stop(
      `Several shards are not done: name one with --shard: ${shards.sort().join(", ")}.`,
      2,
    );
  }
  const { options, at } = run.began;
  process.stderr.write(`Resuming the rollout of ${at}.\n`);
  const zone = await readProvableLandingZone(options.file, options.grants);
  await deploy(zone, places, options, flags);
}
