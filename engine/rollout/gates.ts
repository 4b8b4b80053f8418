import { accountsBelow } from "../../guardrails/coverage";
import { LandingZone } from "../../model/landingZone";
import { ouAndAncestors } from "../../model/names";
import { StackProgram } from "../../stacks/stackPrograms";

/** What is known when a stack's turn comes. */
export interface Progress {
  /** Stacks that are as declared. */
  readonly done: ReadonlySet<string>;
  /** Bootstrap stacks that were deployed at some time, as declared now or not. */
  readonly bootstrapped: ReadonlySet<string>;
}

/**
 * Why a stack must not start now, in one sentence; undefined where nothing is against it.
 *
 * An account's roles are made through its deploy role. Guardrails lock out whoever they do not exempt, so every account
 * below their target must have its roles first.
 */
export function closedGate(
  zone: LandingZone,
  { kind, target }: StackProgram,
  { done, bootstrapped }: Progress,
): string | undefined {
  if (kind === "account" || kind === "identity" || kind === "organization") {
    const account =
      kind === "account"
        ? target!
        : kind === "identity"
          ? zone.organization.identity
          : zone.organization.management;
    return bootstrapped.has(`bootstrap-${account}`)
      ? undefined
      : `${account} has no deploy role yet: with credentials of the management account, sekisho rollout up --only bootstrap`;
  }
  if (kind !== "guardrails") {
    return undefined;
  }
  const guarded = zone.guardrails.find(({ name }) => name === target)!;
  const missing = accountsBelow(zone, guarded)
    .map(({ name }) => `account-${name}`)
    .filter((stack) => !done.has(stack));
  if (missing.length > 0) {
    return `${firstOf(missing)} below it did not succeed: under these guardrails nobody could make its roles`;
  }
  const unknown = zone.accounts.filter(
    ({ id, ou, name }) =>
      id === undefined &&
      (name === target || ouAndAncestors(zone, ou).some(({ path }) => path === target)),
  );
  return unknown.length === 0
    ? undefined
    : `${firstOf(unknown.map(({ name }) => name))} below it has no id yet, so no roles: write its id first, or move it out`;
}

function firstOf(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names[0]} (and ${names.length - 1} more)`;
}
