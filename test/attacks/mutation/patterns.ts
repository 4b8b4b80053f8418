import { home } from "../world/places";
import { listOf, Mutation, Statement, Surroundings, withAt } from "./mutations";

type Element = "Action" | "NotAction" | "Resource" | "NotResource";

/** Actions and resources: one removed, one narrowed, one widened. */
export function patternMutations(statement: Statement, around: Surroundings): Mutation[] {
  return (["Action", "NotAction", "Resource", "NotResource"] as const).flatMap((element) =>
    elementMutations(statement, element, around),
  );
}

function elementMutations(
  statement: Statement,
  element: Element,
  around: Surroundings,
): Mutation[] {
  const values = listOf(statement[element]);
  const to = (title: string, changed: readonly string[]): Mutation => ({
    title,
    statement: { ...statement, [element]: changed },
  });
  return values.flatMap((value, index) => [
    ...(values.length > 1
      ? [
          to(
            `without ${value}`,
            values.filter((_, at) => at !== index),
          ),
        ]
      : []),
    ...narrowings(value, around).map((narrow) =>
      to(`${value} narrowed to ${narrow}`, withAt(values, index, narrow)),
    ),
    ...widenings(value, statement.Effect, element, around).map((wide) =>
      to(`${value} widened to ${wide}`, withAt(values, index, wide)),
    ),
  ]);
}

/** Less than the pattern: one account, one region, the bare text before the star. */
function narrowings(pattern: string, { otherAccount }: Surroundings): string[] {
  if (pattern === "*") {
    return [
      `arn:aws:*:${home.region}:*:*`,
      ...(otherAccount ? [`arn:aws:*:*:${otherAccount}:*`] : []),
    ];
  }
  const parts = pattern.split(":");
  const put = (part: number, text: string | undefined) =>
    parts[part] === "*" && text !== undefined ? [withAt(parts, part, text).join(":")] : [];
  const last = pattern.endsWith("*") && !pattern.endsWith(":*") ? [pattern.slice(0, -1)] : [];
  return pattern.startsWith("arn:")
    ? [...put(3, home.region), ...put(4, otherAccount), ...last]
    : last;
}

/**
 * More than the pattern: every name of its kind, and for an Allow everything. A Deny of more actions is no opening, and
 * that a Deny does not reach further than it should is seen at the names in SCPs and RCPs, which hold everybody.
 */
function widenings(
  pattern: string,
  effect: Statement["Effect"],
  element: Element,
  { otherAccount }: Surroundings,
): string[] {
  if (effect === "Deny" && element === "Resource" && otherAccount === undefined) {
    return [];
  }
  const kind = /^(arn:.*[/:])[^/:*{}]+$/.exec(pattern)?.[1];
  return [
    ...(effect === "Allow" && !element.startsWith("Not") && pattern !== "*" ? ["*"] : []),
    ...(kind && !kind.endsWith("*/") ? [`${kind}*`] : []),
  ];
}
