import type { Command } from "commander";
import { addGrantAdd } from "./grant/add";
import { addGrantList } from "./grant/list";
import { addGrantPrune } from "./grant/prune";

const examples = `
Examples:
  $ sekisho grant add alice web-production --for 2h --reason "Replace the certificate" --approver bob
  $ sekisho grant list
  $ sekisho grant prune

Each edits grants.yaml alone; nothing changes in AWS before the stacks that it names are deployed.`;

/** `sekisho grant`: who may enter which OS, and when. */
export function addGrant(program: Command): void {
  const grant = program
    .command("grant")
    .summary("add, list or prune the grants in grants.yaml")
    .description(
      "Edits and shows grants.yaml: who may enter which operating systems, when and why.",
    )
    .addHelpText("after", examples);
  addGrantAdd(grant);
  addGrantList(grant);
  addGrantPrune(grant);
}
