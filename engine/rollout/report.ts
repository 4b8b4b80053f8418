import { ResourceChange } from "./stackJob";
import { Undeclared } from "./undeclared";
import { WaveName } from "./waves";

/**
 * `unchanged`: skipped, as declared. `to run`: in a preview, what a rollout would run. `left`: not for this runner, or not
 * asked for. `blocked`: something it relies on is missing. `not started`: the rollout stopped before its turn. `other
 * shard`: another machine's.
 */
export type Outcome =
  | "succeeded"
  | "to run"
  | "failed"
  | "unchanged"
  | "left"
  | "blocked"
  | "not started"
  | "other shard";

export interface StackOutcome {
  readonly stack: string;
  readonly wave: WaveName;
  readonly outcome: Outcome;
  /** Why it ran, or why it did not; for a failure, its reason. */
  readonly why: string;
  /** Why it ran, where `why` is the reason of its failure. */
  readonly ranBecause?: string;
  readonly seconds?: number;
  /** What was done to resources, or would be. */
  readonly changes?: readonly ResourceChange[];
  /** What was changed outside, as a refresh saw it. */
  readonly drift?: readonly ResourceChange[];
  /** Operations that an earlier update was killed in. */
  readonly pending?: readonly string[];
  /** File with everything that the engine printed. */
  readonly log?: string;
}

export interface RolloutReport {
  /** Everything that is declared is deployed, as far as this rollout was asked. */
  readonly fine: boolean;
  readonly stacks: readonly StackOutcome[];
  /** What the proof, the pack or the preflight refuse; nothing was started then. */
  readonly refused: readonly string[];
  /** Stacks in the backend that nothing declares. */
  readonly undeclared: readonly Undeclared[];
  /** Accounts and OUs that are declared and have no stack, because no id is known. */
  readonly withoutStack: readonly string[];
}
