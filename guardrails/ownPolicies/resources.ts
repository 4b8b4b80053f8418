import { ActionFact } from "../../iam/facts";
import { arnPattern, overlap } from "../../iam/wildcard";
import { Fault, quoted } from "../../model/fault";
import { OwnPolicyFacts } from "./facts";
import { OwnPolicyText, PlacedText } from "./text";

/** Any ARN: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const anyArn = arnPattern("arn:*:*:*:*:*");

/** Resource patterns that no ARN fits, or none of the statement's actions: what they name is neither denied nor allowed. */
export function* resourceFaults(
  policy: OwnPolicyText,
  { actions: facts }: OwnPolicyFacts,
): Generator<Fault> {
  for (const statement of policy.statements) {
    const actions = policy.texts(statement, "Action").flatMap(({ text }) => facts.fitting(text));
    const known = actions.map((action) => facts.of(action)!);
    // Of `*` the facts are not loaded, and what IAM does not have is a fault of its own.
    const isJudged =
      actions.length > 0 && !policy.texts(statement, "Action").some(({ text }) => text === "*");
    for (const resource of policy.texts(statement, "Resource")) {
      yield* formFaults(policy, resource);
      if (isJudged && resource.text !== "*" && isArn(resource.text)) {
        yield* unfitFaults(policy, resource, known);
      }
    }
    for (const resource of policy.texts(statement, "NotResource")) {
      yield* formFaults(policy, resource);
    }
  }
}

function* formFaults(policy: OwnPolicyText, { text, path }: PlacedText): Generator<Fault> {
  if (!isArn(text)) {
    const allowed = `"*" or the pattern of an ARN, arn:partition:service:region:account:resource`;
    yield policy.fault(path, `found ${quoted(text)}, allowed is ${allowed}: correct it.`);
  }
}

function* unfitFaults(
  policy: OwnPolicyText,
  { text, path }: PlacedText,
  actions: readonly ActionFact[],
): Generator<Fault> {
  const types = actions.flatMap(({ resourceTypes }) => resourceTypes);
  const wanted = arnPattern(withoutVariables(text));
  if (types.some(({ arn }) => overlap(wanted, arnPattern(arn)))) {
    return;
  }
  const found = `found ${quoted(text)}, which is no resource of the statement's actions`;
  const forms = [...new Set(types.map(({ arn }) => arn))];
  const shown = forms.slice(0, 3).join(", ") + (forms.length > 3 ? ", ..." : "");
  const allowed = forms.length === 0 ? `"*", as they have none` : `"*" or ${shown}`;
  yield policy.fault(path, `${found}, allowed is ${allowed}: correct it.`);
}

function isArn(text: string): boolean {
  return overlap(withoutVariables(text), anyArn);
}

/** A policy variable may become any text. */
function withoutVariables(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, "*");
}
