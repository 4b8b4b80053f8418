import { AccessCheck } from "../iam/accessCheck";
import { CompiledPolicy } from "../iam/compile";
import { CompiledStatement } from "../iam/compiledStatement";
import { withoutAccount } from "./plannedIdentities";

/*
 * What is proved of one account holds for another where swapping the two ids turns the policies and the question of the
 * one into those of the other: no rule of IAM looks at an id but by comparing it. So texts are compared with the own id
 * taken out, and a text that reads into ids is never shared. Of the policies only the statements count that cover an action
 * of the question.
 */

/**
 * Whether a policy or a question, as JSON, could tell two ids apart otherwise than as wholes: by digits beside a wildcard,
 * which may fit the one and not the other, by an id or a variable in a longer word, or by their size.
 */
export function readsIntoIds(text: string): boolean {
  return pieces.test(text) || sizes.test(text);
}

const pieces = /(?<![A-Za-z\d])\d{1,12}[*?]|[*?]\d|[A-Za-z\d*?]\$?\{|\}[\d*?]/;
const sizes = /\bNumeric(?:[^}]|\$\{[^}]*\})*?:\w*(?:account|owner|userid)\b/i;

/** Gives each value that it meets a number, and equal values the same. */
export class Numbers {
  private readonly known = new Map<unknown, number>();

  of(value: unknown): number {
    const number = this.known.get(value) ?? this.known.size;
    this.known.set(value, number);
    return number;
  }
}

/**
 * Which accounts texts name, and how. Two that every list names in the same way can be swapped without changing a text,
 * and so can two that no text names.
 */
export class NamedAccounts {
  private readonly places = new Map<string, string[]>();
  private readonly apart: boolean;

  /** The texts are JSON. */
  constructor(texts: readonly string[]) {
    this.apart = texts.some(readsIntoIds);
    texts.forEach((text, index) => this.read(JSON.parse(text), `${index}`));
  }

  /** Equal for accounts that the texts treat alike, and empty for one that they do not name. */
  groupOf(id: string): string {
    return this.apart ? id : (this.places.get(id) ?? []).sort().join();
  }

  /** The order of a list of texts tells nothing in a policy, that of anything else is part of the place. */
  private read(value: unknown, place: string): void {
    if (typeof value === "string") {
      for (const [id] of value.matchAll(/(?<!\d)\d{12}(?!\d)/g)) {
        const places = this.places.get(id) ?? [];
        this.places.set(id, places);
        places.push(`${place}=${withoutAccount(value, id)}`);
      }
    } else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        const inList = Array.isArray(value) && typeof part === "string";
        this.read(part, inList ? place : `${place}.${key}`);
      }
    }
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
