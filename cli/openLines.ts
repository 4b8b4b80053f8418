import { PreflightFinding } from "../guardrails/preflight/finding";
import type { Colors } from "picocolors/types";
import type { OpenByNature } from "../guardrails/openByNature";
import { visible } from "../model/fault";
import { count } from "./words";

interface Listing {
  /** Everything in full. */
  readonly all: boolean;
  readonly colors: Colors;
}

/** A long list of open targets hides what is above it. */
const listed = 20;

/** What stays open and why, a line each under a title; nothing where there is none. */
export function openLines(
  title: string,
  open: readonly { readonly name: string; readonly reason: string }[],
  { all, colors }: Listing,
): string[] {
  const shown = all ? open : open.slice(0, listed);
  const left = open.length - shown.length;
  return [
    ...(open.length > 0 ? [colors.bold(title)] : []),
    ...shown.map(({ name, reason }) => `  ${colors.yellow(name)}  ${reason}`),
    ...(left > 0 ? [colors.dim(`  and ${left} more (--all lists each)`)] : []),
  ];
}

/** What the preflight refuses, and how many notes it has; with `all` these too. */
export function preflightLines(
  findings: readonly PreflightFinding[],
  { all, colors }: Listing,
): string[] {
  const refused = findings.filter(({ level }) => level === "refused");
  const notes = findings.filter(({ level }) => level === "note");
  const line = ({ target, message }: PreflightFinding) =>
    `${target === undefined ? "" : `${visible(target)}  `}${visible(message)}`;
  if (findings.length === 0) {
    return [];
  }
  return [
    colors.bold("Before the guardrails are attached"),
    ...refused.map((finding) => `  ${colors.red("refused")}  ${line(finding)}`),
    ...(all ? notes.map((finding) => `  ${line(finding)}`) : []),
    ...(all || notes.length === 0
      ? []
      : [
          `  ${count(notes.length, "note")} on order, slots and what is set up by hand ${colors.dim("(--all shows them)")}`,
        ]),
  ];
}

/** What no policy can close: the names, or with `all` why and what to do about each. */
export function openByNatureLines(
  open: readonly OpenByNature[],
  { all, colors }: Listing,
): string[] {
  const names = open.map(({ name }) => name).join("; ");
  return [
    colors.bold("Open by nature"),
    ...(all
      ? open.map(
          ({ name, reason, remedy }) =>
            `  ${colors.yellow(name)}  ${reason}. What to do: ${remedy}.`,
        )
      : [`  ${names} ${colors.dim("(--all says why and what to do)")}`]),
  ];
}
