import { GuardrailTarget, LandingZone } from "../model/landingZone";
import { accountsBelow } from "./coverage";
import { packStatements } from "./packing";
import { resourceGuards } from "./resourceGuards";

/**
 * Characters of one RCP, https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (2026-09).
 */
export const maximumRcpCharacters = 5_120;

/**
 * RCPs of ours on one root, OU or account: AWS takes 5 (same page), its own RCPFullAWSAccess is one of them, and one slot
 * stays free to attach a new policy before the old one is detached.
 */
export const maximumRcpsATarget = 3;

/**
 * The RCPs of a target, minified and packed into as few as the size allows; what they guard is in resourceGuards.ts.
 * Throws when they are more than one target can hold.
 */
export function resourceControlPolicies(zone: LandingZone, target: GuardrailTarget): string[] {
  const accounts = accountsBelow(zone, target);
  const documents = packStatements(
    resourceGuards.flatMap(({ id, actions, resources, conditions }) => {
      const arns = resources(zone, accounts);
      const Condition = conditions?.(zone);
      const statement = {
        Sid: id,
        Effect: "Deny",
        // Nothing else is allowed in an RCP that a customer writes.
        Principal: "*",
        Action: actions,
        Resource: arns,
        ...(Condition && { Condition }),
      };
      return arns.length > 0 ? [statement] : [];
    }),
    maximumRcpCharacters,
  );
  if (documents.length > maximumRcpsATarget) {
    throw new Error(
      `The guardrails of ${target.name} need ${documents.length} RCPs; ${maximumRcpsATarget} of ours fit on one target: ` +
        "name fewer automation roles.",
    );
  }
  return documents;
}
