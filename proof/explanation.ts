import { AccessCheck, RequestSet } from "../iam/accessCheck";
import { checkAccessNotGranted } from "../iam/checkAccessNotGranted";
import { Decision } from "../iam/decision";
import { evaluate } from "../iam/evaluate";
import { Request } from "../iam/request";
import { LevelAnswer, NamedPolicies, levelAnswers } from "./levelAnswers";
import { administrator, openToAll } from "./proofOfPath";

/** One call on the way, decided. */
export interface Step {
  /** What it is, as a person says it: `alice takes OSAccess`. */
  readonly title: string;
  readonly request: Request;
  readonly decision: Decision;
  readonly levels: readonly LevelAnswer[];
  /** What was assumed, and what follows for other requests. */
  readonly notes: readonly string[];
}

/** The way of somebody to an access path, call by call; it ends with the first that is not allowed. */
export interface Explanation {
  readonly steps: readonly Step[];
  /** Whether every call is allowed; what hangs on something unknown is not. */
  readonly allowed: boolean;
}

export function explanationOf(steps: readonly Step[]): Explanation {
  return { steps, allowed: steps.every(({ decision }) => decision.result === "allowed") };
}

export function stepOf(
  title: string,
  request: Request,
  named: NamedPolicies,
  notes: readonly string[] = [],
): Step {
  return {
    title,
    request,
    decision: evaluate(request, named.policies),
    levels: levelAnswers(request, named),
    notes,
  };
}

/**
 * The step for a whole set of requests: the one that passes if there is one, or any of them. A note says which of the
 * two it is.
 */
export function stepOfSet(
  title: string,
  requests: RequestSet,
  named: NamedPolicies,
  notes: readonly string[] = [],
): Step {
  const check = checkAccessNotGranted(named.policies, requests);
  if (check.result === "refuted") {
    return stepOf(title, check.request, named, notes);
  }
  return stepOf(title, exampleOf(requests), named, [...notes, verdict(check)]);
}

function verdict(check: AccessCheck): string {
  return check.result === "undecided"
    ? `Whether every such call is refused could not be decided: ${check.reason}.`
    : "This call is an example: every such call is proved to be refused, on any resource and in any circumstances.";
}

/** Some request of the set: the one that would pass if nothing stood in its way. */
export function exampleOf(requests: RequestSet): Request {
  const check = checkAccessNotGranted({ identity: [administrator], resource: openToAll }, requests);
  if (check.result !== "refuted") {
    throw new Error(`No request fits: nobody of ${JSON.stringify(requests.principals)} can call.`);
  }
  return check.request;
}
