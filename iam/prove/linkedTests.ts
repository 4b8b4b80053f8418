import { Values } from "../requestContext";
import { tokensOf } from "../pattern";
import { anyCharacterSet } from "./characters";
import { any, Elements, like, literal } from "./elements";
import { Link, resourceTarget } from "./links";
import { Query } from "./query";
import { between } from "./quotient";
import { resourceLanguages, resourceTests } from "./resourceTests";
import { patternsOf } from "./textTests";

/** What is known of the keys of a request. */
export type Known = (key: string) => Values;

/** The links that matter while these values are known: the others hold constant texts. */
export function openLinks({ links }: Query, known: Known): readonly Link[] {
  return links.filter(({ variable }) => known(variable) === "unknown");
}

/**
 * Whether values of the variable that answer all of `linkedPatterns` alike are as good as each other. They are not where
 * a text is more than the variable with something before and after it, where two variables meet in such texts, or where
 * variables hang on each other in a circle.
 */
export function isExact(link: Link, links: readonly Link[]): boolean {
  const meeting = links.filter(({ target }) => target === link.target);
  const alone = meeting.every(({ variable }) => variable === link.variable);
  const bare = meeting.every(({ around }) => around?.before === "" && around.after === "");
  return (
    link.around !== undefined && (alone || bare) && !reaches(link.target, link.variable, links)
  );
}

function reaches(
  from: string,
  to: string,
  links: readonly Link[],
  seen = new Set<string>(),
): boolean {
  if (from === to) {
    return true;
  }
  seen.add(from);
  return links.some(
    ({ variable, target }) =>
      variable === from && !seen.has(target) && reaches(target, to, links, seen),
  );
}

/**
 * Everything that a key, or the resource, is compared with: by itself, and through texts in which it stands for a part of
 * another key's value or another key for a part of its own.
 */
export function linkedPatterns(
  key: string,
  query: Query,
  known: Known,
  links: readonly Link[],
  seen: ReadonlySet<string> = new Set(),
): readonly Elements[] {
  const visited = new Set([...seen, key]);
  const asVariable = links.filter(
    ({ variable, target }) => variable === key && !visited.has(target),
  );
  const asTarget = links.filter(({ variable, target }) => target === key && !visited.has(variable));
  return [
    ...ownPatterns(key, query, known),
    ...asVariable.flatMap(({ around, target }) =>
      around === undefined
        ? []
        : linkedPatterns(target, query, known, links, visited).flatMap((pattern) =>
            between(pattern, around.before, around.after),
          ),
    ),
    ...asTarget.flatMap(({ around, variable }) =>
      around === undefined
        ? []
        : [anyValue, ...linkedPatterns(variable, query, known, links, visited)].map((pattern) => [
            ...literal(around.before),
            ...pattern,
            ...literal(around.after),
          ]),
    ),
  ];
}

/** Some value of the variable makes the text. */
const anyValue: Elements = [any(anyCharacterSet)];

function ownPatterns(key: string, query: Query, known: Known): readonly Elements[] {
  const texts = key === resourceTarget ? query.resources : (query.keys.get(key)?.texts ?? []);
  const values = key === resourceTarget ? "unknown" : known(key);
  return [
    ...texts.flatMap((test) => {
      const patterns = patternsOf(test, known);
      return patterns === "unknown" ? [] : patterns;
    }),
    ...(values === "unknown" ? [] : (values ?? []).map(literal)),
    ...(key === resourceTarget ? [...resourceLanguages(query), ...resourceTests(query)] : []),
    ...(key === "aws:userid" ? uniqueIds(query) : []),
  ];
}

/** Users and roles that policies of resources name by unique id, which begins the user id. */
function uniqueIds({ statements }: Query): Elements[] {
  return statements.flatMap(({ statement: { principals = [], notPrincipals = [] } }) =>
    [...principals, ...notPrincipals]
      .filter(({ value }) => /^A[A-Z0-9]+$/.test(value))
      .flatMap(({ value }) => [literal(value), like(tokensOf(`${value}:*`))]),
  );
}
