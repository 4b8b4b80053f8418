import { LandingZone } from "../../model/landingZone";
import { closedGate } from "./gates";
import type { PreparedStack } from "./preparedStack";
import { StackOutcome } from "./report";
import { untouched } from "./stackOutcomes";

/** How each stack stands while a rollout goes on, and what may start because of it. */
export class Standing {
  private readonly outcomes = new Map<string, StackOutcome>();
  /** Stacks that are as declared. */
  private readonly done: Set<string>;
  /** Bootstrap stacks that were deployed at some time. */
  private readonly bootstrapped: Set<string>;

  constructor(
    private readonly zone: LandingZone,
    stacks: readonly PreparedStack[],
  ) {
    const names = (some: PreparedStack[]) => new Set(some.map(({ program }) => program.name));
    this.done = names(stacks.filter(({ decision }) => !decision.run));
    this.bootstrapped = names(
      stacks.filter(
        ({ program, listed }) => program.kind === "bootstrap" && (listed?.resourceCount ?? 0) > 1,
      ),
    );
  }

  /** Here or on another shard: an account's stack may wait for a bootstrap stack of another machine. */
  succeeded(stack: string): void {
    this.done.add(stack);
    this.bootstrapped.add(stack);
  }

  set(outcome: StackOutcome): void {
    this.outcomes.set(outcome.stack, outcome);
  }

  has(stack: string): boolean {
    return this.outcomes.has(stack);
  }

  /** Why the stack must not start now; undefined where it may. */
  gate({ program }: PreparedStack): string | undefined {
    const { done, bootstrapped } = this;
    return closedGate(this.zone, program, { done, bootstrapped });
  }

  /** Whether the stack must not start now; then that is its outcome. */
  blocks(stack: PreparedStack): boolean {
    const why = this.gate(stack);
    if (why !== undefined) {
      const { program, wave } = stack;
      this.set({ stack: program.name, wave, outcome: "blocked", why });
    }
    return why !== undefined;
  }

  /** Whether nothing has failed. */
  isFine(): boolean {
    return [...this.outcomes.values()].every(({ outcome }) => outcome !== "failed");
  }

  /** How a stack stands; `mine` says whether it is this shard's. */
  of(stack: PreparedStack, mine: boolean): StackOutcome {
    const { name } = stack.program;
    return this.outcomes.get(name) ?? untouched(stack, { mine, done: this.done.has(name) });
  }
}
