import Table from "cli-table3";
import type { Colors } from "picocolors/types";
import { catalogue } from "../guardrails/catalogue";
import type { Explanation, Step } from "../guardrails/explanation";
import type { LevelAnswer } from "../guardrails/levelAnswers";
import type { StatementReference } from "../iam/compiledStatement";
import { visible } from "../model/fault";
import { requestText } from "./requestText";
import { firstOf } from "./words";

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

/** Each call with what every policy says to it, then the answer in one line. */
export function explanationText({ steps, allowed }: Explanation, colors: Colors): string {
  const last = steps.at(-1)!;
  const parts = steps.map((step, index) => stepText(step, index + 1, colors));
  const answer = allowed ? colors.yellow("Allowed.") : colors.green(refusal(last));
  return [...parts, answer].join("\n\n");
}

function stepText(
  { title, request, decision, levels, notes }: Step,
  number: number,
  colors: Colors,
) {
  const { result } = decision;
  const paint = result === "allowed" ? colors.yellow : colors.green;
  return [
    `${number}. ${colors.bold(visible(title))}: ${paint(result)}`,
    ...requestText(request, usual).map((line) => `   ${line}`),
    levelTable(levels, colors),
    ...notes.map((note) => `   ${colors.dim(visible(note))}`),
  ].join("\n");
}

/** Kind of policy, levels, answer, and the statements that answer so; levels that say the same share a line. */
function levelTable(levels: readonly LevelAnswer[], colors: Colors): string {
  const table = new Table({
    chars: Object.fromEntries(borders.map((border) => [border, ""])),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
  });
  const rows = new Map<string, { levels: string[]; cells: [string, string, string] }>();
  for (const { kind, level, answer, statements } of levels) {
    const paint = answer === "allows" ? colors.dim : colors.red;
    const found = statements.map((reference) => statementText(reference, answer === "denies"));
    const cells: [string, string, string] = [
      `   ${kinds[kind]}`,
      paint(answer),
      firstOf([...new Set(found)], 4),
    ];
    const row = rows.get(cells.join()) ?? { levels: [], cells };
    rows.set(cells.join(), row);
    row.levels.push(...(level === undefined ? [] : [level]));
  }
  for (const { levels, cells } of rows.values()) {
    table.push([cells[0], levels.join(", "), cells[1], cells[2]]);
  }
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const borders = [
  ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left"],
  ...["bottom-right", "left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"],
];

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
      return `Not allowed as long as nobody knows ${firstOf(unknownKeys, 4)} (--context key=value says it).`;
  }
}
