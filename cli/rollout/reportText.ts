import Table from "cli-table3";
import { type Outcome, type RolloutReport, type StackOutcome } from "../../engine/rollout/report";
import type { terminalOf } from "../terminal";
import { count } from "../words";
import { changesText, duration } from "./words";

const outcomes: readonly Outcome[] = [
  "succeeded",
  "to run",
  "unchanged",
  "failed",
  "blocked",
  "not started",
  "left",
  "other shard",
];

type Terminal = ReturnType<typeof terminalOf>;

/** What a rollout came to: a table of waves, then everything that is not as it should be, a line each. */
export function reportText(
  { stacks, refused, undeclared, withoutStack, fine }: RolloutReport,
  { colors }: Terminal,
  seconds: number,
): string {
  const lines = (title: string, some: readonly string[]) =>
    some.length === 0 ? [] : [[colors.bold(title), ...some.map((line) => `  ${line}`)].join("\n")];
  const of = (outcome: Outcome) => stacks.filter((stack) => stack.outcome === outcome);
  return [
    waveTable(stacks),
    ...lines("Refused, nothing was started: sekisho check has the details", refused),
    ...lines("To run", of("to run").map(toRunLine)),
    ...lines("Failed", of("failed").map(failedLine)),
    ...lines("Blocked", of("blocked").map(whyLine)),
    ...lines("Not started", of("not started").map(whyLine)),
    ...lines("Left", of("left").map(whyLine)),
    ...lines("Changed outside", stacks.filter(({ drift = [] }) => drift.length > 0).map(driftLine)),
    ...lines(
      "In the backend, but not declared",
      undeclared.map(({ stack, todo }) => `${stack}  ${todo}`),
    ),
    ...lines("Declared, but without a stack", withoutStack),
    `${count(stacks.length, "stack")}, ${outcomes
      .filter((outcome) => of(outcome).length > 0)
      .map((outcome) => `${of(outcome).length} ${outcome}`)
      .join(", ")}: ${fine ? colors.green("fine") : colors.red("not done")}; ${duration(seconds)}`,
  ].join("\n\n");
}

function waveTable(stacks: readonly StackOutcome[]): string {
  const shown = outcomes.filter((outcome) => stacks.some((stack) => stack.outcome === outcome));
  const table = new Table({
    head: ["wave", ...shown],
    colAligns: ["left", ...shown.map(() => "right" as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const wave of new Set(stacks.map((stack) => stack.wave))) {
    const counts = shown.map(
      (outcome) => stacks.filter((each) => each.wave === wave && each.outcome === outcome).length,
    );
    table.push([wave, ...counts.map((amount) => (amount === 0 ? "" : String(amount)))]);
  }
  return table.toString();
}

function failedLine({ stack, why, log, changes = [] }: StackOutcome): string {
  return log === undefined
    ? `${stack}  ${why}`
    : `${stack}  ${why} (${changesText(changes)} until then; ${log})`;
}

function toRunLine({ stack, why, changes }: StackOutcome): string {
  return `${stack}  ${changes === undefined ? "" : `${changesText(changes)}; `}${why}`;
}

function whyLine({ stack, why }: StackOutcome): string {
  return `${stack}  ${why}`;
}

function driftLine({ stack, drift = [] }: StackOutcome): string {
  return `${stack}  ${drift.map(({ op, type, name }) => `${name} (${type}) ${op}`).join(", ")}`;
}
