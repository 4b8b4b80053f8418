import { Caller, callerOf, RequestPrincipal } from "../caller";
import { alwaysSent, principalKeys, readerOf } from "../conditionKeys";
import { Request } from "../request";
import { RequestContext, Values } from "../requestContext";
import { noTests } from "./keyTests";
import { KeyValues, valuesOf } from "./keyValues";
import { isExact, linkedPatterns, openLinks } from "./linkedTests";
import { resourceTarget } from "./links";
import { Opaque, opaquePolicies } from "./opaquePrincipals";
import { commonValues } from "./principalTests";
import { canonical, time, timeIn } from "./oneTime";
import { Query } from "./query";
import { sessionArn, sessionName, sessionsOf } from "./roleSessions";

/** Values of keys by their name in small letters, undefined for one that the request does not have. */
export type Assigned = ReadonlyMap<string, readonly string[] | undefined>;

/** A key to split a request by. */
export interface Choice extends Omit<KeyValues, "values"> {
  readonly key: string;
  readonly values: readonly (readonly string[] | undefined)[];
  /** Whether the resource must be chosen anew for each of the values. */
  readonly beforeResource: boolean;
}

/** Of these the user id follows from the principal; of others AWS makes one up. */
const userIdOfPrincipal: readonly Caller["kind"][] = ["root", "federated user", "anonymous"];

/** A principal, with what his requests for an action can have in their keys. */
export class Asker {
  readonly account: string | undefined;
  /** Where the principal does not stand for its whole class in all that the policies say. */
  readonly opaque: Opaque | undefined;
  private readonly kind;
  private readonly own: ReadonlyMap<string, Values>;

  constructor(
    readonly principal: RequestPrincipal,
    private readonly query: Query,
    standsForOthers: boolean,
  ) {
    const caller = callerOf(principal);
    const context = new RequestContext(caller, {});
    this.kind = caller.kind;
    this.account = caller.account;
    this.opaque = standsForOthers ? opaquePolicies(caller.kind, query) : undefined;
    const derived = userIdOfPrincipal.includes(caller.kind)
      ? [...principalKeys, "aws:userid"]
      : principalKeys;
    this.own = new Map(derived.map((key) => [key, readerOf(key)(context)]));
  }

  valuesOf(key: string, assigned: Assigned): Values {
    const name = canonical(key);
    if (this.own.has(name)) {
      return this.own.get(name);
    }
    const values = assigned.get(name);
    if (name === time && values !== undefined) {
      return timeIn({ [name]: values }, key.toLowerCase());
    }
    if (assigned.has(name)) {
      return values;
    }
    return commonValues(this.kind, this.query, key.toLowerCase());
  }

  /** The request with these values; of all other keys that policies ask for nothing is known. */
  request(resource: string, assigned: Assigned): Request {
    const { action, requests, keys, links } = this.query;
    const context: Record<string, string | readonly string[]> = { ...requests.context };
    for (const [key, values] of assigned) {
      if (values !== undefined && key !== sessionName) {
        context[this.query.nameOf(key)] = values.length === 1 ? values[0]! : values;
      }
    }
    const asked = new Set([...keys.keys(), ...links.map(({ variable }) => variable)]);
    const unknown = [...asked].filter((key) => this.valuesOf(key, assigned) === "unknown");
    return {
      ...this.session(assigned),
      action,
      resources: [resource],
      ...(requests.resourceAccount !== undefined && { resourceAccount: requests.resourceAccount }),
      ...(Object.keys(context).length > 0 && { context }),
      ...(unknown.length > 0 && { unknown }),
    };
  }

  private session(assigned: Assigned): Pick<Request, "principal" | "role"> {
    const { principal } = this;
    const [name] = assigned.get(sessionName) ?? [];
    return typeof principal === "string" && name !== undefined
      ? { principal: sessionArn(principal, name), role: principal }
      : { principal };
  }

  /** The key to split by among those that a decision hangs on; undefined where none can be split. */
  choose(doubts: readonly string[], assigned: Assigned): Choice | undefined {
    const { kind, principal, query } = this;
    if (kind === "role" && doubts.includes("aws:userid") && !assigned.has(sessionName)) {
      const values = sessionsOf(query, principal as string).map((name) => [name]);
      if (values.length > 0) {
        return { key: sessionName, values, beforeResource: false };
      }
    }
    const known = (key: string) => this.valuesOf(key, assigned);
    const links = openLinks(query, known);
    const open = doubts
      .map(canonical)
      .filter((key) => key.includes(":") && known(key) === "unknown");
    // What a key is compared with must be known before its own values can be told apart.
    const first = new Set(open.map((key) => variableBehind(key, links)));
    const choices = [...first].map((key) => this.choice(key, assigned));
    return choices.sort((left, right) => left.values.length - right.values.length)[0];

    function variableBehind(key: string, among: typeof links): string {
      const link = among.find(({ target }) => target === key);
      return link === undefined
        ? key
        : variableBehind(
            link.variable,
            among.filter((other) => other !== link),
          );
    }
  }

  private choice(key: string, assigned: Assigned): Choice {
    const known = (name: string) => this.valuesOf(name, assigned);
    const links = openLinks(this.query, known).filter(({ variable }) => variable === key);
    const patterns = linkedPatterns(key, this.query, known, openLinks(this.query, known));
    const tests = this.query.keys.get(key) ?? noTests(this.query.nameOf(key));
    const inexact = links.find(
      (link) => tests.severalValues || !isExact(link, openLinks(this.query, known)),
    );
    const {
      values,
      gap = inexact && `'${inexact.text}' holds for too many values of ${tests.name}`,
    } = valuesOf(tests, patterns, this.mayBeEmpty(key));
    return {
      key,
      values: this.mayBeAbsent(key) ? [undefined, ...values] : values,
      ...(gap && { gap }),
      beforeResource: links.some(({ target }) => target === resourceTarget),
    };
  }

  /** Of what AWS always sends, the caller writes but this one. */
  private mayBeEmpty(key: string): boolean {
    return this.mayBeAbsent(key) || (key === "aws:useragent" && !this.query.present.has(key));
  }

  private mayBeAbsent(key: string): boolean {
    return !(
      this.query.present.has(key) ||
      alwaysSent.includes(key) ||
      key === time ||
      (key === "aws:userid" && (this.kind === "user" || this.kind === "role"))
    );
  }
}
