import { PolicyDocument } from "../../support";
import { conditionMutations } from "./conditions";
import { patternMutations } from "./patterns";
import { principalMutations } from "./principals";

export type Statement = PolicyDocument["Statement"][0];

/** One way in which a statement may be wrong. */
export interface Mutation {
  readonly title: string;
  /** Undefined where the statement is gone. */
  readonly statement?: Statement;
}

/** Accounts that a mutation may name. */
export interface Surroundings {
  /** One in which the document is in force and is attacked. */
  readonly account: string;
  /** Those from which it is attacked. */
  readonly callers: readonly string[];
  /** One beside which it is attacked or used as well; none for a document of one account. */
  readonly otherAccount?: string;
}

/** Every single change of a statement that somebody could make by mistake or on purpose. */
export function mutationsOf(statement: Statement, around: Surroundings): Mutation[] {
  const { Effect } = statement;
  return [
    { title: "removed" },
    {
      title: "Effect flipped",
      statement: { ...statement, Effect: Effect === "Deny" ? "Allow" : "Deny" } as const,
    },
    ...patternMutations(statement, around),
    ...conditionMutations(statement, around),
    ...principalMutations(statement, around),
  ].filter(({ statement: mutated }) => JSON.stringify(mutated) !== JSON.stringify(statement));
}

/** The list with another value at one place. */
export function withAt<T>(values: readonly T[], index: number, value: T): T[] {
  return values.map((each, at) => (at === index ? value : each));
}

/** One value and a list of it are the same. */
export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat();
}
