import type { Command } from "commander";
import { addGrantAdd } from "./grant/add";
import { addGrantApprovals } from "./grant/approvals";
import { addGrantList } from "./grant/list";
import { addGrantPrune } from "./grant/prune";
import { addGrantRevoke } from "./grant/revoke";

const examples = `
Examples:
  $ sekisho grant add alice web-production --for 2h --reason "Replace the certificate" --approver bob
  $ sekisho grant list
  $ sekisho grant revoke alice-web-production-2026-12-01-0900
  $ sekisho grant prune

Grants stand in grants.yaml and in the files of grants/ beside it. Nothing changes in AWS before the stacks that these commands
name are deployed.`;

/** `sekisho grant`: who may enter which OS, and when. */
export function addGrant(program: Command): void {
  const grant = program
    .command("grant")
    .summary("add, list, revoke or prune grants, and check who approved them")
    .description("Edits and shows who may enter which operating systems, when and why.")
    .addHelpText("after", examples);
  addGrantAdd(grant);
  addGrantList(grant);
  addGrantRevoke(grant);
  addGrantPrune(grant);
  addGrantApprovals(grant);
}
