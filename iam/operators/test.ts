import { RequestContext } from "../requestContext";
import { No, or, Truth, Yes } from "../truth";

/** Whether one value of the request matches one of the policy's. What a negated operator makes of it is not its business. */
export type ValueTest = (value: string, context: RequestContext) => Truth;

/** How a family of operators reads the policy's values. `variables` says whether `${...}` is a variable. */
export type OperatorFamily = (values: readonly string[], variables: boolean) => ValueTest;

/** Any of the tests; a certain match ends the search. */
export function anyOf(tests: readonly ValueTest[]): ValueTest {
  const [only] = tests;
  if (only !== undefined && tests.length === 1) {
    return only;
  }
  return (value, context) => {
    let answer: Truth = No;
    for (const test of tests) {
      answer = or(answer, test(value, context));
      if (answer === Yes) {
        break;
      }
    }
    return answer;
  };
}
