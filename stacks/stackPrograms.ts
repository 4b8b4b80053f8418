import { GuardrailTarget, LandingZone } from "../model/landingZone";
import { knownAccounts } from "../model/names";
import { accountStack } from "./account";
import { bootstrapStack } from "./bootstrap";
import { guardrailsStack } from "./guardrails";
import { identityStack } from "./identity";
import { organizationStack } from "./organization";

export type StackKind = "organization" | "bootstrap" | "identity" | "account" | "guardrails";

/** A stack's name, what it is about, and the program that Pulumi runs for it. */
export interface StackProgram {
  /** `organization`, `bootstrap-<account>`, `identity`, `account-<account>`, `guardrails-<OU path with dots or account>`. */
  readonly name: string;
  readonly kind: StackKind;
  /** The account's name or the OU's path; none for `organization` and `identity`. */
  readonly target?: string;
  readonly run: () => object | void;
}

/**
 * Every stack of the landing zone, in the order in which they are deployed: guardrails come last, once the roles that
 * they exempt exist. What has no id yet has no stack.
 */
export function stackPrograms(zone: LandingZone): StackProgram[] {
  const accounts = knownAccounts(zone);
  return [
    { name: "organization", kind: "organization", run: () => organizationStack(zone) },
    ...accounts.map((account) => ({
      name: `bootstrap-${account.name}`,
      kind: "bootstrap" as const,
      target: account.name,
      run: () => bootstrapStack(zone, account),
    })),
    { name: "identity", kind: "identity", run: () => identityStack(zone) },
    ...accounts.map((account) => ({
      name: `account-${account.name}`,
      kind: "account" as const,
      target: account.name,
      run: () => accountStack(zone, account),
    })),
    ...zone.guardrails.filter(hasId).map((target) => ({
      name: `guardrails-${target.name.replaceAll(/[^\w.-]/g, ".")}`,
      kind: "guardrails" as const,
      target: target.name,
      run: () => guardrailsStack(zone, target),
    })),
  ];
}

function hasId(target: GuardrailTarget): target is GuardrailTarget & { readonly id: string } {
  return target.id !== undefined;
}
