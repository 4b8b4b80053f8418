import type { Colors } from "picocolors/types";
import type { CheckReport } from "../engine/report";
import { awsResources } from "./inventory";
import { countProof } from "./proofLines";
import { isRefused } from "./stackNode";
import { count } from "./words";

/** What the report comes to, in numbers; part of the output of `sekisho check --json`. */
export interface Summary {
  readonly accounts: number;
  readonly stacks: number;
  /** Resources of AWS; components and providers are not counted. */
  readonly resources: number;
  readonly policies: number;
  readonly violations: number;
  /** Stacks that cannot be planned. */
  readonly failures: number;
  readonly unguarded: number;
  /** Access paths, and claims about the roles behind them, account by account. */
  readonly proved: number;
  readonly refuted: number;
  readonly undecided: number;
  /** What the preflight refuses. */
  readonly refused: number;
}

export function summarize(accounts: number, policies: number, report: CheckReport): Summary {
  const { stacks, unguarded } = report;
  return {
    accounts,
    stacks: stacks.length,
    resources: stacks.reduce((total, stack) => total + awsResources(stack.resources), 0),
    policies,
    violations: stacks.reduce((total, stack) => total + stack.violations.length, 0),
    failures: stacks.filter(({ failure }) => failure !== undefined).length,
    unguarded: unguarded.length,
    ...countProof(report.proof),
    refused: report.preflight.filter(({ level }) => level === "refused").length,
  };
}

/** True if every stack can be planned, nothing refuses anything, and every question is proved. */
export function isFine({ violations, failures, refuted, undecided, refused }: Summary): boolean {
  return violations + failures + refuted + undecided + refused === 0;
}

/** The closing line of `sekisho check`. */
export function summaryLine(summary: Summary, seconds: number, colors: Colors): string {
  const { violations, failures, unguarded, refuted, undecided } = summary;
  const parts = [
    count(summary.accounts, "account"),
    count(summary.stacks, "stack"),
    count(summary.resources, "resource"),
    count(summary.policies, "policy"),
    (violations === 0 ? colors.green : colors.red)(count(violations, "violation")),
    ...(failures === 0 ? [] : [colors.red(`${count(failures, "stack")} cannot be planned`)]),
    ...(summary.refused === 0 ? [] : [colors.red(`${summary.refused} refused by the preflight`)]),
    colors.green(`${summary.proved} proved`),
    ...(refuted === 0 ? [] : [colors.red(`${refuted} refuted`)]),
    ...(undecided === 0 ? [] : [colors.red(`${undecided} undecided`)]),
    (unguarded === 0 ? colors.green : colors.yellow)(`${count(unguarded, "target")} unguarded`),
  ];
  return `${parts.join(", ")}; ${seconds.toFixed(1)} s`;
}

/** The stacks with something to do, a line each: in a long tree their place is far above. */
export function refusedLines({ stacks }: CheckReport, colors: Colors): string[] {
  const refused = stacks.filter(isRefused).map(({ stack, failure, violations }) => {
    const what =
      failure === undefined ? count(violations.length, "violation") : "cannot be planned";
    return `  ${stack}  ${colors.red(what)}`;
  });
  return refused.length > 0 ? [colors.bold("Refused"), ...refused] : [];
}
