import { titleOf } from "../iam/policyDocument";
import { osAccessPath } from "../model/names";
import type { PackConfiguration } from "./configuration";
import { namingSessions, sweepingSessions } from "./managedPolicies";
import type { Subject } from "./policy";
import { holdsAnywhere } from "./policyHolders";
import { accountsOf, documentOr, memberOf } from "./properties";
import { sessionGrants } from "./sessionAccess";

/** A right to sessions, wherever it was found. */
export type Finding =
  | {
      /** "The inline policy 'x', statement 'y', must not allow ssm:StartSession". */
      readonly rule: string;
      /** The right is part of everything, so it passes where a guardrail denies sessions. */
      readonly sweeping: boolean;
    }
  /** A document that cannot be read, as a full sentence. */
  | { readonly unreadable: string };

/** The rights to sessions in a policy document. A document that cannot be read counts as one. */
export function documentFindings(thing: string, value: unknown): Finding[] {
  const read = documentOr(thing, value);
  if ("violation" in read) {
    return [{ unreadable: read.violation }];
  }
  const grants = sessionGrants(read.document);
  return read.document.statements.flatMap((statement) => {
    const own = grants.filter((grant) => grant.statement === statement);
    const actions = own.map(({ access }) => access.action).join(" and ");
    const rule = `The ${thing}, ${titleOf(read.document, statement)}, must not allow ${actions}`;
    return own.length === 0 ? [] : [{ rule, sweeping: own.every(({ sweeping }) => sweeping) }];
  });
}

const awsManaged = /^arn:[a-z-]+:iam::aws:policy\/(.+)$/;

/**
 * The rights to sessions in a managed policy that is attached. AWS's own are known by a list with a date; a policy
 * that AWS made later is not on it. A customer's own is judged where it is made.
 */
export function attachmentFindings(
  thing: string,
  policy: unknown,
  { osAccessRole }: PackConfiguration,
): Finding[] {
  const text = policyText(policy);
  const name = awsManaged.exec(text)?.[1] ?? "";
  if (/[^:]*$/.exec(text)![0].startsWith(`policy${osAccessPath}${osAccessRole}`)) {
    return [{ rule: `The ${thing} must not attach '${text}'`, sweeping: false }];
  }
  const sweeping = sweepingSessions.includes(name);
  const rule = `The ${thing} must not attach ${name}, which allows sessions`;
  return sweeping || namingSessions.includes(name) ? [{ rule, sweeping }] : [];
}

/** A policy's ARN; of one given by name and path, how its ARN ends. */
function policyText(policy: unknown): string {
  const name = memberOf(policy, "name");
  const path = memberOf(policy, "path");
  return typeof name === "string"
    ? `policy${typeof path === "string" ? path : "/"}${name}`
    : String(policy);
}

/**
 * The findings that no guardrail makes harmless, each as a full sentence. A right is one only if others than OSAccess
 * hold it; AWS refuses a document that cannot be read whoever holds it.
 */
export function* violationsOf(
  findings: readonly Finding[],
  subject: Subject,
  configuration: PackConfiguration,
  heldByOthers: () => boolean,
): Iterable<string> {
  yield* findings.flatMap((finding) => ("unreadable" in finding ? finding.unreadable : []));
  const rights = findings.flatMap((finding) => ("rule" in finding ? finding : []));
  if (rights.length === 0 || !heldByOthers()) {
    return;
  }
  for (const { rule, sweeping } of rights) {
    if (!sweeping) {
      yield `${rule}: only ${configuration.osAccessRole} may start sessions. Remove it.`;
      continue;
    }
    const open = openness(subject, configuration);
    if (open !== undefined) {
      yield `${rule}: ${open}`;
    }
  }
}

/** Where no guardrail is known to deny sessions, and what to do; nothing where one does. */
function openness(subject: Subject, { guardedAccounts }: PackConfiguration): string | undefined {
  if (holdsAnywhere(subject.type)) {
    return (
      "the permission set goes to any account that it is assigned to, so no guardrail is known to deny it. " +
      "Allow less."
    );
  }
  const accounts = accountsOf(subject);
  const open = accounts.filter((account) => !guardedAccounts.includes(account));
  if (accounts.length === 0) {
    return (
      "the provider does not say in which account, so no guardrail is known to deny it. " +
      "Name the account in allowedAccountIds."
    );
  }
  return open.length === 0
    ? undefined
    : `no guardrail denies it in the account ${open.join(", ")}. ` +
        "Attach guardrails to the account, or allow less.";
}
