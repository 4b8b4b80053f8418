import { ControlPolicyType } from "./landingZone";

/**
 * What a document of the organization's own is. Each statement of an RCP has a Principal, and none of an SCP may, so one is
 * enough to tell them apart; a text that is no policy counts as an SCP until the lint refuses it.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 */
export function controlPolicyType(text: string): ControlPolicyType {
  const statements = [statementsOf(text)].flat();
  return statements.some(hasPrincipal) ? "RESOURCE_CONTROL_POLICY" : "SERVICE_CONTROL_POLICY";
}

function statementsOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { Statement?: unknown } | null)?.Statement;
  } catch {
    return undefined;
  }
}

function hasPrincipal(statement: unknown): boolean {
  return (
    typeof statement === "object" &&
    statement !== null &&
    ("Principal" in statement || "NotPrincipal" in statement)
  );
}
