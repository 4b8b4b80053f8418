import { guardrailsOver } from "../guardrails/coverage";
import { resourceControlPolicies } from "../guardrails/resourceControlPolicies";
import { serviceControlPolicies } from "../guardrails/serviceControlPolicies";
import { ControlPolicyType, GuardrailTarget, LandingZone } from "../model/landingZone";
import { knownAccounts } from "../model/names";
import type { GuardrailsInForce } from "./configuration";

/**
 * What AWS would apply below each target whose id is known; targets with the same documents are one entry. AWS's own
 * FullAWSAccess is not in it: it is attached everywhere, and nothing here ever detaches it.
 */
export function declaredGuardrails(zone: LandingZone): GuardrailsInForce[] {
  const accounts = knownAccounts(zone);
  const entries = new Map<string, GuardrailsInForce>();
  for (const target of zone.guardrails) {
    if (target.id === undefined) {
      continue;
    }
    const documents = documentsOf(zone, target);
    const below = accounts
      .filter((account) => guardrailsOver(zone, account).includes(target))
      .map(({ id }) => id);
    const key = JSON.stringify(documents);
    const { targets = [], accounts: reached = [] } = entries.get(key) ?? {};
    entries.set(key, {
      targets: [...targets, target.id],
      accounts: [...new Set([...reached, ...below])],
      ...documents,
    });
  }
  return [...entries.values()];
}

function documentsOf(zone: LandingZone, target: GuardrailTarget) {
  const own = (wanted: ControlPolicyType) =>
    (target.policies ?? []).filter(({ type }) => type === wanted).map(({ text }) => text);
  return {
    serviceControlPolicies: [
      ...serviceControlPolicies(zone, target).map(({ content }) => content),
      ...own("SERVICE_CONTROL_POLICY"),
    ],
    resourceControlPolicies: [
      ...resourceControlPolicies(zone, target),
      ...own("RESOURCE_CONTROL_POLICY"),
    ],
  };
}
