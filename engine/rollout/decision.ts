import { ListedStack } from "./pulumiCli";
import { StackRecord } from "./records";

/** Whether a stack runs, and why, as half a sentence. */
export interface Decision {
  readonly run: boolean;
  readonly why: string;
}

/** What is known of one stack when a rollout begins. */
export interface Knowledge {
  readonly fingerprint: string;
  /** None where the backend has no such stack. */
  readonly listed?: ListedStack;
  /** None where it was lost, damaged or never made. */
  readonly record?: StackRecord;
  /** Left running by a rollout that died. */
  readonly interrupted: boolean;
}

/** `--all` and `--refresh` run stacks that need not. */
export interface Overrides {
  readonly all?: boolean;
  readonly refresh?: boolean;
}

/** Skips a stack only if everything says that it is as declared; whatever is not known is a reason to run it. */
export function decide(
  { fingerprint, listed, record, interrupted }: Knowledge,
  { all, refresh }: Overrides,
): Decision {
  const because = (why: string): Decision => ({ run: true, why });
  if (listed === undefined) {
    return because("new: the backend has no such stack");
  }
  if (interrupted) {
    return because("interrupted: a rollout died while it ran");
  }
  if (record === undefined) {
    return because("no record that a rollout deployed it");
  }
  if (record.fingerprint !== fingerprint) {
    return because("what is declared has changed");
  }
  if (
    listed.lastUpdate !== record.lastUpdate ||
    listed.resourceCount !== record.resources ||
    (record.state !== undefined && listed.file?.sha256 !== record.state)
  ) {
    return because("its state was touched since by somebody else");
  }
  if (all || refresh) {
    return because(all ? "--all" : "--refresh");
  }
  return { run: false, why: `unchanged since ${record.at}` };
}
