import type { Command } from "commander";
import { print } from "../terminal";
import { GrantsFileOptions, readGrantsFile, rewrite } from "./grantsFile";
import { grantsOption, organizationOption } from "../options";

interface PruneOptions extends GrantsFileOptions {
  readonly dryRun?: boolean;
}

const examples = `
Examples:
  $ sekisho grant prune --dry-run
  $ sekisho grant prune

Ended grants let nobody in; they only take room in the policies. The history of the file keeps them.

Exit code: 0 done, 2 wrong use, or the files cannot be read or do not check.`;

/** `sekisho grant prune`: takes ended grants out of grants.yaml. */
export function addGrantPrune(grant: Command): void {
  grant
    .command("prune")
    .summary("take ended grants out of the file")
    .description(
      "Removes the blocks of ended grants with the comments right above them; the rest stays to the letter.",
    )
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--dry-run", "only show what would change")
    .addHelpText("after", examples)
    .action(prune);
}

async function prune(options: PruneOptions): Promise<void> {
  const file = await readGrantsFile(options);
  const { formatInstant } = await import("../../model/instant");
  const now = formatInstant(new Date());
  const ended = file.zone.grants.filter(({ until }) => until <= now).map(({ id }) => id);
  if (ended.length === 0) {
    await print(`${file.name} has no ended grant.`);
    return;
  }
  const { withoutGrants } = await import("../../model/grantsText");
  await rewrite(file, withoutGrants(file.text, new Set(ended)), options, options.dryRun === true);
}
