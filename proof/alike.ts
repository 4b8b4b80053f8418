import { readsIntoIds, withoutAccount } from "../guardrails/namedAccounts";
import { CompiledPolicy } from "../iam/compile";
import { PolicyDocument, Statement } from "../iam/policyDocument";

/*
 * Two questions are alike where one becomes the other by renaming: the account, the nodes that grants name, the people, and
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
  const unnamed = withoutOwners(text, user);
  return unnamed === undefined || looksIntoNames(text) || readsIntoIds(text)
    ? `${accountId} ${user} ${text}`
    : renamed(withoutAccount(unnamed, accountId));
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

/** What statements and questions compare the owner of a session with. */
const owners = /("aws:userid"(?:,"values")?:\[?)((?:"[^"]*",?)*)/g;
const owner = /^\*:([\w+=,.@-]+)$/;

/**
 * The text with numbers for the owners of sessions, the person whom a question is about set apart. Undefined where renaming
 * could change an answer: an owner is written otherwise than ours, stands elsewhere too or differs by letter case alone.
 */
function withoutOwners(text: string, user: string): string | undefined {
  const names: string[] = [];
  let whole = true;
  const numbered = text.replaceAll(owners, (_, before: string, values: string) => {
    const found = values.replaceAll(/"([^"]*)"/g, (_, value: string) => {
      const [, name] = owner.exec(value) ?? [];
      whole &&= name !== undefined;
      if (name !== undefined && name !== user && !names.includes(name)) {
        names.push(name);
      }
      return name === user ? '"*:{user}"' : `"*:{${names.indexOf(name ?? "")}}"`;
    });
    return before + found;
  });
  const all = [user, ...names].filter((name) => name !== "");
  const apart = new Set(all.map((name) => name.toLowerCase())).size === all.length;
  return whole && apart && !all.some((name) => numbered.includes(name)) ? numbered : undefined;
}

/** A moment that is written otherwise than ours, a part of a node's id, or seconds beside dates. */
function looksIntoNames(text: string): boolean {
  const dates = [...text.matchAll(/"operator":"Date\w*".*?"values":\[(.*?)\]/g)];
  return (
    /epochtime/i.test(text) ||
    /\bm?i-[0-9a-f]*[*?]/.test(text) ||
    dates.some(([, values]) => values!.replaceAll(moment, "").replaceAll(",", "") !== "")
  );
}

function renamed(text: string): string {
  const moments = [...new Set([...text.matchAll(moment)].map(([, each]) => each!))].sort();
  const nodes: string[] = [];
  return text
    .replaceAll(moment, (_, each: string) => `"moment ${moments.indexOf(each)}"`)
    .replaceAll(node, (each) => {
      const kind = each.startsWith("mi-") ? "mi-" : "i-";
      const known = nodes.indexOf(each);
      return `${kind}{${known < 0 ? nodes.push(each) - 1 : known}}`;
    });
}
