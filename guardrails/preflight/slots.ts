import { PreflightFinding } from "./finding";
import { GuardrailTarget, LandingZone } from "../../model/landingZone";
import { ownPolicyContent } from "../ownPolicies/ownPolicies";
import {
  maximumRcpCharacters,
  maximumRcpsATarget,
  resourceControlPolicies,
} from "../resourceControlPolicies";
import {
  maximumScpCharacters,
  maximumScpsATarget,
  serviceControlPolicies,
} from "../serviceControlPolicies";

/*
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (2026-09)
 */

const maximumScps = 10_000;
const maximumRcps = 2_000;

/** The documents of one target, by kind. */
interface Documents {
  readonly scps: readonly string[];
  readonly rcps: readonly string[];
  readonly own: number;
}

/** Whether every target and the organization hold the policies: their number, for the size is held where they are made. */
export function* slotFindings(zone: LandingZone): Generator<PreflightFinding> {
  let [scps, rcps] = [0, 0];
  for (const target of zone.guardrails) {
    try {
      const documents = documentsOf(zone, target);
      scps += documents.scps.length;
      rcps += documents.rcps.length;
      yield* targetFindings(target, documents);
    } catch (error) {
      yield { target: target.name, level: "refused", message: (error as Error).message };
    }
  }
  yield* tooMany("SCPs", scps, maximumScps);
  yield* tooMany("RCPs", rcps, maximumRcps);
}

function documentsOf(zone: LandingZone, target: GuardrailTarget): Documents {
  const { policies = [] } = target;
  const own = (wanted: string) =>
    policies.filter(({ type }) => type === wanted).map((policy) => ownPolicyContent(policy));
  return {
    scps: [
      ...serviceControlPolicies(zone, target).map(({ content }) => content),
      ...own("SERVICE_CONTROL_POLICY"),
    ],
    rcps: [...resourceControlPolicies(zone, target), ...own("RESOURCE_CONTROL_POLICY")],
    own: policies.length,
  };
}

function* targetFindings(
  { name, policies = [] }: GuardrailTarget,
  { scps, rcps, own }: Documents,
): Generator<PreflightFinding> {
  for (const [kind, count, maximum, full] of [
    ["SCPs", scps.length, maximumScpsATarget, "FullAWSAccess"],
    ["RCPs", rcps.length, maximumRcpsATarget, "RCPFullAWSAccess"],
  ] as const) {
    if (count > maximum) {
      const files = policies.map(({ file }) => file).join(", ");
      const message =
        `has ${count} ${kind}, ${maximum} fit beside ${full} and the slot that a swap needs: ` +
        (own > 0
          ? `merge the organization's own (${files}).`
          : "attach the guardrails to OUs with fewer accounts.");
      yield { target: name, level: "refused", message };
    }
  }
  const message =
    `takes ${scps.length + 1} of 10 SCP slots and ${rcps.length + 1} of 5 RCP slots, AWS's own among them; the longest have ` +
    `${longest(scps)} of ${maximumScpCharacters} and ${longest(rcps)} of ${maximumRcpCharacters} characters.`;
  yield { target: name, level: "note", message };
}

function longest(documents: readonly string[]): number {
  return Math.max(0, ...documents.map(({ length }) => length));
}

function* tooMany(kind: string, count: number, maximum: number): Generator<PreflightFinding> {
  if (count > maximum) {
    const message = `The guardrails need ${count} ${kind}, an organization has ${maximum}: attach them to fewer OUs.`;
    yield { level: "refused", message };
  }
}
