import { lockOuts } from "../../guardrails/preflight/lockOut";
import { controlPolicyType } from "../../model/controlPolicyType";
import { GuardrailTarget, LandingZone, OwnPolicy } from "../../model/landingZone";
import { zoneWith } from "../zone";

export type Statement = Readonly<Record<string, unknown>>;

export function policyOf(file: string, ...statements: readonly Statement[]): OwnPolicy {
  const Statement = statements.map((each) => ({ Effect: "Deny", Resource: "*", ...each }));
  const text = JSON.stringify({ Version: "2012-10-17", Statement }, null, 2);
  return { file, type: controlPolicyType(text), text };
}

/** The small landing zone with guardrails on all that has an id, and the policies at one of the targets. */
export function zoneOf(policies: readonly OwnPolicy[], at = "Workloads"): LandingZone {
  const targets: GuardrailTarget[] = [
    { name: "Workloads", kind: "organizationalUnit", id: "ou-ab12-11111111" },
    { name: "Security", kind: "organizationalUnit", id: "ou-ab12-33333333" },
  ];
  return zoneWith({
    guardrails: targets.map((target) => (target.name === at ? { ...target, policies } : target)),
  });
}

/** Who is stopped from what, and by what, one line for each caller and reason. */
export function stopped(zone: LandingZone): string[] {
  const lines = lockOuts(zone).map(({ need, stoppedBy }) => {
    const by =
      "statement" in stoppedBy
        ? `${stoppedBy.statement.policy} ${stoppedBy.statement.index}`
        : "level" in stoppedBy
          ? `nothing allows at ${stoppedBy.level}`
          : `perhaps ${stoppedBy.unknownKeys.join(" ")}`;
    return `${need.who}, ${need.owner.name}: ${by}`;
  });
  return [...new Set(lines)];
}

export const deploy = "the deploy role SekishoDeploy";
export const osAccess = "the role OSAccess";
export const nodes = ["SekishoNode", "SekishoHybridNode"].map((role) => `the nodes' role ${role}`);
export const automation = "the automation role PatchAutomation";
export const expiry = "the role SekishoSessionExpiry";
export const web = "web-production";
