import { Subject, resourcePolicy } from "./policy";
import { listOf, textOf } from "./properties";
import { isOurs } from "./unknown";

/** How the names of all SCPs and RCPs of the landing zone start. */
const ourPrefix = "sekisho-";

const controlTypes = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"];

/** Guardrails that somebody else writes, or that are switched off for the whole organization, close nothing. */
export const guardrailPolicyOurs = resourcePolicy({
  name: "guardrail-policy-ours",
  description:
    "A guardrail of the landing zone must be written by it alone, and must stay in force.",
  severity: "critical",
  remediationSteps: "Give the policy another name, and leave both policy types enabled.",
  checks: [
    {
      types: ["aws:organizations/policy:Policy", "aws-native:organizations:Policy"],
      violations: policy,
    },
    { types: ["aws:organizations/organization:Organization"], violations: organization },
  ],
});

function* policy(subject: Subject) {
  const name = isOurs(subject) ? undefined : textOf(subject, "name");
  if (name?.startsWith(ourPrefix)) {
    yield (
      `The control policy '${subject.name}' must not be named '${name}': names with ${ourPrefix} are guardrails ` +
      "of the landing zone, which alone writes them. Choose another name."
    );
  }
}

/**
 * Switching a policy type off detaches all policies of it.
 * https://docs.aws.amazon.com/organizations/latest/userguide/disable-policy-type.html
 */
function* organization(subject: Subject) {
  const enabled = listOf(subject, "enabledPolicyTypes");
  const missing = controlTypes.filter((type) => !enabled.includes(type));
  if (missing.length > 0) {
    yield (
      `The organization '${subject.name}' must have ${missing.join(" and ")} in enabledPolicyTypes: without it ` +
      "no guardrail is in force. Add it."
    );
  }
  if ((textOf(subject, "featureSet") ?? "ALL") !== "ALL") {
    yield `The organization '${subject.name}' must have the featureSet ALL: others have no control policies. Set it.`;
  }
}
