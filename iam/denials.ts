import { Statement } from "./policyDocument";
import { matches } from "./wildcard";

/**
 * Whether the statement denies the action to everyone on the resource, whenever its conditions hold; the caller
 * judges those. The resource may end in a `*`, for all that begin so.
 */
export function denies(statement: Statement, action: string, resource: string): boolean {
  return (
    statement.effect === "Deny" &&
    concernsEveryone(statement) &&
    coversAction(statement, action) &&
    (statement.resources ?? []).some((pattern) => covers(pattern, resource))
  );
}

/** Whether the statement's Action or NotAction takes in the action. */
export function coversAction(statement: Statement, action: string): boolean {
  return statement.actions !== undefined
    ? statement.actions.some((pattern) => actionMatches(pattern, action))
    : !statement.notActions?.some((pattern) => actionMatches(pattern, action));
}

/** Actions have no letter case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export function actionMatches(pattern: string, action: string): boolean {
  return matches(pattern.toLowerCase(), action.toLowerCase());
}

/** An identity policy has no principals and concerns whoever has it. `*` of another kind than AWS is not everyone. */
function concernsEveryone({ principals, notPrincipals }: Statement): boolean {
  const everyone = principals?.some(({ type, value }) => type === "AWS" && value === "*") ?? true;
  return notPrincipals === undefined && everyone;
}

/**
 * The final star of the resource is taken for a character: only a star at the pattern's end can match it, and that one
 * matches whatever may stand there. A `?` could match it too without covering more, so a pattern with one covers nothing.
 */
function covers(pattern: string, resource: string): boolean {
  return !pattern.includes("?") && matches(pattern, resource);
}
