import { Given } from "./support";

/** A document of one statement that allows sessions, some elements changed, and more statements. */
export function sessionDocument(changes: object, ...more: object[]): string {
  const statement = { Sid: "Shell", Effect: "Allow", Action: "ssm:StartSession", Resource: "*" };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ ...statement, ...changes }, ...more],
  });
}

/** An inline policy of a role, by default of one that is not OSAccess. */
export function sessionsOf(policy: unknown, role: unknown = "Builder"): Given {
  return { type: "aws:iam/rolePolicy:RolePolicy", props: { role, policy } };
}
