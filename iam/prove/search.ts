import { AccessCheck, PrincipalSet, RequestSet } from "../accessCheck";
import { Policies } from "../decision";
import { Request } from "../request";
import { Asker, Assigned } from "./asker";
import { opaqueKey } from "./opaque";
import { principalClasses } from "./principalClasses";
import { likeness } from "./likeness";
import { Opaque } from "./opaquePrincipals";
import { Query } from "./query";
import { plainRequest } from "./refutation";
import { resourceClasses } from "./resourceClasses";
import { answerOf, Found, Judge, Verdict } from "./verdict";

/** Decisions of one check at most; each takes some microseconds. */
export const mostDecisions = 20_000;

/** Looks for a request of the set that the judge finds open under the policies, one action after another. */
export function search(
  policies: readonly Policies[],
  requests: RequestSet,
  judge: Judge,
): AccessCheck {
  const found: Found = { denials: [], reasons: new Set(), decisions: 0 };
  const searched = new Set<string>();
  for (const action of requests.actions) {
    const query = new Query(policies, requests, action);
    const alike = likeness(query);
    if (!searched.has(alike)) {
      searched.add(alike);
      new Search(query, judge, found).run();
    }
    if (found.open) {
      break;
    }
  }
  return answerOf(found);
}

/** Whether the principals found of the set are but some of it. */
function standsForOthers(set: PrincipalSet): boolean {
  const pattern = typeof set === "string" ? set : "service" in set ? set.service : "";
  return /[*?]/.test(pattern);
}

/** Looks through all requests of a query for an open one, by splitting what is unknown into the values that matter. */
class Search {
  constructor(
    private readonly query: Query,
    private readonly judge: Judge,
    private readonly found: Found,
  ) {}

  run(): void {
    const { principals, resources } = this.query.requests;
    for (const set of principals) {
      const classes = principalClasses(set, this.query);
      if (classes === undefined) {
        this.found.reasons.add("the principals that the policies tell apart are too many");
      }
      for (const principal of classes ?? []) {
        const asker = new Asker(principal, this.query, standsForOthers(set));
        for (const pattern of resources) {
          this.onResources(asker, pattern, new Map());
          if (this.found.open) {
            return;
          }
        }
      }
    }
  }

  /** Tries a resource of each class. Where a Resource holds a variable, its values come first. */
  private onResources(asker: Asker, pattern: string, assigned: Assigned): void {
    const resources = resourceClasses(pattern, this.query, asker.account, (key) =>
      asker.valuesOf(key, assigned),
    );
    if (resources === undefined) {
      this.found.reasons.add("the resources that the policies tell apart are too many");
    }
    const variables = new Set<string>();
    for (const resource of resources ?? []) {
      const variable = this.split(asker, resource, assigned);
      if (this.found.open) {
        return;
      }
      if (variable !== undefined) {
        variables.add(variable);
      }
    }
    const choice = asker.choose([...variables], assigned);
    if (choice?.gap !== undefined) {
      this.found.reasons.add(choice.gap);
    }
    for (const value of choice?.values ?? []) {
      this.onResources(asker, pattern, new Map([...assigned, [choice!.key, value]]));
      if (this.found.open) {
        return;
      }
    }
  }

  /** Returns the key that must be known before the resource. */
  private split(asker: Asker, resource: string, assigned: Assigned): string | undefined {
    const { found } = this;
    if (++found.decisions > mostDecisions) {
      found.reasons.add(`more than ${mostDecisions} decisions are needed`);
      return undefined;
    }
    const request = asker.request(resource, assigned);
    const verdict = this.verdict(request, asker.opaque);
    if (verdict.kind === "closed") {
      if (verdict.denial) {
        found.denials.push(verdict.denial);
      }
      return undefined;
    }
    if (verdict.kind === "open") {
      this.refute(request, "open");
      return undefined;
    }
    const choice = asker.choose(verdict.keys, assigned);
    if (choice === undefined && verdict.decision !== undefined) {
      this.refute(request, "unknown");
      return undefined;
    }
    if (choice === undefined) {
      found.reasons.add(
        verdict.keys.includes(opaqueKey)
          ? asker.opaque!.reason
          : `AWS documents no answer for ${verdict.keys.join(" and ")} here`,
      );
      return undefined;
    }
    if (choice.beforeResource) {
      return choice.key;
    }
    if (choice.gap !== undefined) {
      found.reasons.add(choice.gap);
    }
    let needed: string | undefined;
    for (const value of choice.values) {
      needed = this.split(asker, resource, new Map([...assigned, [choice.key, value]])) ?? needed;
      if (found.open) {
        return undefined;
      }
    }
    return needed;
  }

  /** What is opaque of the policies is looked at for a refutation only. */
  private verdict(request: Request, opaque: Opaque | undefined): Verdict {
    const verdict = this.judge(request, this.query.policies);
    if (opaque === undefined || verdict.kind === "open") {
      return verdict;
    }
    const certain = this.judge(
      { ...request, unknown: [...(request.unknown ?? []), opaqueKey] },
      opaque.policies,
    );
    if (certain.kind !== "unknown") {
      return certain;
    }
    const own = verdict.kind === "unknown" ? verdict : { keys: [] };
    return { ...own, kind: "unknown", keys: [...certain.keys, ...own.keys] };
  }

  /** What was open for certain is to remain so in the plain request. */
  private refute(request: Request, kind: "open" | "unknown") {
    const decisionOf = (other: Request) => {
      const verdict = this.judge(other, this.query.policies);
      const isFinding = verdict.kind === "open" || verdict.kind === kind;
      return isFinding ? verdict.decision : undefined;
    };
    const plain = plainRequest(request, this.query, (other) => decisionOf(other) !== undefined);
    const decision = decisionOf(plain);
    if (decision === undefined) {
      this.found.reasons.add("a request was found that does not pass when it is asked again");
    } else {
      this.found.open = { request: plain, decision };
    }
  }
}
