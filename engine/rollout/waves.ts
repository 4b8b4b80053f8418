import { LandingZone } from "../../model/landingZone";
import { StackKind, StackProgram, stackPrograms } from "../../stacks/stackPrograms";

/** Names of the waves, in the order in which they run. */
export const waveNames = [
  "management-bootstrap",
  "organization",
  "bootstrap",
  "account-canary",
  "accounts",
  "identity",
  "guardrails-canary",
  "guardrails",
] as const;

export type WaveName = (typeof waveNames)[number];

/** Waves of one stack: whatever is tolerated among many, a failure here stops the rollout. */
export const wavesOfOne: ReadonlySet<WaveName> = new Set([
  "management-bootstrap",
  "organization",
  "account-canary",
  "identity",
  "guardrails-canary",
]);

/** Stacks that do not wait for each other. The next wave starts when all of them are done. */
export interface Wave {
  readonly name: WaveName;
  readonly stacks: readonly StackProgram[];
}

/** Which account and which guardrail target go ahead of their like. */
export interface Canaries {
  /** Name of an account with a stack. */
  readonly account: string;
  /** Name of a guardrail target with a stack; none where there is no such stack. */
  readonly target?: string;
}

/**
 * The stacks of the landing zone in an order that is safe by construction: the deploy role of the management account before
 * the stack that works through it, every account's roles before any guardrail that exempts them, one before the many.
 * A wave without stacks is left out.
 */
export function waves(zone: LandingZone, canaries: Canaries): Wave[] {
  const stacks = new Map<WaveName, StackProgram[]>();
  for (const program of stackPrograms(zone)) {
    const name = waveOf(zone, program, canaries);
    stacks.set(name, [...(stacks.get(name) ?? []), program]);
  }
  return waveNames.flatMap((name) => {
    const some = stacks.get(name);
    return some === undefined ? [] : [{ name, stacks: some }];
  });
}

function waveOf(
  zone: LandingZone,
  { kind, target }: { readonly kind: StackKind; readonly target?: string },
  canaries: Canaries,
): WaveName {
  switch (kind) {
    case "organization":
    case "identity":
      return kind;
    case "bootstrap":
      return target === zone.organization.management ? "management-bootstrap" : "bootstrap";
    case "account":
      return target === canaries.account ? "account-canary" : "accounts";
    case "guardrails":
      return target === canaries.target ? "guardrails-canary" : "guardrails";
  }
}
