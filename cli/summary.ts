import type { Colors } from "picocolors/types";
import type { CheckReport } from "../engine/report";
import { awsResources } from "./inventory";
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
  };
}

/** True if every stack can be planned and no policy refuses anything. */
export function isFine({ violations, failures }: Summary): boolean {
  return violations === 0 && failures === 0;
}

/** The closing line of `sekisho check`. */
export function summaryLine(summary: Summary, seconds: number, colors: Colors): string {
  const { violations, failures, unguarded } = summary;
  const parts = [
    count(summary.accounts, "account"),
    count(summary.stacks, "stack"),
    count(summary.resources, "resource"),
    count(summary.policies, "policy"),
    (violations === 0 ? colors.green : colors.red)(count(violations, "violation")),
    ...(failures === 0 ? [] : [colors.red(`${count(failures, "stack")} cannot be planned`)]),
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

/** A long list of open targets hides what is above it. */
const listed = 20;

/** What stays open and why, a line each under a title; nothing where there is none. */
export function openLines(
  title: string,
  open: readonly { readonly name: string; readonly reason: string }[],
  { all, colors }: { readonly all: boolean; readonly colors: Colors },
): string[] {
  const shown = all ? open : open.slice(0, listed);
  const left = open.length - shown.length;
  return [
    ...(open.length > 0 ? [colors.bold(title)] : []),
    ...shown.map(({ name, reason }) => `  ${colors.yellow(name)}  ${reason}`),
    ...(left > 0 ? [colors.dim(`  and ${left} more (--all lists each)`)] : []),
  ];
}
