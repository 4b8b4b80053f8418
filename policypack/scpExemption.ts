import { Condition, Statement, titleOf } from "../iam/policyDocument";
import { Subject, resourcePolicy } from "./policy";
import { documentOr, textOf } from "./properties";

/**
 * Characters a document may have, white space included as Pulumi sends it.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (2026-09)
 */
const maximumCharacters: Readonly<Record<string, number>> = {
  SERVICE_CONTROL_POLICY: 10_240,
  RESOURCE_CONTROL_POLICY: 5_120,
};

/** A Deny spares whom its negated conditions name: a wildcard there spares every role that anyone cares to create. */
export const scpNoWildcardExemption = resourcePolicy({
  name: "scp-no-wildcard-exemption",
  description:
    "A service or resource control policy must exempt roles by exact name and fit its quota.",
  severity: "critical",
  remediationSteps: "Name each exempt role in full, as arn:aws:iam::*:role/Name, and protect it.",
  configuration: [],
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

function* exemptions(statement: Statement): Iterable<string> {
  if (statement.effect !== "Deny") {
    return;
  }
  if (statement.notPrincipals !== undefined) {
    yield "must not use NotPrincipal: it spares whom it names. Use ArnNotLike aws:PrincipalArn with exact names.";
  }
  for (const { operator, values } of statement.conditions.filter(exempts)) {
    for (const value of values.filter((value) => !isExact(operator, value))) {
      yield (
        `must not exempt '${value}' by ${operator} aws:PrincipalArn: every role whose ARN fits is spared, ` +
        "and anyone may create one. Write ArnNotLike with the role's whole name; only the account may be a *."
      );
    }
  }
}

/** Whether the condition spares the principals that it names. */
function exempts({ operator, key }: Condition): boolean {
  return /^(Arn|String)Not/.test(operator) && key.toLowerCase() === "aws:principalarn";
}

/**
 * Arn operators compare the six parts of an ARN one by one, so a wildcard in the account reaches no further. For String
 * operators an ARN is plain text, and a role's path may hold colons: `arn:aws:iam::*:role/Name` also fits
 * `arn:aws:iam::111111111111:role/x:role/Name`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
function isExact(operator: Condition["operator"], value: string): boolean {
  const resource = operator.startsWith("Arn") ? value.split(":").slice(5).join(":") : value;
  return resource !== "" && !/[*?]/.test(resource);
}
