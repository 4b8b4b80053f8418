import { StatementReference } from "./compiledStatement";
import { Decision, Level } from "./decision";
import { Context, Request } from "./request";

/**
 * All requests that fit: made by one of the principals, for one of the actions, on a resource that fits one of the patterns.
 * What is not said of the circumstances may be anything.
 */
export interface RequestSet {
  /** Whose requests: an ARN pattern of users, roles or account roots, or everyone without an account. */
  readonly principals: readonly PrincipalSet[];
  /** ARN patterns of principals that are left out. Service-linked roles always are: no SCP or RCP binds them. */
  readonly except?: readonly string[];
  /** Exact names, `ssm:StartSession`. */
  readonly actions: readonly string[];
  /** ARN patterns; `*` is any resource, and the one of actions that have none. */
  readonly resources: readonly string[];
  /** The account of the resources whose ARN has none; the caller's where it is not said. */
  readonly resourceAccount?: string;
  /** Condition keys that have these values in every request. */
  readonly context?: Context;
  /** Condition keys that every request has, with any value but an empty one. */
  readonly present?: readonly string[];
  /** Condition keys that no request has. */
  readonly absent?: readonly string[];
}

/**
 * `arn:aws:iam::444444444444:role/*`, `arn:aws:iam::*:user/os-access/*`, `arn:aws:iam::444444444444:root`; or whoever
 * comes by a provider, as a service or without credentials, with `*` for any provider or service.
 */
export type PrincipalSet =
  | string
  | { readonly service: string }
  | { readonly federated: string }
  | { readonly anonymous: true };

/** The answer for all requests of a set. */
export type AccessCheck =
  /** None of them is allowed: whatever is asked, one of these statements denies it or one of these levels does not allow it. */
  | {
      readonly result: "proved";
      readonly statements: readonly StatementReference[];
      readonly missing: readonly Level[];
    }
  /** This one is allowed, says `evaluate`. */
  | { readonly result: "refuted"; readonly request: Request; readonly decision: Decision }
  /** Neither was found; why, as a sentence. Never to be taken for a proof. */
  | { readonly result: "undecided"; readonly reason: string };
