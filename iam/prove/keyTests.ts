import { ConditionTest, Family, StatementTests } from "./statementTests";
import { TextTest } from "./textTests";

/** Everything that the statements ask of one condition key. */
export interface KeyTests {
  /** In the letter case of the first statement that names it. */
  readonly name: string;
  readonly texts: TextTest[];
  /** The values that the other families compare with. */
  readonly others: Record<Exclude<Family, "text">, string[]>;
  /** Whether a set operator reads it, so that it may have several values. */
  severalValues: boolean;
}

/** The tests by key, in small letters. */
export function keyTests(statements: readonly StatementTests[]): Map<string, KeyTests> {
  const found = new Map<string, KeyTests>();
  for (const condition of statements.flatMap(({ conditions }) => conditions)) {
    const key = condition.name.toLowerCase();
    const tests = found.get(key) ?? noTests(condition.name);
    add(tests, condition);
    found.set(key, tests);
  }
  return found;
}

export function noTests(name: string): KeyTests {
  return {
    name,
    texts: [],
    others: { number: [], date: [], flag: [], binary: [], address: [] },
    severalValues: false,
  };
}

/** The families that ask of the key. */
export function familiesOf({ texts, others }: KeyTests): Family[] {
  const further = (Object.keys(others) as (keyof typeof others)[]).filter(
    (family) => others[family].length > 0,
  );
  return texts.length > 0 ? ["text", ...further] : further;
}

function add(tests: KeyTests, { family, texts, values, severalValues }: ConditionTest) {
  tests.severalValues ||= severalValues;
  if (family === "text") {
    tests.texts.push(...texts);
  } else if (family !== undefined) {
    tests.others[family].push(...values);
  }
}
