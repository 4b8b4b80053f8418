import { alwaysSent, principalKeys } from "../../iam/conditionKeys";
import { ActionFact, ActionFacts, ResourceType } from "../../iam/facts";
import { arnPattern, matches, overlap } from "../../iam/wildcard";

/** A statement of a rendered SCP or RCP. */
export interface DenyStatement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Record<string, Record<string, string | readonly string[]>>;
}

/** Sent with every request that the statements name it for, though no action lists them. */
const sent = new Set([...alwaysSent, ...principalKeys]);

/** Why the statement, or a part of it, can never deny anything; empty where each part can. */
export function neverMatches(statement: DenyStatement, facts: ActionFacts): string[] {
  const actions = listOf(statement.Action);
  return [
    ...actions.flatMap((pattern) => actionFaults(statement, pattern, facts)),
    ...idleResources(
      statement,
      actions.flatMap((pattern) => factsOf(facts, pattern)),
    ),
  ].map((fault) => `${statement.Sid}: ${fault}`);
}

function actionFaults(statement: DenyStatement, pattern: string, facts: ActionFacts): string[] {
  const fitting = factsOf(facts, pattern);
  if (fitting.length === 0) {
    return [`${pattern} is no action`];
  }
  // Of `s3:*` it is enough that some action is denied; of a name that stands there by itself, that one is meant.
  const faults = fitting.map((fact) => [
    ...resourceFaults(statement, fact),
    ...conditionFaults(statement, fact),
  ]);
  return faults.some((each) => each.length === 0) ? [] : faults[0]!;
}

function resourceFaults({ Resource, NotResource }: DenyStatement, fact: ActionFact): string[] {
  const { action, resourceTypes } = fact;
  if (NotResource !== undefined) {
    const isDenied = resourceTypes.some(
      (type) =>
        type.required && !listOf(NotResource).some((arn) => matches(arn, somethingOf(type))),
    );
    return isDenied ? [] : [`${action} has no resource that NotResource does not spare`];
  }
  return listOf(Resource).some((arn) => arn === "*" || fits(arn, resourceTypes))
    ? []
    : [`${action} works on none of the resources`];
}

function conditionFaults({ Condition = {} }: DenyStatement, fact: ActionFact): string[] {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys)
      .filter(([key, value]) => needsTheKey(operator, value) && !isSent(key, fact))
      .map(([key]) => `${fact.action} does not send ${key}, which ${operator} needs`),
  );
}

/** Whether a request without the key escapes the deny, or, for a negation, an exception by the key that nobody could have. */
function needsTheKey(operator: string, value: string | readonly string[]): boolean {
  return operator === "Null" ? value === "false" : !operator.endsWith("IfExists");
}

function isSent(key: string, { conditionKeys }: ActionFact): boolean {
  const wanted = key.toLowerCase();
  return (
    sent.has(wanted) ||
    conditionKeys.some((known) => matches(known.replace(/\$\{.*\}/, "*").toLowerCase(), wanted))
  );
}

function idleResources({ Resource }: DenyStatement, facts: readonly ActionFact[]): string[] {
  const types = facts.flatMap(({ resourceTypes }) => resourceTypes);
  return listOf(Resource)
    .filter((arn) => arn !== "*" && !fits(arn, types))
    .map((arn) => `no action works on ${arn}`);
}

function fits(arn: string, types: readonly ResourceType[]): boolean {
  return types.some((type) => overlap(arnPattern(arn), arnPattern(type.arn)));
}

/** A resource of that type that no document names. */
function somethingOf({ arn }: ResourceType): string {
  return arn.replaceAll("*", "something");
}

function factsOf(facts: ActionFacts, pattern: string): ActionFact[] {
  return facts.fitting(pattern).map((action) => facts.of(action)!);
}

function listOf(values: string | readonly string[] = []): readonly string[] {
  return typeof values === "string" ? [values] : values;
}
