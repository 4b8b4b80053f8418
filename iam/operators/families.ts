import { Operator } from "../policyDocument";
import { ipAddress } from "./addresses";
import { arnLike } from "./arns";
import { comparisons, ordered } from "./comparison";
import { readDate } from "./dates";
import { binaryEquals, bool } from "./flags";
import { readNumber } from "./numbers";
import { stringEquals, stringEqualsIgnoreCase, stringLike } from "./strings";
import { OperatorFamily } from "./test";

/** How an operator works: its negated form is its opposite for every value. */
interface Working {
  readonly family: OperatorFamily;
  readonly negated: boolean;
}

/** Every operator that compares values; `Null` does not. */
export const workings: Readonly<Record<Exclude<Operator, "Null">, Working>> = {
  ...pair("StringEquals", "StringNotEquals", stringEquals),
  ...pair("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", stringEqualsIgnoreCase),
  ...pair("StringLike", "StringNotLike", stringLike),
  ...orderedOperators("Numeric", readNumber),
  ...orderedOperators("Date", readDate),
  Bool: { family: bool, negated: false },
  BinaryEquals: { family: binaryEquals, negated: false },
  ...pair("IpAddress", "NotIpAddress", ipAddress),
  ...pair("ArnEquals", "ArnNotEquals", arnLike),
  ...pair("ArnLike", "ArnNotLike", arnLike),
};

function pair<Positive extends Operator, Negative extends Operator>(
  positive: Positive,
  negative: Negative,
  family: OperatorFamily,
) {
  return {
    [positive]: { family, negated: false },
    [negative]: { family, negated: true },
  } as Record<Positive | Negative, Working>;
}

function orderedOperators<Kind extends "Numeric" | "Date">(
  kind: Kind,
  read: (text: string) => number | undefined,
) {
  const names = Object.keys(comparisons) as (keyof typeof comparisons)[];
  const positive = names.map((name) => [
    `${kind}${name}`,
    { family: ordered(name, read), negated: false },
  ]);
  return {
    ...(Object.fromEntries(positive) as Record<`${Kind}${keyof typeof comparisons}`, Working>),
    ...({ [`${kind}NotEquals`]: { family: ordered("Equals", read), negated: true } } as Record<
      `${Kind}NotEquals`,
      Working
    >),
  };
}
