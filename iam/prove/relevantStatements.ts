import { CompiledPolicy } from "../compile";
import { Policies } from "../decision";
import { Statement } from "../policyDocument";

/** A statement that covers the action, and whether `${...}` is a variable in it. */
export interface RelevantStatement {
  readonly statement: Statement;
  readonly variables: boolean;
}

/** The statements of all policies that have a say in the action. */
export function relevantStatements(
  sets: readonly Policies[],
  action: string,
): readonly RelevantStatement[] {
  return sets.flatMap(policiesOf).flatMap((policy) => {
    const { denies, allows } = policy.statementsFor(action.toLowerCase());
    const variables = policy.document.version === "2012-10-17";
    return [...denies, ...allows].map(({ statement }) => ({ statement, variables }));
  });
}

function policiesOf(policies: Policies): readonly CompiledPolicy[] {
  const { identity = [], boundary, session = [], scps = [], rcps = [], resource } = policies;
  return [
    ...identity,
    ...(boundary ? [boundary] : []),
    ...session,
    ...scps.flat(),
    ...rcps.flat(),
    ...(resource instanceof CompiledPolicy ? [resource] : (resource?.values() ?? [])),
  ];
}
