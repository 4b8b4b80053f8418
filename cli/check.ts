import type { Command } from "commander";
import type { CheckReport } from "../engine/report";
import type { LandingZone } from "../model/landingZone";
import { readProvableLandingZone } from "./landingZoneFiles";
import { grantsOption, wholeNumber } from "./options";
import type { Summary } from "./summary";
import { print, terminalOf } from "./terminal";

interface CheckOptions {
  readonly grants?: string;
  readonly json?: boolean;
  readonly jobs?: number;
  readonly all?: boolean;
}

const examples = `
Examples:
  $ sekisho check
  $ sekisho check company/organization.yaml --grants company/grants.yaml
  $ sekisho check --json | jq '.stacks[] | select(.violations != [])'

Exit code:
  0  every stack can be planned, no policy refuses anything, and every access path of a guarded account is proved closed
  1  there are violations, a stack cannot be planned, a path is refuted or undecided, or the preflight refuses
  2  wrong use, or the files cannot be read or do not check

--json prints one object:
  organization  the organization's id
  summary       { accounts, stacks, resources, policies, violations, failures, unguarded,
                proved, refuted, undecided, refused }, all numbers
  stacks        in the order in which they are deployed:
                { stack, kind, target?, resources: { <type>: <how many> },
                  violations: [{ policy, message, resource?, urn? }], failure? }
  unguarded     [{ name, kind: "organizationalUnit" | "account", reason }]
  unenforced    [{ name, reason }]: what the files declare and nothing carries out yet
  proof         { guarded: [{ accounts, paths: [{ path, exempt, check }],
                  roles: [{ role, exemption, claims: [{ claim, check }], uses, unread }] }], managedPolicies }
                check is { result: "proved", statements, missing }, { result: "refuted", request, decision }
                or { result: "undecided", reason }; 'sekisho explain --request' replays a request
  preflight     [{ target?, level: "refused" | "note", message }]
  openByNature  [{ name, reason, remedy }]
  grants        [{ id, overruns: [{ accounts, minutes?, because }], withoutTranscript: [<channel>] }]
                minutes that a session may outlive the window; without limit where it is left out
The same files give the same bytes. Faults in the files go to stderr, and stdout stays empty.`;

/** `sekisho check`: plans and judges every stack of the organization. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .summary("plan every stack, judge it by the policies, prove every access path closed")
    .description(
      "Plans every stack of the organization in this process, without credentials and network, " +
        "runs the policy pack over the plans, and prints the organization with what each stack " +
        "makes, what a policy refuses, what no guardrail covers, and whether every access path into an " +
        "operating system is proved closed.",
    )
    .argument("[file]", "the organization file", "organization.yaml")
    .addOption(grantsOption())
    .option(
      "--all",
      "show every account of a large organization, and all that is listed below the tree with reasons and remedies",
    )
    .option("--jobs <n>", "how many workers plan at the same time", wholeNumber)
    .option("--json", "print the report for programs")
    .addHelpText("after", examples)
    .action(check);
}

async function check(file: string, options: CheckOptions): Promise<void> {
  const zone = await readProvableLandingZone(file, options.grants);
  const report = await planAndJudge(zone, options.jobs);
  const { isFine, summarize } = await import("./summary");
  const { policies } = await import("../policypack/policies");
  const summary = summarize(zone.accounts.length, policies({}).length, report);
  process.exitCode = isFine(summary) ? 0 : 1;
  if (options.json) {
    const { grantRisks } = await import("./grantLines");
    await print(
      JSON.stringify(
        { organization: zone.organization.id, summary, ...report, grants: grantRisks(zone) },
        null,
        2,
      ),
    );
  } else {
    await printTree(zone, report, summary, options.all === true);
  }
}

async function printTree(
  zone: LandingZone,
  report: CheckReport,
  summary: Summary,
  all: boolean,
): Promise<void> {
  const { organizationTree } = await import("./organizationTree");
  const { grantLines, grantRisks } = await import("./grantLines");
  const { openByNatureLines, openLines, preflightLines } = await import("./openLines");
  const { proofLines } = await import("./proofLines");
  const { refusedLines, summaryLine } = await import("./summary");
  const { renderTree, wrappedLines } = await import("./tree");
  const { colors, width } = terminalOf(process.stdout);
  const lists = [
    refusedLines(report, colors),
    proofLines(report.proof, { all, colors }),
    grantLines(grantRisks(zone), { all, colors }),
    preflightLines(report.preflight, { all, colors }),
    openLines("Declared, not in force yet", report.unenforced, { all, colors }),
    openLines("Unguarded", report.unguarded, { all, colors }),
    openByNatureLines(report.openByNature, { all, colors }),
    [summaryLine(summary, process.uptime(), colors)],
  ];
  const parts = [
    renderTree(organizationTree(zone, report, { all, colors }), width),
    ...lists.map((lines) => wrappedLines(lines, width).join("\n")),
  ];
  await print(parts.filter((part) => part !== "").join("\n\n"));
}

async function planAndJudge(zone: LandingZone, jobs?: number): Promise<CheckReport> {
  const { stackProgress } = await import("./progress");
  const { checkLandingZone } = await import("../engine/check");
  const progress = stackProgress(process.stderr);
  try {
    return await checkLandingZone(zone, {
      jobs,
      onProgress: (done: number, total: number) => progress.update(done, total),
    });
  } finally {
    progress.stop();
  }
}
