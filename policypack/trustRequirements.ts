import { Condition } from "../iam/policyDocument";
import { osAccessPath } from "../model/names";
import type { PackConfiguration } from "./configuration";

/** Seconds: the shortest session that a role can have, and the oldest MFA that may open one. */
export const oneHour = 3600;

/** A condition that the trust policy of OSAccess must have. Any other only narrows it, since all must hold. */
interface Requirement {
  readonly operators: readonly Condition["operator"][];
  readonly key: string;
  readonly accepts: (value: string, configuration: PackConfiguration) => boolean;
  /** How the condition reads, for the message. */
  readonly form: (configuration: PackConfiguration) => string;
}

export const requirements: readonly Requirement[] = [
  {
    operators: ["Bool"],
    key: "aws:MultiFactorAuthPresent",
    accepts: (value) => value === "true",
    form: () => "Bool aws:MultiFactorAuthPresent true",
  },
  {
    operators: ["NumericLessThan", "NumericLessThanEquals"],
    key: "aws:MultiFactorAuthAge",
    accepts: (value) => /^\d+$/.test(value) && Number(value) <= oneHour,
    form: () => `NumericLessThan aws:MultiFactorAuthAge of at most ${oneHour}`,
  },
  {
    operators: ["ArnLike", "ArnEquals"],
    key: "aws:PrincipalArn",
    accepts: (value, { identityAccount }) =>
      new RegExp(`^arn:[a-z*-]+:iam::${identityAccount}:user${osAccessPath}`).test(value),
    form: ({ identityAccount }) =>
      `ArnLike aws:PrincipalArn arn:*:iam::${identityAccount}:user${osAccessPath}*`,
  },
  {
    operators: ["StringEquals"],
    key: "sts:RoleSessionName",
    accepts: (value) => value === "${aws:username}",
    form: () => "StringEquals sts:RoleSessionName ${aws:username}",
  },
  {
    operators: ["StringEquals"],
    key: "aws:PrincipalOrgID",
    accepts: (value, { organizationId }) => value === organizationId,
    form: ({ organizationId }) => `StringEquals aws:PrincipalOrgID ${organizationId}`,
  },
];

/** A condition with IfExists or a set quantifier also holds without the key, so it requires nothing. */
export function meets(
  { quantifier, ifExists, operator, key, values }: Condition,
  requirement: Requirement,
  configuration: PackConfiguration,
): boolean {
  return (
    quantifier === undefined &&
    !ifExists &&
    requirement.operators.includes(operator) &&
    key.toLowerCase() === requirement.key.toLowerCase() &&
    values.length > 0 &&
    values.every((value) => requirement.accepts(value, configuration))
  );
}
