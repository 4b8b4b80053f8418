import { StatementReference } from "./compiledStatement";
import { Decision, MissingAllow, Policies, Result } from "./decision";
import { PreparedRequest, Request } from "./request";
import { ResourceDecision } from "./resourceDecision";

/**
 * Decides a request by AWS's evaluation logic. Sound in both directions: what it says holds whatever the unknown keys
 * are. It is not complete: two conditions on one unknown key are taken to be independent, so that it may say `unknown`
 * where the decision is the same for every value.
 * Throws an Error of one line for what is no principal.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(request: Request | PreparedRequest, policies: Policies): Decision {
  const { questions } = request instanceof PreparedRequest ? request : new PreparedRequest(request);
  const decisions = questions.map((question) => new ResourceDecision(question, policies));
  // All resources must be allowed, so the worst answer is that of the request.
  let { result } = decisions[0]!;
  for (const decision of decisions) {
    result = rank[decision.result] < rank[result] ? decision.result : result;
  }
  const deciding = decisions.filter((decision) => decision.result === result);
  return {
    result,
    decidedBy: references(deciding),
    missing: result === "allowed" ? [] : deciding.flatMap(missingAllows),
    unknownKeys: result === "unknown" ? unknownKeys(deciding) : [],
  };
}

const rank: Readonly<Record<Result, number>> = {
  "explicitly denied": 0,
  "implicitly denied": 1,
  unknown: 2,
  allowed: 3,
};

function references(decisions: readonly ResourceDecision[]): StatementReference[] {
  const found: StatementReference[] = [];
  for (const { decidedBy } of decisions) {
    for (const { reference } of decidedBy) {
      if (!found.includes(reference)) {
        found.push(reference);
      }
    }
  }
  return found;
}

function missingAllows({ missing, question: { arn } }: ResourceDecision): MissingAllow[] {
  return missing.map((level) => ({ ...level, resource: arn }));
}

function unknownKeys(decisions: readonly ResourceDecision[]): string[] {
  return [...new Set(decisions.flatMap((decision) => [...decision.doubts()]))].sort();
}
