import { Condition, Operator, Statement } from "../policyDocument";
import { RelevantStatement } from "./relevantStatements";
import { Reading, TextTest, textTest } from "./textTests";

/** What the operators of one family compare. */
export type Family = "text" | "number" | "date" | "flag" | "binary" | "address";

/** What one condition asks of its key. */
export interface ConditionTest {
  /** In the letter case of the document. */
  readonly name: string;
  /** Undefined for `Null`, which asks of no value. */
  readonly family: Family | undefined;
  readonly texts: readonly TextTest[];
  readonly values: readonly string[];
  /** Whether a set operator reads the key, so that it may have several values. */
  readonly severalValues: boolean;
}

/** What a statement asks of a request, but for who makes it. */
export interface StatementTests {
  readonly conditions: readonly ConditionTest[];
  readonly resources: readonly TextTest[];
}

/** For documents with variables and without: one statement may stand in both. */
const known = [new WeakMap<Statement, StatementTests>(), new WeakMap<Statement, StatementTests>()];

/** Read once for each statement: a policy is asked about many sets of requests. */
export function statementTests({ statement, variables }: RelevantStatement): StatementTests {
  const ofVersion = known[Number(variables)]!;
  let tests = ofVersion.get(statement);
  if (tests === undefined) {
    const { resources = [], notResources = [], conditions } = statement;
    tests = {
      conditions: conditions.map((condition) => conditionTest(condition, variables)),
      resources: [...resources, ...notResources]
        .filter((pattern) => pattern !== "*")
        .map((pattern) => textTest(pattern, "resource", variables)),
    };
    ofVersion.set(statement, tests);
  }
  return tests;
}

function conditionTest(condition: Condition, variables: boolean): ConditionTest {
  const { key, operator, values, quantifier } = condition;
  const family = operator === "Null" ? undefined : familyOf(operator);
  return {
    name: key,
    family,
    texts:
      family === "text"
        ? values.map((value) => textTest(value, readingOf(operator), variables))
        : [],
    values,
    severalValues: quantifier !== undefined,
  };
}

function familyOf(operator: Operator): Family {
  switch (true) {
    case operator.startsWith("Numeric"):
      return "number";
    case operator.startsWith("Date"):
      return "date";
    case operator === "Bool":
      return "flag";
    case operator === "BinaryEquals":
      return "binary";
    case operator.endsWith("IpAddress"):
      return "address";
    default:
      return "text";
  }
}

function readingOf(operator: Operator): Reading {
  switch (true) {
    case operator.startsWith("Arn"):
      return "arn";
    case operator.endsWith("Like"):
      return "like";
    case operator.endsWith("IgnoreCase"):
      return "folded";
    default:
      return "equals";
  }
}
