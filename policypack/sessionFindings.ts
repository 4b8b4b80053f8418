import { titleOf } from "../iam/policyDocument";
import { osAccessPath } from "../model/names";
import type { PackConfiguration } from "./configuration";
import { namingSessions, sweepingSessions } from "./managedPolicies";
import type { Subject } from "./policy";
import { accountsOf, documentOr } from "./properties";
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
  arn: unknown,
  { osAccessRole }: PackConfiguration,
): Finding[] {
  const text = String(arn);
  const name = awsManaged.exec(text)?.[1] ?? "";
  if (text.includes(`:policy${osAccessPath}${osAccessRole}`)) {
    return [{ rule: `The ${thing} must not attach '${text}'`, sweeping: false }];
  }
  const sweeping = sweepingSessions.includes(name);
  const rule = `The ${thing} must not attach ${name}, which allows sessions`;
  return sweeping || namingSessions.includes(name) ? [{ rule, sweeping }] : [];
}

/** The findings that no guardrail makes harmless, each as a full sentence. */
export function* violationsOf(
  findings: readonly Finding[],
  subject: Subject,
  { osAccessRole, guardedAccounts }: PackConfiguration,
): Iterable<string> {
  for (const finding of findings) {
    if ("unreadable" in finding) {
      yield finding.unreadable;
      continue;
    }
    const { rule, sweeping } = finding;
    if (!sweeping) {
      yield `${rule}: only ${osAccessRole} may start sessions. Remove it.`;
      continue;
    }
    const accounts = accountsOf(subject);
    const open = accounts.filter((account) => !guardedAccounts.includes(account));
    if (accounts.length === 0) {
      yield (
        `${rule}: the provider does not say in which account, so no guardrail is known to deny it. ` +
        "Name the account in allowedAccountIds."
      );
    } else if (open.length > 0) {
      yield (
        `${rule}: no guardrail denies it in the account ${open.join(", ")}. ` +
        "Attach guardrails to the account, or allow less."
      );
    }
  }
}
