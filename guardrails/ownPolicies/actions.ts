import { ActionFacts } from "../../iam/facts";
import { Fault, quoted } from "../../model/fault";
import { OwnPolicyFacts } from "./facts";
import { OwnPolicyText, PlacedText } from "./text";

/**
 * Action names that AWS does not have: AWS takes them, and the statement then does nothing; or, in a NotAction, denies
 * what it should spare.
 */
export function* actionFaults(
  policy: OwnPolicyText,
  { actions, resourceControlServices }: OwnPolicyFacts,
): Generator<Fault> {
  for (const statement of policy.statements) {
    for (const element of ["Action", "NotAction"]) {
      for (const action of policy.texts(statement, element)) {
        if (action.text !== "*") {
          yield* oneActionFaults(policy, action, actions);
        }
        if (policy.policy.type === "RESOURCE_CONTROL_POLICY") {
          yield* outOfReach(policy, action, actions, resourceControlServices);
        }
      }
    }
  }
}

function* oneActionFaults(
  policy: OwnPolicyText,
  { text, path }: PlacedText,
  facts: ActionFacts,
): Generator<Fault> {
  if (facts.fitting(text).length > 0) {
    return;
  }
  const service = serviceOf(text);
  // Of a pattern nobody can say what it should have taken in.
  const near = /[*?]/.test(text) ? undefined : facts.nearest(text);
  const advice = near === undefined ? "correct it." : `did you mean '${near}'?`;
  const known = `that AWS had on ${facts.date}`;
  const isService = facts.fitting(`${service}:*`).length > 0;
  const [found, allowed] = !text.includes(":")
    ? ["", "an action as service:Name"]
    : !isService
      ? [", a service that IAM does not have", `a service ${known}`]
      : /[*?]/.test(text)
        ? [", which fits no action", `a pattern of actions of ${service} ${known}`]
        : [", which is no action", `an action of ${service} ${known}`];
  yield policy.fault(path, `found ${quoted(text)}${found}, allowed is ${allowed}: ${advice}`);
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html, the list of services. */
function* outOfReach(
  policy: OwnPolicyText,
  { text, path }: PlacedText,
  facts: ActionFacts,
  services: ReadonlySet<string>,
): Generator<Fault> {
  const service = serviceOf(text);
  const isOneService = !/[*?]/.test(service);
  if (isOneService && facts.fitting(text).length > 0 && !services.has(service)) {
    const allowed = "a service whose resources RCPs reach";
    const message = `found ${quoted(text)}, which no RCP stops, allowed is ${allowed}: write an SCP, without Principal.`;
    yield policy.fault(path, message);
  }
}

function serviceOf(action: string): string {
  return action.split(":", 1)[0]!.toLowerCase();
}
