import { CompiledPolicy } from "./compile";
import { CompiledStatement } from "./compiledStatement";
import { Level, Policies } from "./decision";
import { Question } from "./request";
import { and, No, or, Truth, Unknown, Yes } from "./truth";

/** What the policies answer to a question on one resource, and which statements answered. */
export class Findings {
  readonly denying: CompiledStatement[] = [];
  readonly allowing: CompiledStatement[] = [];
  /** Statements of which it is not known whether they apply, and which may matter. */
  readonly open: CompiledStatement[] = [];
  readonly withoutAllow: Level[] = [];
  readonly resourcePolicy: CompiledPolicy | undefined;
  /** Whether the caller has a permissions boundary. */
  readonly bounded: boolean;

  constructor(
    readonly question: Question,
    readonly policies: Policies,
  ) {
    const { boundary, resource } = policies;
    this.bounded = boundary !== undefined;
    this.resourcePolicy =
      resource instanceof CompiledPolicy ? resource : resource?.get(question.arn);
  }

  /** Whether a Deny of the policy applies. `binding` says whether the policy has a say at all. */
  deniedBy(policy: CompiledPolicy | undefined, binding: Truth = Yes): Truth {
    if (policy === undefined || binding === No) {
      return No;
    }
    let answer: Truth = No;
    for (const statement of policy.statementsFor(this.question.action).denies) {
      const applies = and(binding, statement.applies(this.question, this.bounded));
      if (applies !== No) {
        (applies === Yes ? this.denying : this.open).push(statement);
        answer = or(answer, applies);
      }
    }
    return answer;
  }

  deniedByAny(policies: readonly CompiledPolicy[] = [], binding: Truth = Yes): Truth {
    let answer: Truth = No;
    for (const policy of policies) {
      answer = or(answer, this.deniedBy(policy, binding));
    }
    return answer;
  }

  /** Whether one of the policies allows; what remains open matters only if none does for certain. */
  allowedBy(policies: readonly CompiledPolicy[], kind: Level["kind"], level?: number): Truth {
    let answer: Truth = No;
    let open: CompiledStatement[] | undefined;
    for (const policy of policies) {
      for (const statement of policy.statementsFor(this.question.action).allows) {
        const applies = statement.applies(this.question);
        if (applies === Yes) {
          this.allowing.push(statement);
        } else if (applies === Unknown) {
          (open ??= []).push(statement);
        }
        answer = or(answer, applies);
      }
    }
    if (answer !== Yes && open !== undefined) {
      this.open.push(...open);
    }
    return this.noted(answer, kind, level);
  }

  /** The answer of a level; one that does not allow for certain is noted. */
  noted(allows: Truth, kind: Level["kind"], level?: number): Truth {
    if (allows !== Yes) {
      this.withoutAllow.push(level === undefined ? { kind } : { kind, level });
    }
    return allows;
  }
}
