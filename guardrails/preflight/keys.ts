import { CompiledPolicy } from "../../iam/compile";
import { Context } from "../../iam/request";

/**
 * Keys that follow from who asks: the evaluator knows them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const ofPrincipal = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalisawsservice",
  "aws:principaltype",
  "aws:username",
]);

/**
 * Keys that no direct call of a user or of a role's session has, so that they are absent where a need does not give them:
 * those of calls that a service makes, of federation, of other services' requests.
 */
const absent = new Set([
  "aws:assumedroot",
  "aws:calledvia",
  "aws:calledviafirst",
  "aws:calledvialast",
  "aws:federatedprovider",
  "aws:principalservicename",
  "aws:principalservicenameslist",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
]);

/** Whether a request is given the key, in small letters. */
export function isGiven(key: string, given: Context = {}): boolean {
  return Object.keys(given).some((name) => name.toLowerCase() === key);
}

/**
 * The condition keys of some policies, those of policy variables among them, in small letters: of which nobody can say
 * beforehand what a request of ours will hold, if it is not given: an address, an endpoint, a tag.
 */
export function unknownKeysIn(policies: readonly CompiledPolicy[]): string[] {
  const conditions = policies
    .flatMap(({ statements }) => statements)
    .flatMap(({ statement }) => statement.conditions);
  const variables = conditions
    .flatMap(({ values }) => values)
    .flatMap((value) => [...value.matchAll(/\$\{([^},]+)/g)].map(([, name]) => name!.trim()));
  const keys = [...conditions.map(({ key }) => key), ...variables].map((key) => key.toLowerCase());
  return [...new Set(keys)].filter((key) => !ofPrincipal.has(key) && !absent.has(key));
}
