import type { Statement } from "../iam/policyDocument";
import type { AccountGuardrails } from "./accountGuardrails";
import { JudgedRights } from "./managedRights";
import { OpenPath, nowhere } from "./openPaths";
import type { Subject } from "./policy";

/** Paths that a message names; of more it says how many. */
const mostNamed = 3;

/** A sentence for each statement that opens something: what it opens, why nothing closes it, and what to do. */
export function openPathMessages(
  { rule, policy, whole }: Exclude<JudgedRights, { unreadable: string }>,
  open: readonly OpenPath[],
  reason: string,
): string[] {
  const byStatement = new Map<Statement | undefined, OpenPath[]>();
  for (const path of open) {
    const index = whole ? undefined : statementIndex(path);
    const statement = policy().document.statements[index ?? -1];
    byStatement.set(statement, [...(byStatement.get(statement) ?? []), path]);
  }
  return [...byStatement].map(
    ([statement, paths]) => `${rule(statement, pathTexts(paths))}: ${reason}${doubt(paths)}`,
  );
}

/** The paths in words, the first few by name. */
export function pathTexts(paths: readonly OpenPath[]): string {
  const shown = paths
    .slice(0, mostNamed)
    .map(({ path, actions }) => `${actions.join(" and ")} (${path.id})`);
  const more = paths.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more ways onto a node`] : shown;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** The statement of the identity policy that lets the counterexample through. */
function statementIndex({ check }: OpenPath): number | undefined {
  return check.result === "refuted"
    ? check.decision.decidedBy.find(({ kind }) => kind === "identity")?.index
    : undefined;
}

function doubt(paths: readonly OpenPath[]): string {
  const undecided = paths.find(({ check }) => check.result === "undecided")?.check;
  return undecided?.result === "undecided" ? ` It is not proved: ${undecided.reason}` : "";
}

/** Why no guardrail closes it, and what to do. */
export function whyOpen(
  { type }: Pick<Subject, "type">,
  account: string,
  { key }: AccountGuardrails,
): string {
  if (/^aws:ssoadmin\/|^aws-native:sso:/.test(type)) {
    return (
      "the permission set goes to any account that it is assigned to, so no guardrail is known to deny it. " +
      "Allow less."
    );
  }
  if (account === nowhere) {
    return (
      "the provider does not say in which account, so no guardrail is known to deny it. " +
      "Name the account in allowedAccountIds."
    );
  }
  return key === ""
    ? `no guardrail denies it in the account ${account}. Attach guardrails to the account, or allow less.`
    : `the guardrails of the account ${account} do not deny it. Allow less.`;
}
