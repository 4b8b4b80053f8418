/**
 * A policy document of any kind (identity, trust, resource, SCP, RCP) after parsing: one value and a list of one
 * are the same, as they are for AWS.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface PolicyDocument {
  /** A document that names none is 2008-10-17, in which policy variables are plain text. */
  readonly version: "2008-10-17" | "2012-10-17";
  readonly id?: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  /** `"*"` is read as `{"AWS": "*"}`, which means the same. */
  readonly principals?: readonly Principal[];
  readonly notPrincipals?: readonly Principal[];
  /** Patterns, in the letter case of the document; AWS compares them without it. */
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  /** Patterns; none in trust policies and some resource policies. */
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  /** All must hold. */
  readonly conditions: readonly Condition[];
}

export interface Principal {
  readonly type: PrincipalType;
  readonly value: string;
}

export const principalTypes = ["AWS", "Service", "Federated", "CanonicalUser"] as const;
export type PrincipalType = (typeof principalTypes)[number];

/** `ForAnyValue:StringLikeIfExists` is quantifier, operator and `ifExists`. */
export interface Condition {
  readonly quantifier?: Quantifier;
  readonly operator: Operator;
  /** Holds too when the request has no such key. */
  readonly ifExists: boolean;
  /** In the letter case of the document; AWS compares keys without it. */
  readonly key: string;
  /** One of them must match (for a negated operator: none may). Numbers and booleans as text. */
  readonly values: readonly string[];
}

export const quantifiers = ["ForAllValues", "ForAnyValue"] as const;
export type Quantifier = (typeof quantifiers)[number];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const operators = [
  "StringEquals",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
  "StringLike",
  "StringNotLike",
  "NumericEquals",
  "NumericNotEquals",
  "NumericLessThan",
  "NumericLessThanEquals",
  "NumericGreaterThan",
  "NumericGreaterThanEquals",
  "DateEquals",
  "DateNotEquals",
  "DateLessThan",
  "DateLessThanEquals",
  "DateGreaterThan",
  "DateGreaterThanEquals",
  "Bool",
  "BinaryEquals",
  "IpAddress",
  "NotIpAddress",
  "ArnEquals",
  "ArnNotEquals",
  "ArnLike",
  "ArnNotLike",
  "Null",
] as const;
export type Operator = (typeof operators)[number];

/** How a message names a statement: its Sid, or its place in the document. */
export function titleOf(document: PolicyDocument, statement: Statement): string {
  return statement.sid === undefined
    ? `statement ${document.statements.indexOf(statement) + 1}`
    : `statement '${statement.sid}'`;
}
