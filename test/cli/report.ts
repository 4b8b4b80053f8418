import type { CheckReport, StackReport } from "../../engine/report";

/** A stack as the engine reports it, some of it changed. */
export function stackReportWith(changes: Partial<StackReport> = {}): StackReport {
  return {
    stack: "account-web-production",
    kind: "account",
    target: "web-production",
    resources: {
      "pulumi:pulumi:Stack": 1,
      "pulumi:providers:aws": 1,
      "sekisho:account:OsAccessRole": 1,
      "aws:iam/role:Role": 1,
      "aws:iam/rolePolicy:RolePolicy": 2,
    },
    violations: [],
    ...changes,
  };
}

/** What the engine reports of those stacks. */
export function reportOf(
  stacks: readonly StackReport[],
  unguarded: CheckReport["unguarded"] = [],
): CheckReport {
  return {
    stacks,
    unguarded,
    unenforced: [],
    proof: { guarded: [], managedPolicies: [], windowsOnTakingAlone: [] },
    preflight: [],
    openByNature: [],
  };
}
