import type { Colors } from "picocolors/types";
import { catalogue } from "../guardrails/catalogue";
import type { Explanation, Step } from "../proof/explanation";
import type { LevelAnswer } from "../proof/levelAnswers";
import type { StatementReference } from "../iam/compiledStatement";
import { visible } from "../model/fault";
import { requestText } from "./requestText";
import { wrapped } from "./tree";
import { firstOf, list } from "./words";

/** What people call the kinds of policies. */
const kinds: Readonly<Record<LevelAnswer["kind"], string>> = {
  scp: "SCP",
  rcp: "RCP",
  identity: "own policies",
  boundary: "boundary",
  session: "session policy",
  resource: "resource policy",
  trust: "trust policy",
};

/** Condition keys that every one of our requests has, and that decide nothing here. */
const usual: readonly string[] = [
  "aws:PrincipalOrgID",
  "aws:ResourceOrgID",
  "aws:ResourceAccount",
  "aws:RequestedRegion",
  "aws:ViaAWSService",
];

/** How to write it: columns of a line, and colours. */
interface View {
  readonly colors: Colors;
  readonly width: number;
}

/** Each call with what every policy says to it, then the answer in one line. */
export function explanationText({ steps, allowed }: Explanation, view: View): string {
  const { colors, width } = view;
  const last = steps.at(-1)!;
  const parts = steps.map((step, index) => stepText(step, index + 1, view));
  const paint = allowed ? colors.yellow : colors.green;
  const answer = wrapped(allowed ? "Allowed." : refusal(last), width).map(paint);
  return [...parts, answer.join("\n")].join("\n\n");
}

function stepText({ title, request, decision, levels, notes }: Step, number: number, view: View) {
  const { colors, width } = view;
  const { result } = decision;
  const paint = result === "allowed" ? colors.yellow : colors.green;
  const indented = (text: string) => wrapped(text, width - 3).map((line) => `   ${line}`);
  return [
    `${number}. ${colors.bold(visible(title))}: ${paint(result)}`,
    ...requestText(request, usual).flatMap(indented),
    ...levelLines(levels, view),
    ...notes.flatMap((note) => indented(visible(note)).map(colors.dim)),
  ].join("\n");
}

/** Kind of policy, answer, where, and the statements that answer so; levels that say the same share a line. */
function levelLines(levels: readonly LevelAnswer[], { colors, width }: View): string[] {
  const rows = new Map<string, { at: string[]; answer: LevelAnswer; found: string }>();
  for (const answer of levels) {
    const texts = answer.statements.map((each) => statementText(each, answer.answer === "denies"));
    const found = firstOf([...new Set(texts)], 4);
    const key = [answer.kind, answer.answer, found].join();
    const row = rows.get(key) ?? { at: [], answer, found };
    rows.set(key, row);
    row.at.push(...(answer.level === undefined ? [] : [answer.level]));
  }
  const shown = [...rows.values()];
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const kind = widest(shown.map(({ answer }) => kinds[answer.kind]));
  const verb = widest(shown.map(({ answer }) => answer.answer));
  const indent = 3 + kind + 2 + verb + 2;
  return shown.flatMap(({ at, answer, found }) => {
    const paint = answer.answer === "allows" ? colors.dim : colors.red;
    const where = at.length === 0 ? "" : `at ${list(at)}`;
    const [first = "", ...rest] = wrapped(
      [where, found].filter((text) => text !== "").join(": "),
      width - indent,
    );
    const begin = `   ${kinds[answer.kind].padEnd(kind)}  ${paint(answer.answer.padEnd(verb))}  `;
    return [`${begin}${first}`.trimEnd(), ...rest.map((line) => " ".repeat(indent) + line)];
  });
}

/** Sid and policy; of a Deny of ours also what it is for. */
function statementText({ sid, policy, index }: StatementReference, withTitle: boolean): string {
  const name = sid ?? (index === 0 ? undefined : `statement ${index + 1}`);
  const where = [name, policy].filter((part) => part !== undefined).join(" in ");
  const title = withTitle ? catalogue.find(({ id }) => id === sid)?.title : undefined;
  return visible(title === undefined ? where : `${where}: ${title}`);
}

function refusal({ decision }: Step): string {
  const { result, decidedBy, missing, unknownKeys } = decision;
  switch (result) {
    case "explicitly denied":
      return `Denied by ${firstOf(
        decidedBy.map((reference) => statementText(reference, false)),
        3,
      )}.`;
    case "implicitly denied":
      return `Denied: no Allow in ${firstOf([...new Set(missing.map(({ kind }) => kinds[kind]))], 3)}.`;
    default:
      return unknownKeys.includes("aws:currenttime")
        ? "Undecided: it depends on the time. Say when, with --at 2026-12-01T10:00:00+09:00."
        : `Undecided: it depends on ${firstOf(unknownKeys, 4)}. Say it with --context key=value.`;
  }
}
