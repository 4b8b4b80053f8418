import { PreflightFinding } from "../guardrails/preflight/finding";
import type { Unguarded } from "../guardrails/coverage";
import type { OpenByNature } from "../guardrails/openByNature";
import type { Proof } from "../proof/proof";
import type { Unenforced } from "../guardrails/unenforced";
import type { StackKind } from "../stacks/stackPrograms";

/** What `sekisho check` found: each stack planned and judged, and what no guardrail covers. */
export interface CheckReport {
  /** In the order in which they are deployed. */
  readonly stacks: readonly StackReport[];
  readonly unguarded: readonly Unguarded[];
  /** What the files declare and nothing carries out yet. */
  readonly unenforced: readonly Unenforced[];
  /** Who can use which access path in the guarded accounts. */
  readonly proof: Proof;
  /** What is to be known before the guardrails are attached. */
  readonly preflight: readonly PreflightFinding[];
  /** What no guardrail can close. */
  readonly openByNature: readonly OpenByNature[];
}

export interface StackReport {
  readonly stack: string;
  readonly kind: StackKind;
  /** The account or OU that the stack is about; none for `organization` and `identity`. */
  readonly target?: string;
  /** How many resources of each type the stack makes, components and providers included. */
  readonly resources: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
  /** Why the program could not be planned, in one line; the stack has no resources then. */
  readonly failure?: string;
}

/** One answer "no" of a policy of the pack. */
export interface Violation {
  readonly policy: string;
  readonly message: string;
  /** Logical name of the resource; none where the policy judges the stack. */
  readonly resource?: string;
  readonly urn?: string;
}
