import { AccessCheck, RequestSet } from "./accessCheck";
import { Policies } from "./decision";
import { evaluate } from "./evaluate";
import { search } from "./prove/search";
import { Judge } from "./prove/verdict";

/**
 * Whether the policies allow none of the requests. Named after the check of IAM Access Analyzer, which asks it of one
 * document; this one asks it of all policies that have a say.
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckAccessNotGranted.html
 * Throws an Error of one line for a principal or a resource that there cannot be.
 */
export function checkAccessNotGranted(policies: Policies, requests: RequestSet): AccessCheck {
  return search([policies], requests, isAllowed);
}

const isAllowed: Judge = (request, [policies]) => {
  const decision = evaluate(request, policies!);
  switch (decision.result) {
    case "allowed":
      return { kind: "open", decision };
    case "unknown":
      return { kind: "unknown", keys: decision.unknownKeys };
    default:
      return { kind: "closed", denial: decision };
  }
};
