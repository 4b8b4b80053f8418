import { Caller } from "../caller";
import { principalKeys, readerOf } from "../conditionKeys";
import { RequestContext, Values } from "../requestContext";
import { No } from "../truth";
import { accountTests, narrowed, ofAccount } from "./accountTests";
import { any, Elements, literal } from "./elements";
import { anyCharacterSet, withoutSlash } from "./characters";
import { Query } from "./query";
import { linkedPatterns, openLinks } from "./linkedTests";
import { rememberedObjects } from "../rememberedObjects";

type Kind = Caller["kind"];

/**
 * The keys that say something of the ARN of a principal of that kind, or of the name of a service, and how a pattern of the
 * key is one of the ARN.
 */
export function derivedKeys(
  kind: Kind,
): ReadonlyMap<string, (elements: Elements) => readonly Elements[]> {
  const itself = (elements: Elements) => [elements];
  if (kind === "service") {
    return new Map([["aws:principalservicename", itself]]);
  }
  if (kind === "federated" || kind === "anonymous") {
    return new Map();
  }
  return new Map([
    ["aws:principalarn", itself],
    ["aws:principalaccount", ofAccount],
    ...(kind === "user" ? [["aws:username", ofName] as const] : []),
    ...(kind === "root" ? [["aws:userid", ofAccount] as const] : []),
  ]);
}

/** Everything that the policies ask of the ARN of a principal of that kind, as patterns. */
export function principalTests(
  kind: Kind,
  query: Query,
  openAccount: boolean,
): readonly Elements[] {
  const known = (key: string) => commonValues(kind, query, key);
  const links = openLinks(query, known);
  const conditions = [...derivedKeys(kind)].flatMap(([key, convert]) =>
    linkedPatterns(key, query, known, links).flatMap(convert),
  );
  return [
    ...conditions,
    ...principalElements(query),
    ...query.policies.flatMap(({ managementAccount }) =>
      managementAccount === undefined ? [] : ofAccount(literal(managementAccount)),
    ),
    ...(openAccount ? accountTests(query) : []),
  ];
}

/** What is known of a key of every principal of the kind. */
export function commonValues(kind: Kind, query: Query, key: string): Values {
  if (derivedKeys(kind).has(key)) {
    return "unknown";
  }
  return principalKeys.includes(key)
    ? readerOf(key)(new RequestContext({ kind, serviceLinked: No }, {}))
    : query.valuesOf(key);
}

/** Principals that policies of resources name. */
function principalElements({ statements }: Query): Elements[] {
  return statements.flatMap(({ statement: { principals = [], notPrincipals = [] } }) =>
    [...principals, ...notPrincipals].flatMap(({ type, value }) => {
      if (type !== "AWS" || value === "*") {
        return [];
      }
      const [account] = /\d{12}/.exec(value) ?? [];
      const [, name] = /:assumed-role\/([^/]+)\//.exec(value) ?? [];
      return [
        ...(value.startsWith("arn:") ? [literal(value)] : []),
        ...(account ? ofAccount(literal(account)) : []),
        ...(name ? ofName(literal(name)) : []),
      ];
    }),
  );
}

/** The pattern of a name as one of ARNs that end in it. */
const ofName = rememberedObjects((name: Elements): readonly Elements[] =>
  name.some((element) => element.literal === "/")
    ? []
    : [[any(anyCharacterSet), ...literal("/"), ...narrowed(name, withoutSlash)]],
);
