import { StackOutcome } from "./report";
import { WaveName } from "./waves";

/** What only this machine decides. */
export interface MachineOptions {
  /** How many stacks run at once. */
  readonly jobs: number;
  /** Folder of this run: journal and, unless told otherwise, logs. */
  readonly folder: string;
  readonly logs: string;
  /** Minutes that a shard waits for the others between waves. */
  readonly wait: number;
  /** Seconds before a stack that AWS throttled is tried again. */
  readonly retryDelay: number;
  /** Stacks whose lock may be removed, whoever holds it. */
  readonly release: readonly string[];
}

/** Told what happens, as it happens. */
export interface RolloutListener {
  /** A wave begins; so many of its stacks run. */
  wave(name: WaveName, stacks: number): void;
  ended(outcome: StackOutcome, counts: { done: number; total: number; running: number }): void;
  note(line: string): void;
}
