import { splitArn } from "../arn";
import { Query } from "./query";

/** What stands for the name of a role's session among the keys that are split; no key has no colon. */
export const sessionName = "RoleSession";

/**
 * The sessions of the role that policies of resources name, and one that none names. None at all where the session does not
 * matter.
 */
export function sessionsOf({ statements }: Query, role: string): readonly string[] {
  const start = sessionArn(role, "");
  const named = statements.flatMap(({ statement: { principals = [], notPrincipals = [] } }) =>
    [...principals, ...notPrincipals]
      .filter(({ value }) => value.startsWith(start))
      .map(({ value }) => value.slice(start.length)),
  );
  if (named.length === 0) {
    return [];
  }
  let other = "session";
  while (named.includes(other)) {
    other += "-2";
  }
  return [...new Set([...named.filter((name) => /^[\w+=,.@-]+$/.test(name)), other])];
}

/** `arn:aws:sts::444444444444:assumed-role/Reader/alice`, which says nothing of the role's path. */
export function sessionArn(role: string, name: string): string {
  const [, partition, , , account, resource = ""] = splitArn(role)!;
  return `arn:${partition}:sts::${account}:assumed-role/${resource.split("/").at(-1)}/${name}`;
}
