import { CompiledPolicy, compile } from "../iam/compile";
import { Condition, Statement } from "../iam/policyDocument";

/**
 * The policies without the statements that are about the sessions of somebody else: what they say of one person does not
 * hang on those. Only a name that is written out counts as somebody else; a pattern or a variable may be anybody.
 */
export function statementsAbout(
  user: string,
  policies: readonly CompiledPolicy[],
): CompiledPolicy[] {
  return without(
    policies,
    (statement) =>
      isAbout(statement, (name) => name.toLowerCase() !== user.toLowerCase()) ||
      sparesNamed(statement, user),
  );
}

/** Whether it is about everybody but some people, of whom the user is one. */
function sparesNamed({ conditions }: Statement, user: string): boolean {
  return conditions.some(
    (condition) => isPlain(condition, "StringNotLike") && condition.values.includes(`*:${user}`),
  );
}

/** The policies without the Allow statements that are about the sessions of these people alone. */
export function statementsBeside(
  users: readonly string[],
  policies: readonly CompiledPolicy[],
): CompiledPolicy[] {
  const left = new Set(users);
  return without(
    policies,
    (statement) => statement.effect === "Allow" && isAbout(statement, (name) => left.has(name)),
  );
}

function without(
  policies: readonly CompiledPolicy[],
  leftOut: (statement: Statement) => boolean,
): CompiledPolicy[] {
  return policies.map((policy) => {
    const { statements } = policy.document;
    const about = statements.filter((statement) => !leftOut(statement));
    return about.length === statements.length
      ? policy
      : compile({ ...policy.document, statements: about }, policy.kind, policy.id);
  });
}

/**
 * All conditions must hold, so that one which never does is enough. A session's name holds no colon: of two names after one
 * no text ends in both.
 */
function isAbout({ conditions }: Statement, these: (name: string) => boolean): boolean {
  return conditions.some(
    (condition) =>
      isPlain(condition) &&
      condition.values.every((value) => {
        const [, name] = /^\*:([\w+=,.@-]+)$/.exec(value) ?? [];
        return name !== undefined && these(name);
      }),
  );
}

function isPlain(
  { quantifier, operator, ifExists, key }: Condition,
  wanted: Condition["operator"] = "StringLike",
): boolean {
  return (
    quantifier === undefined &&
    operator === wanted &&
    !ifExists &&
    key.toLowerCase() === "aws:userid"
  );
}
