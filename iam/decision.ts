import { CompiledPolicy } from "./compile";
import { PolicyKind, StatementReference } from "./compiledStatement";

/** Every policy that has a say in a request; what is not given does not exist. */
export interface Policies {
  /** Of the user with his groups, or of the role. */
  readonly identity?: readonly CompiledPolicy[];
  /** The permissions boundary of the user or role. */
  readonly boundary?: CompiledPolicy;
  /** Passed when the session began; together they are one. */
  readonly session?: readonly CompiledPolicy[];
  /** Of the caller's account: a list for the root, each OU and the account, in this order. Each list must allow. */
  readonly scps?: readonly (readonly CompiledPolicy[])[];
  /** Of the resource's account, likewise. RCPFullAWSAccess need not be in it. */
  readonly rcps?: readonly (readonly CompiledPolicy[])[];
  /** The policy of the resource, or the trust policy of the role that it is; by ARN where there are several. */
  readonly resource?: CompiledPolicy | ReadonlyMap<string, CompiledPolicy>;
  /** The organization's management account: no SCP binds its principals, no RCP guards its resources. */
  readonly managementAccount?: string;
}

export type Result = "allowed" | "explicitly denied" | "implicitly denied" | "unknown";

/** A decision with its reasons. */
export interface Decision {
  /**
   * `unknown` where the answer hangs on what is not known. A request that is denied in any case is denied: explicitly
   * where a Deny surely applies, otherwise implicitly.
   */
  readonly result: Result;
  /** The Deny statements, the Allow statements that let the request pass, or what the answer may hang on. */
  readonly decidedBy: readonly StatementReference[];
  /** Who did not allow, of a request that is implicitly denied or unknown. */
  readonly missing: readonly MissingAllow[];
  /**
   * The condition keys that an unknown decision may hang on, in small letters; also `NotPrincipal`, `CanonicalUser` or
   * `Resource` where AWS documents no certain answer for that element.
   */
  readonly unknownKeys: readonly string[];
}

/** A kind of policy, and for SCPs a level of the organization (0 is the root), whose Allow a request needs. */
export interface Level {
  readonly kind: PolicyKind;
  readonly level?: number;
}

export interface MissingAllow extends Level {
  /** The ARN that the Allow is missing for. */
  readonly resource: string;
}
