import type { Command } from "commander";
import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { grantsOption, organizationOption } from "../options";
import { Stop } from "../stop";
import { print } from "../terminal";
import { count } from "../words";
import { GrantsFilesOptions, readGrantsFiles } from "./grantsFiles";

interface ApprovalsOptions extends GrantsFilesOptions {
  readonly reviews: string;
  readonly pullRequest: string;
  readonly base?: string;
  readonly approvers?: string;
  readonly commit?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ gh api 'repos/{owner}/{repo}/pulls/17' > pull.json
  $ gh api --paginate --slurp 'repos/{owner}/{repo}/pulls/17/reviews' > reviews.json
  $ sekisho grant approvals --pull-request pull.json --reviews reviews.json --base ../base --commit "$(git rev-parse HEAD)"

approvers.yaml stands beside the organization file, a line a person: the name that grants use, and the login at the forge.
  bob: bob-example

An approval counts if it is the approver's last word, of the newest commit, and neither the user's nor the author's own. A grant
that is only revoked, or taken out, needs none. docs/approving.md has the CI step.

Exit code: 0 every new or changed grant is approved, 1 one is not, 2 wrong use, or files that cannot be read or do not check.

--json prints a list: { id, user, approver, approved, why }`;

/** `sekisho grant approvals`: whether the approvers in the files are those of the forge's review record. */
export function addGrantApprovals(grant: Command): void {
  grant
    .command("approvals")
    .summary("check approvers against the forge's review record")
    .description(
      "Says for every new or changed grant whether the person that it names as approver approved the pull request. " +
        "Reads the answers of GitHub from files; calls nobody.",
    )
    .requiredOption("--reviews <file>", "the reviews of the pull request, as JSON")
    .requiredOption("--pull-request <file>", "the pull request, as JSON")
    .option(
      "--base <folder>",
      "a checkout of what it is to be merged into (default: every grant is new)",
    )
    .option(
      "--approvers <file>",
      "names and logins (default: approvers.yaml beside the organization file, of --base where that is given)",
    )
    .option(
      "--commit <sha>",
      "the commit of these files, which must be the newest of the pull request",
    )
    .addOption(organizationOption())
    .addOption(grantsOption())
    .option("--json", "print the answers for programs")
    .addHelpText("after", examples)
    .action(approvals);
}

async function approvals(options: ApprovalsOptions): Promise<void> {
  const { readApprovers, readPullRequest, readReviews } = await import("./reviewRecord");
  const pullRequest = readPullRequest(options.pullRequest);
  const reviews = readReviews(options.reviews);
  const { file, grants, base, commit } = options;
  if (base !== undefined && !existsSync(base)) {
    throw new Stop(
      `${base}: found no such folder, allowed is one that exists: correct its name.`,
      2,
    );
  }
  // Who may approve is what was merged before: not what this pull request would like.
  const approvers = readApprovers(
    options.approvers ?? join(dirname(below(base, file)), "approvers.yaml"),
  );
  if (commit !== undefined && commit !== pullRequest.head.sha) {
    throw new Stop(
      `The files are of ${commit}, and the newest commit is ${pullRequest.head.sha}: check that one.`,
      1,
    );
  }
  const { files } = await readGrantsFiles(options);
  const { readGrants, writtenGrants } = await import("../../model/load");
  const before =
    base === undefined
      ? []
      : readGrants(below(base, file), grants === undefined ? undefined : below(base, grants)).files;
  const { approvalOf, grantsToApprove } = await import("./approval");
  const record = { reviews, pullRequest, approvers };
  const answers = grantsToApprove(writtenGrants(before), writtenGrants(files)).map((grant) => ({
    id: grant.id,
    user: grant.user,
    approver: grant.approver,
    ...approvalOf(grant, record),
  }));
  const open = answers.filter(({ approved }) => !approved).length;
  if (options.json) {
    await print(JSON.stringify(answers, null, 2));
  } else {
    const { visible } = await import("../../model/fault");
    const lines = answers.map(
      ({ id, user, approver, approved, why }) =>
        `${approved ? "approved    " : "not approved"}  ${id} of ${user}: names ${visible(approver)}, who ${why}.`,
    );
    const sum =
      answers.length === 0
        ? "No grant is new or changed."
        : `${count(answers.length, "grant")} new or changed, ${open} not approved.`;
    await print([...lines, sum].join("\n"));
  }
  process.exitCode = open > 0 ? 1 : 0;
}

/** The file of the same name in the other checkout. */
function below(base: string | undefined, file: string): string {
  return base === undefined
    ? file
    : join(base, isAbsolute(file) ? relative(process.cwd(), file) : file);
}
