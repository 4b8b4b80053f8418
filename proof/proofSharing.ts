import { AccessCheck } from "../iam/accessCheck";
import { CompiledPolicy } from "../iam/compile";
import { CompiledStatement } from "../iam/compiledStatement";
import { NamedAccounts } from "../guardrails/namedAccounts";

/*
 * What is proved of one account holds for another where swapping the two ids turns the policies and the question of the
 * one into those of the other: no rule of IAM looks at an id but by comparing it. So texts are compared with the own id
 * taken out, and a text that reads into ids is never shared. Of the policies only the statements count that cover an action
 * of the question.
 */

/** Gives each value that it meets a number, and equal values the same. */
export class Numbers {
  private readonly known = new Map<unknown, number>();

  of(value: unknown): number {
    const number = this.known.get(value) ?? this.known.size;
    this.known.set(value, number);
    return number;
  }
}

/** The statements of the organization's policies that have a say in a question. */
export class DecidingStatements {
  private readonly named: NamedAccounts;
  private readonly number: number;

  /** `levels` each must allow, which is the same for two equal ones, and a Deny counts wherever it stands. */
  constructor(
    levels: readonly (readonly CompiledPolicy[])[],
    actions: readonly string[],
    numbers: Numbers,
  ) {
    const texts = levels.map((level) => {
      const about = (policy: CompiledPolicy) =>
        actions.map((action) => policy.statementsFor(action.toLowerCase()));
      const found = level.flatMap(about);
      return {
        allows: textsOf(found.flatMap(({ allows }) => allows)),
        denies: textsOf(found.flatMap(({ denies }) => denies)),
      };
    });
    const allows = [...new Set(texts.map((level) => level.allows.join()))].sort();
    const denies = [...new Set(texts.flatMap((level) => level.denies))].sort();
    this.number = numbers.of(JSON.stringify([allows, denies]));
    this.named = new NamedAccounts([
      ...new Set(texts.flatMap(({ allows, denies }) => [...allows, ...denies])),
    ]);
  }

  /** Equal for accounts of which the statements say the same. */
  keyFor(id: string): string {
    return `${this.number} ${this.named.groupOf(id)}`;
  }
}

/** With what a proof calls the statement, so that it names none of another policy. */
function textsOf(statements: readonly CompiledStatement[]): string[] {
  return [
    ...new Set(
      statements.map(({ reference, statement }) => JSON.stringify([reference, statement])),
    ),
  ];
}

/** One answer for several questions that must all be proved: the worst of theirs. */
export function worstOf(checks: readonly AccessCheck[]): AccessCheck {
  const failed =
    checks.find(({ result }) => result === "refuted") ??
    checks.find(({ result }) => result === "undecided");
  if (failed !== undefined) {
    return failed;
  }
  const proved = checks.flatMap((check) => (check.result === "proved" ? [check] : []));
  return {
    result: "proved",
    statements: [...new Set(proved.flatMap(({ statements }) => statements))],
    missing: proved.flatMap(({ missing }) => missing),
  };
}
