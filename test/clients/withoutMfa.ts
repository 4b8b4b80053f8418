/** A statement as the stacks plan it. */
interface Statement {
  readonly Effect: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const isMfa = (key: string) => key.startsWith("aws:MultiFactorAuth");

/**
 * The document for an emulator in which nobody ever has MFA: without the conditions that ask for it, and without the denies
 * of those who lack it. Everything else stays as it is planned.
 */
export function withoutMfa(document: string): string {
  const policy = JSON.parse(document) as { Statement: Statement[] };
  return JSON.stringify({
    ...policy,
    Statement: policy.Statement.filter((each) => !(each.Effect === "Deny" && asksForMfa(each))).map(
      withoutConditions,
    ),
  });
}

function asksForMfa({ Condition = {} }: Statement): boolean {
  return Object.values(Condition).some((keys) => Object.keys(keys).some(isMfa));
}

function withoutConditions(statement: Statement): Statement {
  const left = Object.entries(statement.Condition ?? {})
    .map(([operator, keys]): [string, Record<string, unknown>] => [
      operator,
      Object.fromEntries(Object.entries(keys).filter(([key]) => !isMfa(key))),
    ])
    .filter(([, keys]) => Object.keys(keys).length > 0);
  const { Condition, ...rest } = statement;
  void Condition;
  return left.length === 0 ? rest : { ...rest, Condition: Object.fromEntries(left) };
}
