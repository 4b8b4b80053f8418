import { Caller } from "../caller";
import { Policies } from "../decision";
import { familiesOf } from "./keyTests";
import { isExact, openLinks } from "./linkedTests";
import { withOpaque } from "./opaque";
import { commonValues, derivedKeys } from "./principalTests";
import { Query } from "./query";

/**
 * The policies as they can be asked about a principal that stands for others: with no certain answer where it takes
 * more than the tests of its ARN to tell principals apart. Undefined where there is no such place.
 */
export function opaquePolicies(kind: Caller["kind"], query: Query): Opaque | undefined {
  const derived = derivedKeys(kind);
  const links = openLinks(query, (key) => commonValues(kind, query, key));
  // The user id of a federated user is account and name with a colon between: no pattern of the ARN says as much.
  const further = kind === "federated user" ? ["aws:userid"] : [];
  const texts = new Set(
    links
      .filter(
        (link) =>
          further.includes(link.variable) ||
          (derived.has(link.variable) && (derived.has(link.target) || !isExact(link, links))),
      )
      .map(({ text }) => text),
  );
  const keys = [...query.keys.keys()].filter(
    (key) =>
      further.includes(key) ||
      (derived.has(key) && familiesOf(query.keys.get(key)!).some((family) => family !== "text")),
  );
  if (texts.size + keys.length === 0) {
    return undefined;
  }
  return {
    reason: `principals differ in more than patterns can tell: ${[...texts, ...keys].join(", ")}`,
    policies: query.policies.map((policies) =>
      withOpaque(
        policies,
        (text) => texts.has(text),
        ({ key }) => keys.includes(key.toLowerCase()),
      ),
    ),
  };
}

export interface Opaque {
  readonly reason: string;
  readonly policies: readonly Policies[];
}
