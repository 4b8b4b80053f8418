import { packStatements } from "../guardrails/packing";
import { maximumManagedPolicyCharacters } from "./managedPolicyQuotas";
import { withValidSids } from "./statementIds";

/** Who carries the statements of grants, and how many managed policies AWS lets him hold for them. */
export interface GrantCarrier {
  /** As a sentence begins with it: `The grants of alice`. */
  readonly grants: string;
  readonly maximum: number;
}

/** The statements of one grant. */
export interface GrantStatements {
  readonly grant: string;
  readonly statements: readonly { readonly Sid: string }[];
}

/**
 * The statements of grants, in their order, as documents of managed policies, after `before`.
 * Throws with the number of grants that fit when there are more than AWS takes.
 */
export function grantDocuments(
  carrier: GrantCarrier,
  before: readonly { readonly Sid: string }[],
  grants: readonly GrantStatements[],
): string[] {
  const documents = documentsOf(before, grants);
  if (documents.length > carrier.maximum) {
    throw new Error(
      `${carrier.grants} need ${documents.length} managed policies, allowed are ${carrier.maximum}: ` +
        `${fitting(carrier, before, grants)} of ${grants.length} grants fit. ` +
        "Take ended ones out (sekisho grant prune), or name fewer nodes.",
    );
  }
  return documents;
}

function documentsOf(
  before: readonly { readonly Sid: string }[],
  grants: readonly GrantStatements[],
): string[] {
  const statements = [...before, ...grants.flatMap((grant) => grant.statements)];
  return packStatements(withValidSids(statements), maximumManagedPolicyCharacters);
}

function fitting(
  { maximum }: GrantCarrier,
  before: readonly { readonly Sid: string }[],
  grants: readonly GrantStatements[],
): number {
  let count = grants.length;
  while (count > 0 && documentsOf(before, grants.slice(0, count)).length > maximum) {
    count--;
  }
  return count;
}
