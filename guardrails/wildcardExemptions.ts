import { Condition, Statement } from "../iam/policyDocument";

/*
 * A Deny holds where all its conditions hold, so each of them spares somebody. One that is not negated says whom the
 * Deny is about; a negated one names whom it spares, and that is an exemption if the key is about the caller. Keys of
 * the request (`sts:RoleSessionName`, `aws:RequestedRegion`, `aws:ViaAWSService`) are not judged.
 */

type KeyKind =
  /** `aws:PrincipalArn`: a role can be named, and protected. */
  | "arn"
  /** Only the organization's administrators say which accounts it has. */
  | "account"
  /** Tags, names, types: whoever makes or names a principal or a session has it. */
  | "chosen"
  /** Not of the caller, or set by AWS for its own services, which nobody can pose as. */
  | "other";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const kinds: ReadonlyMap<string, KeyKind> = new Map([
  ["aws:principalarn", "arn"],
  ["aws:principalaccount", "account"],
  ["aws:principalorgid", "account"],
  ["aws:principalorgpaths", "account"],
  ["aws:principalisawsservice", "other"],
  ["aws:principalservicename", "other"],
  ["aws:principalservicenameslist", "other"],
  ["aws:userid", "chosen"],
  ["aws:username", "chosen"],
  ["aws:sourceidentity", "chosen"],
  ["aws:federatedprovider", "chosen"],
] as const);

/** A key of the principal that AWS adds some day counts as chosen, as its tags and its type do. */
function kindOf(key: string): KeyKind {
  const name = key.toLowerCase();
  return kinds.get(name) ?? (name.startsWith("aws:principal") ? "chosen" : "other");
}

/** How a statement of an SCP or RCP spares principals that anyone may make, a predicate each. */
export function* exemptions({ effect, notPrincipals, conditions }: Statement): Iterable<string> {
  if (effect !== "Deny") {
    return;
  }
  if (notPrincipals !== undefined) {
    yield "must not use NotPrincipal: it spares whom it names. Use ArnNotLike aws:PrincipalArn with exact names.";
  }
  for (const condition of conditions) {
    yield* exemptionsBy(condition);
  }
}

function* exemptionsBy(condition: Condition): Iterable<string> {
  const { operator, key, values } = condition;
  const kind = kindOf(key);
  const by = `by ${operator} ${key}`;
  if (kind === "other" || !exempts(condition, kind)) {
    return;
  }
  if (operator === "Null") {
    yield (
      `must not exempt ${by}: every principal with that key is spared. ` +
      "Write ArnNotLike aws:PrincipalArn with exact names."
    );
  } else if (kind === "chosen") {
    yield (
      `must not exempt ${by}: whoever may create, name or tag a principal or its session gets that. ` +
      "Write ArnNotLike aws:PrincipalArn with exact names."
    );
  } else if (kind === "account") {
    for (const value of values.filter((value) => !isExactAccount(key, value))) {
      yield (
        `must not exempt '${value}' ${by}: it fits accounts that nobody named. ` +
        "Write ids and paths in full; only a path may end in /*."
      );
    }
  } else {
    for (const value of values.filter((value) => !isExactArn(operator, value))) {
      yield (
        `must not exempt '${value}' ${by}: every role whose ARN fits is spared, ` +
        "and anyone may create one. Write ArnNotLike with the role's whole name; only the account may be a *."
      );
    }
  }
}

/**
 * Whether the condition spares whom it names. With IfExists or ForAllValues the Deny also holds without the key, so
 * even one that is not negated spares those who choose another value. `Null` true is a negated `*`.
 */
function exempts(
  { operator, quantifier, ifExists, values }: Condition,
  kind: "arn" | "account" | "chosen",
): boolean {
  if (operator === "Null") {
    return values.some((value) => value !== "false");
  }
  const holdsWithoutKey = ifExists || quantifier === "ForAllValues";
  return operator.includes("Not") || (kind === "chosen" && holdsWithoutKey);
}

/**
 * Arn operators compare the six parts of an ARN one by one, so a wildcard in the account reaches no further. For String
 * operators an ARN is plain text, and a role's path may hold colons: `arn:aws:iam::*:role/Name` also fits
 * `arn:aws:iam::111111111111:role/x:role/Name`. A variable may become any text, and a name in other letter case is one
 * that the guardrails do not protect.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
function isExactArn(operator: Condition["operator"], value: string): boolean {
  const resource = value.split(":").slice(5).join(":");
  const rolesOfAccounts = operator.startsWith("Arn") && resource.startsWith("role/");
  return (
    operator !== "StringNotEqualsIgnoreCase" &&
    !value.includes("${") &&
    !/[*?]/.test(rolesOfAccounts ? resource : value)
  );
}

/** Who moves accounts between OUs administers the organization, so a path may stand for all below it. */
function isExactAccount(key: string, value: string): boolean {
  const below = /^o-[a-z0-9]+\/([a-z0-9/-]+\/)?\*$/;
  return (
    !/[*?]|\$\{/.test(value) || (key.toLowerCase() === "aws:principalorgpaths" && below.test(value))
  );
}
