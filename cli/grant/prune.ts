import type { Command } from "commander";
import type { Grant } from "../../model/landingZone";
import { credentialMinutes } from "../../model/overrun";
import { grantsOption, organizationOption } from "../options";
import { print } from "../terminal";
import { count, list } from "../words";
import {
  checkedWith,
  edited,
  filesWith,
  GrantsFilesOptions,
  outcome,
  printDifference,
  readGrantsFiles,
  writeChanges,
} from "./grantsFiles";

interface PruneOptions extends GrantsFilesOptions {
  readonly dryRun?: boolean;
}

const examples = `
Examples:
  $ sekisho grant prune --dry-run
  $ sekisho grant prune

Ended grants let nobody in; they only take room in the policies. The history of the repository keeps them. A revoked grant
stays for an hour after that moment, because the refusal of credentials that were taken before is made from it, and they live
for an hour.

Exit code: 0 done, 2 wrong use, or the files cannot be read or do not check.`;

/** `sekisho grant prune`: takes ended grants out of the files. */
export function addGrantPrune(grant: Command): void {
  grant
    .command("prune")
    .summary("take ended grants out of the files")
    .description(
      "Removes the blocks of grants that ended or were revoked, with the comments right above them, and files of grants/ " +
        "in which nothing is left; the rest stays to the letter.",
    )
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--dry-run", "only show what would change")
    .addHelpText("after", examples)
    .action(prune);
}

async function prune(options: PruneOptions): Promise<void> {
  const files = await readGrantsFiles(options);
  const { formatInstant } = await import("../../model/instant");
  const now = new Date();
  const gone = new Set(prunable(files.zone.grants, now).map(({ id }) => id));
  const kept = files.zone.grants.filter(
    ({ id, revoked }) => !gone.has(id) && revoked !== undefined && revoked <= formatInstant(now),
  );
  if (gone.size > 0) {
    const { idsOf, withoutGrants } = await import("../../model/grantsText");
    const changes = new Map<string, string | undefined>();
    for (const { file, text } of await filesWith(files, gone)) {
      const ids = edited(file, () => idsOf(text));
      const empty = file !== files.main && ids.every((id) => gone.has(id));
      changes.set(file, empty ? undefined : withoutGrants(text, gone));
    }
    const after = await checkedWith(options.file, files, changes);
    const { changedStacks } = await import("./changedStacks");
    const stacks = await changedStacks(files.zone, after);
    if (!options.dryRun) {
      writeChanges(changes);
    }
    await printDifference(files, changes);
    const names = stacks.map(({ name }) => name);
    const deploy =
      names.length === 0
        ? "No stack changes."
        : `No hurry: ${count(names.length, "stack")} change at their next deployment: ${list(names)}.`;
    await print(`${outcome(changes, options.dryRun === true)} ${deploy}`);
    for (const { name, fault } of stacks) {
      if (fault !== undefined) {
        await print(`${name} cannot be planned all the same: ${fault}`);
      }
    }
  } else {
    await print(`${files.main} and its folder have no ended grant.`);
  }
  for (const { id, revoked } of kept) {
    await print(
      `${id} stays for now: it was revoked at ${revoked}, and credentials that were taken before live for an hour.`,
    );
  }
}

/** The grants of which nothing is needed any more: over, and if revoked, an hour past that. */
export function prunable(grants: readonly Grant[], now: Date): Grant[] {
  return grants.filter(({ until, revoked }) =>
    revoked === undefined
      ? Date.parse(until) <= now.getTime()
      : Date.parse(revoked) + credentialMinutes * 60_000 <= now.getTime(),
  );
}
