import { execFileSync } from "node:child_process";
import Table from "cli-table3";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { Cost, costOf } from "./childProcess";
import type { DecisionRate } from "./decisions";
import type { GrantsCost } from "./grants";
import { writeGrants } from "./grants";
import { writeOrganization } from "./organization";
import { PackCost, packStart } from "./packStart";
import { programStart } from "./programStart";
import { pulumiCli } from "../test/engine/pulumiCli";
import { proofCost } from "./proof";
import { largeRollout } from "./rollout";
import { lanes, rolloutAndFloor } from "./rolloutFloor";

const sekisho = join(__dirname, "../bin/sekisho.cjs");

/** How often what takes a second or two is started; the median counts. */
const starts = 5;

/** Switch roles for each account beside its own six or seven, so that there are 20. */
const moreRoles = 13;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sekisho-bench-"));
  const table = new Table({
    head: ["", "seconds", "CPU seconds", "peak MB", "seconds an account"],
    colAligns: ["left", "right", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  try {
    for (const accounts of [10, 100, 1000]) {
      const organization = writeOrganization(join(folder, String(accounts)), accounts);
      const cost = await costOf([sekisho, "check", organization]);
      const each = (cost.seconds / accounts).toFixed(3);
      table.push([`sekisho check, ${accounts} accounts`, ...figures(cost), each]);
    }
    const program = await programStart(join(folder, "10", "organization.yaml"), starts);
    const title = `program of one account stack, ${program.resources} resources`;
    table.push([title, ...figures(program), ""]);
    const proof = await proofCost(writeOrganization(join(folder, "proof"), 1000, moreRoles));
    const questions = `proof and matrix of 1000 accounts with 20 roles each, ${proof.questions} questions, ${proof.rows} rows`;
    table.push([questions, proof.seconds.toFixed(2), proof.cpuSeconds.toFixed(2), "", ""]);
    for (const atOnce of [0, 100]) {
      const grants = grantsInBundle(join(folder, `grants-${atOnce}`), atOnce);
      const more = atOnce > 0 ? `, ${atOnce} of them more in one` : "";
      const many = `plan and proof of ${grants.grants} live grants over 100 of ${grants.accounts} accounts${more}, ${grants.notProved} not proved`;
      const both = grants.planSeconds + grants.proveSeconds;
      table.push([many, both.toFixed(2), grants.cpuSeconds.toFixed(2), "", ""]);
    }
    console.log(table.toString());
    console.log(
      `Node ${process.version}, ${availableParallelism()} cores. Each row but the proof ran in processes of its own, from ` +
        `start to end.`,
    );
    console.log(packTable(await packStart(starts)));
    console.log(await rolloutTable());
    console.log(decisionTable());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function packTable(costs: readonly PackCost[]): string {
  const table = new Table({
    head: ["", "ready after seconds", "one stack answered after", "CPU seconds", "peak MB"],
    colAligns: ["left", "right", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const { title, ready, seconds, cpuSeconds, peakMegabytes } of costs) {
    const figures = [ready, seconds, cpuSeconds].map((each) => each.toFixed(2));
    table.push([title, ...figures, peakMegabytes.toFixed(0)]);
  }
  return table.toString();
}

/** Through the real engine, against the stand-in for AWS; skipped, in one line, where there is no CLI. */
async function rolloutTable(): Promise<string> {
  if (pulumiCli() === undefined) {
    return "The rollout was not measured: `npm run engine` builds the CLI that it needs (needs Go).";
  }
  const { stacks, rollout, floor } = await rolloutAndFloor(8);
  const large = await largeRollout(1000);
  const table = new Table({
    head: ["", "seconds", "CPU seconds", "peak MB"],
    colAligns: ["left", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  const one = `one of ${stacks} account stacks, ${lanes} at once`;
  table.push(
    [`${one}: rollout`, rollout.toFixed(2), "", ""],
    [`${one}: bare up with an empty pack`, floor.toFixed(2), "", ""],
    [`rollout up, ${large.stacks} stacks, no change`, ...figures(large.nothingChanged)],
    [`rollout up, ${large.stacks} stacks, one changed`, ...figures(large.oneAccountChanged)],
  );
  return `${table.toString()}\nThe rollout takes ${(rollout / floor).toFixed(2)} times as long a stack as the floor.`;
}

/** In a bundle and a process of its own, as the command runs: this one has ts-node and all of Pulumi in its heap. */
function inBundle<Result>(file: string, call: string): Result {
  const [bundled, entry] = ["../engine/bundled.cjs", file].map((name) =>
    JSON.stringify(join(__dirname, name)),
  );
  const program = `(async () => console.log(JSON.stringify(await require(${bundled})(${entry}).${call})))()`;
  const output = execFileSync(process.execPath, ["--stack-trace-limit=0", "-e", program], {
    encoding: "utf8",
  });
  return JSON.parse(output) as Result;
}

/** Ten accounts more than get grants: some have no id, no grants or are not entered by grants. */
function grantsInBundle(folder: string, atOnce: number): GrantsCost {
  const organization = writeOrganization(folder, 110);
  writeGrants(organization, 100, atOnce);
  return inBundle("grants.ts", `grantsCost(${JSON.stringify(organization)})`);
}

function decisionTable(): string {
  const rates = inBundle<DecisionRate[]>("decisions.ts", "decisionRates()");
  const table = new Table({
    head: ["decisions a second of the processor", "plain requests", "prepared requests"],
    colAligns: ["left", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  const shown = (rate: number) => `${Math.round(rate / 1_000)},000`;
  table.push(...rates.map(({ title, plain, prepared }) => [title, shown(plain), shown(prepared)]));
  return table.toString();
}

function figures({ seconds, cpuSeconds, peakMegabytes }: Cost): string[] {
  return [seconds.toFixed(1), cpuSeconds.toFixed(1), peakMegabytes.toFixed(0)];
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
