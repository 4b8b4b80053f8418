import { Statement } from "./policyDocument";
import { matches } from "./wildcard";

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
