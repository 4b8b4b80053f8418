import { unknown } from "../../../engine/plan";
import { DocumentRule, ResourceFacts } from "./facts";
import { Inputs } from "./inputCheck";

interface Statement {
  readonly Sid?: string;
  readonly Principal?: string | Record<string, string | string[]>;
}

/**
 * What AWS refuses in the documents of a resource: text that is no JSON, one Sid twice, too many characters,
 * a principal that does not exist.
 *
 * @param exists whether a role or user of that ARN exists in this AWS
 */
export function documentFault(
  facts: ResourceFacts,
  inputs: Inputs,
  exists: (principalArn: string) => boolean,
): string | undefined {
  for (const rule of facts.documents ?? []) {
    const document = inputs[rule.property];
    if (typeof document === "string" && document !== unknown) {
      const fault = textFault(rule, document, rule.limit(inputs), exists);
      if (fault !== undefined) {
        return `${fault} (${rule.property})`;
      }
    }
  }
  return undefined;
}

function textFault(
  rule: DocumentRule,
  document: string,
  limit: number,
  exists: (principalArn: string) => boolean,
): string | undefined {
  const counted = rule.ignoresWhiteSpace ? document.replace(/\s/g, "") : document;
  if (counted.length > limit) {
    return `LimitExceeded: ${counted.length} characters, the quota is ${limit}`;
  }
  let statements: Statement[];
  try {
    const { Statement: found = [] } = JSON.parse(document) as {
      Statement?: Statement | Statement[];
    };
    statements = [found].flat();
  } catch {
    return "MalformedPolicyDocument: the document is no JSON";
  }
  const sids = statements.flatMap(({ Sid }) => (Sid ? [Sid] : []));
  const twice = sids.find((sid, at) => sids.indexOf(sid) !== at);
  if (twice !== undefined) {
    return `MalformedPolicyDocument: the statement ID '${twice}' must be unique`;
  }
  const stranger = rule.checksPrincipals && principals(statements).find((arn) => !exists(arn));
  return stranger
    ? `MalformedPolicyDocument: invalid principal in policy: '${stranger}'`
    : undefined;
}

/** Exact roles and users among the principals; a root stands for its account and always exists. */
function principals(statements: readonly Statement[]): string[] {
  return statements
    .flatMap(({ Principal }) => (typeof Principal === "object" ? [Principal.AWS ?? []].flat() : []))
    .filter((arn) => /^arn:[^:]+:iam::\d{12}:(role|user)\//.test(arn));
}
