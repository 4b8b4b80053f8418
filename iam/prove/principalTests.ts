import { Caller } from "../caller";
import { principalKeys } from "../conditionKeys";
import { Values } from "../requestContext";
import { any, Element, Elements, literal, realArns } from "./elements";
import { anyCharacterSet, withoutColon, withoutSlash } from "./characters";
import { Query } from "./query";
import { linkedPatterns, openLinks } from "./linkedTests";
import { rememberedObjects } from "./rememberedObjects";

type Kind = Caller["kind"];

/** The keys that say something of the ARN of a principal of that kind, and how a pattern of the key is one of the ARN. */
export function derivedKeys(
  kind: Kind,
): ReadonlyMap<string, (elements: Elements) => readonly Elements[]> {
  return new Map([
    ["aws:principalarn", (elements: Elements) => [elements]],
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
    ...(openAccount ? accountsOf(query) : []),
  ];
}

/** What is known of a key of every principal of the kind. */
export function commonValues(kind: Kind, query: Query, key: string): Values {
  if (derivedKeys(kind).has(key)) {
    return "unknown";
  }
  return principalKeys.includes(key) ? undefined : query.valuesOf(key);
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

/**
 * Every account that is written anywhere, and the patterns of accounts: a principal of another account is as good as any
 * other such principal, also beside a resource that is in his account or is not.
 */
function accountsOf({ statements, requests }: Query): Elements[] {
  const patterns = statements.flatMap(({ statement: { resources = [], notResources = [] } }) =>
    [...resources, ...notResources].map((pattern) => pattern.split(":")[4] ?? ""),
  );
  const text = JSON.stringify([statements, requests]);
  const accounts = new Set(text.match(/(?<!\d)\d{12}(?!\d)/g));
  return [
    ...[...accounts].flatMap((account) => ofAccount(literal(account))),
    ...patterns
      .filter((pattern) => /\d/.test(pattern) && /[*?]/.test(pattern))
      .flatMap((pattern) => ofAccount(realArns(pattern))),
  ];
}

const toFifth = Array.from({ length: 4 }, () => [any(withoutColon), ...literal(":")]).flat();

/** The pattern of an account as one of ARNs of that account. */
export const ofAccount = rememberedObjects((account: Elements): readonly Elements[] =>
  account.some((element) => element.literal === ":")
    ? []
    : [[...toFifth, ...narrowed(account, withoutColon), ...literal(":"), any(anyCharacterSet)]],
);

/** The pattern of a name as one of ARNs that end in it. */
const ofName = rememberedObjects((name: Elements): readonly Elements[] =>
  name.some((element) => element.literal === "/")
    ? []
    : [[any(anyCharacterSet), ...literal("/"), ...narrowed(name, withoutSlash)]],
);

function narrowed(elements: Elements, set: number): Element[] {
  return elements.map((element) =>
    element.set === anyCharacterSet ? { ...element, set } : element,
  );
}
