import { join } from "node:path";
import type { Command } from "commander";
import { addRolloutPreview } from "./rollout/preview";
import { addRolloutResume } from "./rollout/resume";
import { addRolloutStatus } from "./rollout/status";
import { addRolloutUp } from "./rollout/up";

/** `sekisho rollout`: the whole organization through Pulumi's engine. */
export function addRollout(program: Command): void {
  const rollout = program
    .command("rollout")
    .summary("deploy the whole organization in waves, only what changed")
    .description(
      "Deploys every stack of the organization through Pulumi's engine: in an order that locks nobody out, with the " +
        "policy pack, many at once, and only those that changed. It can be killed at any moment.",
    );
  // The folder of Sekisho itself: this file is bundled into another one beside it.
  const root = join(__dirname, "..");
  addRolloutPreview(rollout, root);
  addRolloutUp(rollout, root);
  addRolloutStatus(rollout, root);
  addRolloutResume(rollout, root);
}
