import type { Colors } from "picocolors/types";
import { catalogue } from "../guardrails/catalogue";
import type { AccountProof, Proof } from "../proof/proof";
import type { AccessCheck } from "../iam/accessCheck";
import { visible } from "../model/fault";
import { requestText } from "./requestText";
import { count, firstOf } from "./words";

/** How the proof ended, in numbers: a question is one access path, or one claim about a role, in one account. */
export interface ProofCounts {
  readonly proved: number;
  readonly refuted: number;
  readonly undecided: number;
}

export function countProof({ guarded }: Proof): ProofCounts {
  const counts = { proved: 0, refuted: 0, undecided: 0 };
  for (const group of guarded) {
    for (const { check } of questionsOf(group)) {
      counts[check.result] += group.accounts.length;
    }
  }
  return counts;
}

interface ProofQuestion {
  /** The path's id, or the role and what is claimed of it. */
  readonly name: string;
  readonly check: AccessCheck;
  /** The path, where it is one. */
  readonly path?: string;
}

function questionsOf({ paths, roles }: AccountProof): ProofQuestion[] {
  return [
    ...paths.map(({ path, check }) => ({ name: path, path, check })),
    ...roles.flatMap(({ role, claims }) =>
      claims.map(({ claim, check }) => ({ name: `${role}: ${claim}`, check })),
    ),
  ];
}

/** What is proved, in a few lines; then everything that is not, each with how to see it again. */
export function proofLines(
  proof: Proof,
  { all, colors }: { readonly all: boolean; readonly colors: Colors },
): string[] {
  const accounts = proof.guarded.reduce((sum, group) => sum + group.accounts.length, 0);
  if (accounts === 0) {
    return [colors.bold("Proof"), "  No account is guarded, so there is nothing to prove."];
  }
  const proved = (questions: (group: AccountProof) => readonly AccessCheck[]) =>
    proof.guarded.reduce(
      (sum, group) =>
        sum +
        group.accounts.length * questions(group).filter(({ result }) => result === "proved").length,
      0,
    );
  const paths = proved((group) => group.paths.map(({ check }) => check));
  const claims = proved((group) =>
    group.roles.flatMap((role) => role.claims.map(({ check }) => check)),
  );
  const title =
    `  ${colors.green("proved")}  ${count(paths, "access path")} in ${count(accounts, "guarded account")} closed to everyone ` +
    `but the roles exempt from each; ${count(claims, "claim")} about who takes those roles, and about sessions in windows`;
  return [
    colors.bold("Proof"),
    title,
    ...takenAlone(proof, colors),
    ...restsOn(proof, colors),
    ...failedLines(proof, all, colors),
  ];
}

/** Where less is claimed, so that nobody takes it for proved. */
function takenAlone({ windowsOnTakingAlone }: Proof, colors: Colors): string[] {
  return windowsOnTakingAlone.length === 0
    ? []
    : [
        colors.yellow(
          `  not claimed  of ${firstOf(windowsOnTakingAlone, 3)}: the window holds on taking the role alone (windows: assume-role), ` +
            "so that for up to an hour after it whoever is in starts sessions on every declared node",
        ),
      ];
}

function restsOn({ managedPolicies }: Proof, colors: Colors): string[] {
  return managedPolicies.length === 0
    ? []
    : [colors.dim(`  read with AWS's own policies: ${firstOf(managedPolicies, 5)}`)];
}

/** Failures listed at most: whoever has more of them starts with the first. */
const listed = 20;

function failedLines({ guarded }: Proof, all: boolean, colors: Colors): string[] {
  // Accounts share an answer, and groups of accounts that differ elsewhere do too.
  const failures = new Map<string, ProofQuestion & { readonly accounts: string[] }>();
  for (const group of guarded) {
    for (const question of questionsOf(group).filter(({ check }) => check.result !== "proved")) {
      const key = `${question.name} ${JSON.stringify(question.check)}`;
      const known = failures.get(key) ?? { ...question, accounts: [] };
      known.accounts.push(...group.accounts);
      failures.set(key, known);
    }
  }
  const failed = [...failures.values()];
  const shown = all ? failed : failed.slice(0, listed);
  return [
    ...shown.flatMap(({ accounts, name, check, path }) => [
      `  ${colors.red(check.result)}  ${visible(inWords(name, check))}  in ${firstOf(accounts, 3)}`,
      ...reasonLines(check).map((line) => `    ${line}`),
      ...replay(accounts[0]!, check, path).map((command) => `    ${colors.cyan(`$ ${command}`)}`),
    ]),
    ...(failed.length > shown.length
      ? [colors.dim(`  and ${failed.length - shown.length} more (--all lists each)`)]
      : []),
  ];
}

/** A path by what it is for: whoever has a failure before him need not know its id. */
function inWords(name: string, { result }: AccessCheck): string {
  const can = catalogue.find(({ id }) => id === name)?.can;
  return can === undefined
    ? name
    : `${result === "refuted" ? "anyone can" : "who can"} ${can} (${name})`;
}

function reasonLines(check: AccessCheck): string[] {
  switch (check.result) {
    case "refuted":
      return requestText(check.request);
    case "undecided":
      return [visible(check.reason)];
    case "proved":
      return [];
  }
}

/** The command that shows the same again; of a claim that nobody could decide there is nothing to show. */
function replay(account: string, check: AccessCheck, path: string | undefined): string[] {
  if (path !== undefined) {
    return [`sekisho explain anyone ${account} ${path}`];
  }
  return check.result === "refuted"
    ? [`sekisho explain --request '${JSON.stringify(check.request)}'`]
    : [];
}
