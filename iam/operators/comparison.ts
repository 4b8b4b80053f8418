import { remembered } from "../remembered";
import { No, truthOf, Unknown } from "../truth";
import { anyOf, OperatorFamily } from "./test";

export const comparisons = {
  Equals: (value: number, bound: number) => value === bound,
  LessThan: (value: number, bound: number) => value < bound,
  LessThanEquals: (value: number, bound: number) => value <= bound,
  GreaterThan: (value: number, bound: number) => value > bound,
  GreaterThanEquals: (value: number, bound: number) => value >= bound,
};

/**
 * Operators on what has an order, numbers and dates. `read` gives undefined for what is neither. AWS documents no
 * answer for such a value: one in the request matches nothing, and one in the policy leaves the answer open.
 */
export function ordered(
  comparison: keyof typeof comparisons,
  read: (text: string) => number | undefined,
): OperatorFamily {
  const holds = comparisons[comparison];
  // Thousands of requests ask about one instant, and reading it takes longer than all the rest of a decision.
  const readOnce = remembered(read);
  return (values) =>
    anyOf(
      values.map((text) => {
        const bound = readOnce(text);
        return bound === undefined
          ? () => Unknown
          : (value) => {
              const number = readOnce(value);
              return number === undefined ? No : truthOf(holds(number, bound));
            };
      }),
    );
}
