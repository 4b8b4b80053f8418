import { maximumRcpCharacters } from "../guardrails/resourceControlPolicies";
import { maximumScpCharacters } from "../guardrails/serviceControlPolicies";
import { exemptions } from "../guardrails/wildcardExemptions";
import { titleOf } from "../iam/policyDocument";
import { Subject, resourcePolicy } from "./policy";
import { documentOr, textOf } from "./properties";

/** Characters that a document may have, white space included as Pulumi sends it. */
const maximumCharacters: Readonly<Record<string, number>> = {
  SERVICE_CONTROL_POLICY: maximumScpCharacters,
  RESOURCE_CONTROL_POLICY: maximumRcpCharacters,
};

/** A Deny spares whom its negated conditions name: a wildcard there spares every role that anyone cares to create. */
export const scpNoWildcardExemption = resourcePolicy({
  name: "scp-no-wildcard-exemption",
  description:
    "A service or resource control policy must exempt roles by exact name and fit its quota.",
  severity: "critical",
  remediationSteps: "Name each exempt role in full, as arn:aws:iam::*:role/Name, and protect it.",
  checks: [{ types: ["aws:organizations/policy:Policy"], violations }],
});

function* violations(policy: Subject) {
  // The provider's default, where the program names no type.
  const type = textOf(policy, "type") ?? "SERVICE_CONTROL_POLICY";
  const maximum = maximumCharacters[type];
  if (maximum === undefined) {
    return;
  }
  const thing = `control policy '${policy.name}'`;
  const content: unknown = policy.props.content;
  const read = documentOr(thing, content);
  if ("violation" in read) {
    yield read.violation;
    return;
  }
  if (typeof content === "string" && content.length > maximum) {
    yield (
      `The ${thing} must have at most ${maximum} characters, not ${content.length}. ` +
      "Split it, and write JSON without white space."
    );
  }
  for (const statement of read.document.statements) {
    for (const fault of exemptions(statement)) {
      yield `The ${thing}, ${titleOf(read.document, statement)}, ${fault}`;
    }
  }
}
