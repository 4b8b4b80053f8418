import { readsIntoIds, withoutAccount } from "../guardrails/namedAccounts";
import { CompiledPolicy } from "../iam/compile";
import { PolicyDocument, Statement } from "../iam/policyDocument";

/*
 * Two questions are alike where one becomes the other by renaming: the account, the nodes that grants name, the person, and
 * moments without a change of their order. IAM compares ids, names and nodes as wholes, and moments with each other alone, so
 * that what is proved of one question holds for the other. Where a pattern could look into a name, nothing is renamed.
 */

/** What a question comes to, equal for questions that are alike. `question` is everything beside the policies. */
export function likenessOf(
  policies: readonly CompiledPolicy[],
  actions: readonly string[],
  question: unknown,
  accountId: string,
  user = "",
): string {
  const texts = policies.map((policy) => textOf(policy, actions));
  const text = [...texts, JSON.stringify(question)].join("\n");
  return looksIntoNames(text) || readsIntoIds(text)
    ? `${accountId} ${user} ${text}`
    : renamed(withoutAccount(text, accountId), user);
}

const remembered = new WeakMap<PolicyDocument, Map<string, string>>();

/** The statements of the policy that cover one of the actions; what they are called decides nothing. */
function textOf(policy: CompiledPolicy, actions: readonly string[]): string {
  const known = remembered.get(policy.document) ?? new Map<string, string>();
  remembered.set(policy.document, known);
  const key = actions.join();
  let text = known.get(key);
  if (text === undefined) {
    const found = new Map<Statement, number>();
    actions.forEach((action, index) => {
      const { allows, denies } = policy.statementsFor(action.toLowerCase());
      for (const { statement } of [...denies, ...allows]) {
        found.set(statement, (found.get(statement) ?? 0) + 2 ** index);
      }
    });
    // Which of the actions it covers stands for its list of actions.
    text = JSON.stringify(
      [...found].map(([statement, covered]) => [
        covered,
        { ...statement, sid: undefined, actions: undefined, notActions: undefined },
      ]),
    );
    known.set(key, text);
  }
  return text;
}

const moment = /"(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ)"/g;
const node = /\bm?i-[0-9a-f]{8,17}(?=")/g;

/** A moment that is written otherwise than ours, a part of a node's id, or seconds beside dates. */
function looksIntoNames(text: string): boolean {
  const dates = [...text.matchAll(/"operator":"Date\w*".*?"values":\[(.*?)\]/g)];
  return (
    /epochtime/i.test(text) ||
    /\bm?i-[0-9a-f]*[*?]/.test(text) ||
    dates.some(([, values]) => values!.replaceAll(moment, "").replaceAll(",", "") !== "")
  );
}

function renamed(text: string, user: string): string {
  const moments = [...new Set([...text.matchAll(moment)].map(([, each]) => each!))].sort();
  const nodes: string[] = [];
  return text
    .replaceAll(moment, (_, each: string) => `"moment ${moments.indexOf(each)}"`)
    .replaceAll(node, (each) => {
      const kind = each.startsWith("mi-") ? "mi-" : "i-";
      const known = nodes.indexOf(each);
      return `${kind}{${known < 0 ? nodes.push(each) - 1 : known}}`;
    })
    .replaceAll(`"*:${user}"`, '"*:{user}"');
}
