import { AccessCheck, RequestSet } from "./accessCheck";
import { Policies } from "./decision";
import { evaluate } from "./evaluate";
import { search } from "./prove/search";
import { Judge } from "./prove/verdict";

/**
 * Whether the updated policies allow none of the requests but those that the existing ones surely allow. Refuted with a
 * request that is new, and the decision of the updated policies on it. Named after the check of IAM Access Analyzer.
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html
 * Throws an Error of one line for a principal or a resource that there cannot be.
 */
export function checkNoNewAccess(
  existing: Policies,
  updated: Policies,
  requests: RequestSet,
): AccessCheck {
  return search([existing, updated], requests, isNew);
}

const isNew: Judge = (request, [existing, updated]) => {
  const decision = evaluate(request, updated!);
  if (decision.result === "explicitly denied" || decision.result === "implicitly denied") {
    return { kind: "closed", denial: decision };
  }
  const before = evaluate(request, existing!);
  if (before.result === "allowed") {
    return { kind: "closed" };
  }
  if (decision.result === "unknown") {
    return { kind: "unknown", keys: [...decision.unknownKeys, ...before.unknownKeys] };
  }
  return before.result === "unknown"
    ? { kind: "unknown", keys: before.unknownKeys, decision }
    : { kind: "open", decision };
};
