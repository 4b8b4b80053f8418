import { KeyReader, readerOf } from "./conditionKeys";
import { workings } from "./operators/families";
import { ValueTest } from "./operators/test";
import { Condition } from "./policyDocument";
import { RequestContext } from "./requestContext";
import { and, No, not, or, Truth, truthOf, Unknown, Yes } from "./truth";

export type ConditionTest = (context: RequestContext) => Truth;

/**
 * One operator on one key, ready to be asked. `variables` says whether `${...}` is a variable in this document.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function compileCondition(condition: Condition, variables: boolean): ConditionTest {
  const key = condition.key.toLowerCase();
  const read = readerOf(key);
  if (condition.operator === "Null") {
    return nullTest(read, condition.values);
  }
  const { family, negated } = workings[condition.operator];
  const matches = family(condition.values, variables);
  const test: ValueTest = negated ? (value, context) => not(matches(value, context)) : matches;
  const combined = combinations[condition.quantifier ?? "none"];
  const absent = absentAnswer(condition, negated);
  const emptyIsAbsent = condition.quantifier !== undefined;
  return (context) => {
    const values = read(context);
    if (values === undefined || (emptyIsAbsent && isEmpty(values))) {
      return absent;
    }
    const heard = context.doubtCount;
    const answer = values === "unknown" ? Unknown : combined(values, test, context);
    // Where a variable is not known, its own key is the doubt.
    if (answer === Unknown && context.doubtCount === heard) {
      context.doubt(key);
    }
    return answer;
  };
}

/** Without the key a condition fails, and a negated one holds; the set operators and IfExists have their own rule. */
function absentAnswer({ quantifier, ifExists }: Condition, negated: boolean): Truth {
  if (ifExists || quantifier === "ForAllValues") {
    return Yes;
  }
  return truthOf(negated && quantifier !== "ForAnyValue");
}

const combinations = {
  ForAllValues: (values: readonly string[], test: ValueTest, context: RequestContext): Truth =>
    values.reduce<Truth>((answer, value) => and(answer, test(value, context)), Yes),

  ForAnyValue: (values: readonly string[], test: ValueTest, context: RequestContext): Truth =>
    values.reduce<Truth>((answer, value) => or(answer, test(value, context)), No),

  /** AWS wants a set operator for several values and does not say what it does without. */
  none: (values: readonly string[], test: ValueTest, context: RequestContext): Truth => {
    const answer = test(values[0]!, context);
    return values.length === 1 ||
      values.every((value, index) => index === 0 || test(value, context) === answer)
      ? answer
      : Unknown;
  },
};

/** `"Null": {key: "true"}` holds without the key, `"false"` with it; an empty value is none. */
function nullTest(read: KeyReader, wanted: readonly string[]): ConditionTest {
  const forAbsent = truthOf(wanted.some((value) => value.toLowerCase() === "true"));
  const forPresent = truthOf(wanted.some((value) => value.toLowerCase() === "false"));
  return (context) => {
    const values = read(context);
    if (values === "unknown") {
      return forAbsent === forPresent ? forAbsent : Unknown;
    }
    return values === undefined || isEmpty(values) ? forAbsent : forPresent;
  };
}

/** "If the context key value resolves to a null dataset, such as an empty string". */
function isEmpty(values: readonly string[] | "unknown"): boolean {
  return values !== "unknown" && values.every((value) => value === "");
}
