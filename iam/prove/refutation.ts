import { splitArn } from "../arn";
import { callerOf } from "../caller";
import { Context, Request } from "../request";
import { Automaton } from "./automaton";
import { realArns } from "./elements";
import { isServiceLinked } from "./principalClasses";
import { canonical } from "./oneTime";
import { Query } from "./query";

/**
 * The same finding in a request that a person takes in at a glance: nothing is unknown in it, no key is set that does not
 * matter, and names are natural where others do as well. `isOpen` says whether a request is still a finding.
 */
export function plainRequest(
  found: Request,
  query: Query,
  isOpen: (request: Request) => boolean,
): Request {
  const context = { ...found.context } as Record<string, string | readonly string[]>;
  for (const key of query.requests.present ?? []) {
    if (!Object.keys(context).some((name) => canonical(name) === canonical(key))) {
      context[key] = "x";
    }
  }
  return natural(withoutIdleKeys(withContext(found, context), query, isOpen), query, isOpen);
}

/** The request with these keys and with none unknown. */
function withContext(
  { principal, role, action, resources, resourceAccount }: Request,
  context: Context,
): Request {
  return {
    principal,
    ...(role !== undefined && { role }),
    action,
    resources,
    ...(resourceAccount !== undefined && { resourceAccount }),
    ...(Object.keys(context).length > 0 && { context }),
  };
}

function withoutIdleKeys(
  request: Request,
  { given, present }: Query,
  isOpen: (request: Request) => boolean,
): Request {
  let shorter = request;
  for (const key of Object.keys(request.context ?? {})) {
    if (!given.has(canonical(key)) && !present.has(canonical(key))) {
      const context = Object.fromEntries(
        Object.entries(shorter.context!).filter(([name]) => name !== key),
      );
      const candidate = withContext(shorter, context);
      shorter = isOpen(candidate) ? candidate : shorter;
    }
  }
  return shorter;
}

/** The witness of an automaton is the shortest text there is, such as `role/x`. */
function natural(request: Request, query: Query, isOpen: (request: Request) => boolean): Request {
  let better = request;
  for (const principal of naturalPrincipals(request.principal)) {
    const candidate = { ...better, principal };
    if (isOfSet(principal, query) && isOpen(candidate)) {
      better = candidate;
      break;
    }
  }
  const [resource] = better.resources;
  if (typeof resource !== "string") {
    return better;
  }
  const account = callerOf(better.principal).account;
  for (const arn of naturalResources(resource, query.action, account)) {
    const candidate = { ...better, resources: [arn] };
    if (fits(arn, query.requests.resources) && isOpen(candidate)) {
      return candidate;
    }
  }
  return better;
}

function naturalPrincipals(principal: Request["principal"]): string[] {
  if (typeof principal !== "string") {
    return [];
  }
  const start = /^(.*:(?:role|user|federated-user)\/)x$/.exec(principal)?.[1];
  return start === undefined ? [] : [`${start}${start.endsWith(":role/") ? "Anybody" : "anybody"}`];
}

/** The ARN with a service, a region and an account where it has invented ones. */
function naturalResources(arn: string, action: string, account = "111122223333"): string[] {
  const [start, partition, service, region, owner, rest] = splitArn(arn) ?? [];
  if (service === undefined || owner === undefined) {
    return [];
  }
  const own = [service, action.slice(0, action.indexOf(":"))].reverse();
  const regions = region === "" ? ["us-east-1", ""] : [region];
  const owners = owner === "" ? [account, ""] : [owner];
  return own.flatMap((name) =>
    regions.flatMap((place) =>
      owners.map((who) => [start, partition, name, place, who, rest].join(":")),
    ),
  );
}

function isOfSet(principal: string, { requests }: Query): boolean {
  const patterns = requests.principals.filter((set) => typeof set === "string");
  return (
    fits(principal, patterns) &&
    !fits(principal, requests.except ?? []) &&
    !isServiceLinked(principal)
  );
}

function fits(arn: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern === "*" ? true : new Automaton(realArns(pattern)).matches(arn),
  );
}
