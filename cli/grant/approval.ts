import { isDeepStrictEqual } from "node:util";
import type { GrantInput } from "../../model/schema/grants";
import type { PullRequest, Review } from "./reviewRecord";

/** What the forge's record says of the approver that a grant names. */
export interface Approval {
  readonly approved: boolean;
  /** What the record shows, in the words after the approver's name. */
  readonly why: string;
}

/** What the forge knows of one pull request, and who is who there. */
export interface ReviewRecord {
  readonly reviews: readonly Review[];
  readonly pullRequest: PullRequest;
  /** Logins by the names that grants call approvers. */
  readonly approvers: ReadonlyMap<string, string>;
}

/** Grants that open more, or other, than before: new ones and changed ones, but for those that are only closed earlier. */
export function grantsToApprove(
  before: readonly GrantInput[],
  after: readonly GrantInput[],
): GrantInput[] {
  const old = new Map(before.map((grant) => [grant.id, grant]));
  return after.filter((grant) => {
    const earlier = old.get(grant.id);
    return earlier === undefined || !onlyCloses(earlier, grant);
  });
}

/**
 * Whether the approver of the grant approved the newest commit. Of several reviews the last counts that is more than a comment,
 * as for the forge's own merge button.
 */
export function approvalOf(
  { user, approver }: Pick<GrantInput, "user" | "approver">,
  { reviews, pullRequest, approvers }: ReviewRecord,
): Approval {
  const refused = (why: string): Approval => ({ approved: false, why });
  const login = approvers.get(approver);
  if (login === undefined) {
    return refused("is not among the approvers: nobody knows the login");
  }
  if (approver.toLowerCase() === user.toLowerCase() || same(login, approvers.get(user))) {
    return refused("is the user of the grant");
  }
  if (same(login, pullRequest.user.login)) {
    return refused(`(${login}) is the author of the pull request`);
  }
  const last = [...reviews]
    .filter((review) => same(login, review.user?.login) && !remarks.includes(review.state))
    .sort((a, b) => compare(a.submitted_at ?? "", b.submitted_at ?? ""))
    .at(-1);
  switch (last?.state) {
    case undefined:
      return refused(`(${login}) has not approved`);
    case "APPROVED":
      break;
    case "DISMISSED":
      return refused(`(${login}) approved, and the approval was dismissed`);
    case "CHANGES_REQUESTED":
      return refused(`(${login}) asks for changes`);
    default:
      return refused(`(${login}) left a review of an unknown kind`);
  }
  const { sha } = pullRequest.head;
  return last?.commit_id === sha
    ? { approved: true, why: `(${login}) approved ${short(sha)}` }
    : refused(
        `(${login}) approved ${short(last?.commit_id ?? "another commit")}, and the newest commit is ${short(sha)}`,
      );
}

/** States of reviews that neither give nor withdraw an approval. */
const remarks = ["COMMENTED", "PENDING"];

function onlyCloses(before: GrantInput, after: GrantInput): boolean {
  const { revoked: earlier, ...old } = before;
  const { revoked, ...fresh } = after;
  return (
    isDeepStrictEqual({ ...old }, { ...fresh }) &&
    (earlier === undefined || (revoked !== undefined && revoked <= earlier))
  );
}

/** Logins are the same in capitals and small letters. */
function same(login: string, other: string | undefined): boolean {
  return login.toLowerCase() === other?.toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function short(commit: string): string {
  return /^[0-9a-f]{40}/.test(commit) ? commit.slice(0, 7) : commit;
}
