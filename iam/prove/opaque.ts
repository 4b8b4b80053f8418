import { compile, CompiledPolicy } from "../compile";
import { Policies } from "../decision";
import { Condition, Statement } from "../policyDocument";

/** Stands in a text for a variable, so that `evaluate` leaves open whether the text matches. */
export const opaqueKey = "sekisho:opaque";

/**
 * The policies with some texts made opaque: what `evaluate` still says of them holds whatever the texts match.
 * `isOpaque` says which, by text, and which keys are so as a whole.
 */
export function withOpaque(
  policies: Policies,
  isOpaque: (text: string) => boolean,
  isOpaqueKey: (condition: Condition) => boolean,
): Policies {
  const textOf = (text: string) =>
    isOpaque(text) ? text.replace(/\$\{[^}]*\}/g, `\${${opaqueKey}}`) : text;
  const statementOf = (statement: Statement, textIn: typeof textOf): Statement => ({
    ...statement,
    ...(statement.resources && { resources: statement.resources.map(textIn) }),
    ...(statement.notResources && { notResources: statement.notResources.map(textIn) }),
    conditions: statement.conditions.map((condition) =>
      isOpaqueKey(condition)
        ? { ...condition, key: opaqueKey }
        : { ...condition, values: condition.values.map(textIn) },
    ),
  });
  const policyOf = ({ document, kind, id }: CompiledPolicy) => {
    // Where a text can hold no variable, what stands for one would be plain text.
    const textIn = document.version === "2012-10-17" ? textOf : (text: string) => text;
    const statements = document.statements.map((statement) => statementOf(statement, textIn));
    return compile({ ...document, statements }, kind, id);
  };
  const { identity, boundary, session, scps, rcps, resource } = policies;
  return {
    ...policies,
    ...(identity && { identity: identity.map(policyOf) }),
    ...(boundary && { boundary: policyOf(boundary) }),
    ...(session && { session: session.map(policyOf) }),
    ...(scps && { scps: scps.map((level) => level.map(policyOf)) }),
    ...(rcps && { rcps: rcps.map((level) => level.map(policyOf)) }),
    ...(resource && {
      resource:
        resource instanceof CompiledPolicy
          ? policyOf(resource)
          : new Map([...resource].map(([arn, policy]) => [arn, policyOf(policy)])),
    }),
  };
}
