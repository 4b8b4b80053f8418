import * as fs from "node:fs";
import { join } from "node:path";
import { LandingZone } from "../../model/landingZone";
import { packPath } from "../../policypack/packPath";
import { runInLanes } from "../lanes";
import { RunOptions, pastRuns } from "./journal";
import { Prepared, prepare } from "./prepare";
import { Places } from "./places";
import { PreparedStack } from "./preparedStack";
import { PulumiCli } from "./pulumiCli";
import { RolloutReport, StackOutcome } from "./report";
import { packFor } from "./runPack";
import { shareOf } from "./shards";
import { StackProcesses } from "./stackProcesses";
import { jobOf } from "./stackRunner";
import { MachineOptions } from "./machineOptions";
import { UpListener, probe, reportOn } from "./up";

type PreviewListener = Pick<UpListener, "planned" | "decided" | "ended">;

/**
 * Says what a rollout would do, stack by stack, through the real engine; nothing is changed, not even a stack made. What a
 * stack that is new would make comes from its plan alone. With `refresh` every stack is compared with what really exists.
 *
 * @param engine without it, only which stacks would run, and why
 */
export async function rolloutPreview(
  zone: LandingZone,
  places: Places,
  options: RunOptions,
  machine: Pick<MachineOptions, "jobs" | "folder" | "logs">,
  engine: boolean,
  listener: PreviewListener,
): Promise<RolloutReport> {
  const prepared = await prepare(zone, places, options, pastRuns(places.base), (done, total) =>
    listener.planned(done, total),
  );
  const share = new Set(shareOf(prepared.stacks, options.shard));
  const toPreview = engine ? [...share].filter(isToPreview) : [];
  listener.decided(prepared.stacks, toPreview.length);
  const previewed =
    toPreview.length === 0
      ? new Map<string, StackOutcome>()
      : await previewAll(zone, places, options, machine, toPreview, prepared.cli, listener);
  const outcomes = prepared.stacks.map(
    (stack) => previewed.get(stack.program.name) ?? withoutEngine(stack, prepared),
  );
  const report = reportOn(zone, prepared, outcomes, await probe(zone, prepared));
  // What was changed outside is not as declared.
  return { ...report, fine: report.fine && outcomes.every(({ drift = [] }) => drift.length === 0) };
}

function isToPreview({ decision, left, listed, planned }: PreparedStack): boolean {
  return decision.run && left === undefined && listed !== undefined && !planned?.report.failure;
}

async function previewAll(
  zone: LandingZone,
  { root, project }: Places,
  options: RunOptions,
  { jobs, folder, logs }: Pick<MachineOptions, "jobs" | "folder" | "logs">,
  stacks: readonly PreparedStack[],
  cli: PulumiCli,
  listener: PreviewListener,
): Promise<Map<string, StackOutcome>> {
  fs.mkdirSync(logs, { recursive: true });
  const pack = packFor(zone, root, folder);
  // Folders of its own: a rollout may be under way.
  const work = join(folder, "work");
  const processes = new StackProcesses(
    root,
    { zone, project, work, pack: packPath(pack, cli.version) },
    join(logs, "processes.log"),
  );
  let done = 0;
  const lane = async (stack: PreparedStack): Promise<StackOutcome> => {
    const job = jobOf(stack, "preview", options, logs);
    const { failure, started, ended, changes, drift, pending } = await processes.run(job);
    const outcome: StackOutcome = {
      ...{ stack: job.stack, wave: stack.wave, log: job.log, changes, drift, pending },
      seconds: (ended - started) / 1000,
      ...(failure === undefined
        ? { outcome: "to run", why: stack.decision.why }
        : { outcome: "failed", why: failure, ranBecause: stack.decision.why }),
    };
    done++;
    const running = Math.min(jobs, stacks.length - done);
    listener.ended(outcome, { done, total: stacks.length, running });
    return outcome;
  };
  try {
    const lanes = new Array<typeof lane>(jobs).fill(lane);
    const outcomes = await runInLanes(stacks, lanes, () => undefined);
    return new Map(outcomes.map((outcome) => [outcome.stack, outcome]));
  } finally {
    processes.stop();
    fs.rmSync(pack, { recursive: true, force: true });
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function withoutEngine(
  { program, wave, decision, left, listed, planned }: PreparedStack,
  { stacks }: Prepared,
): StackOutcome {
  const of = { stack: program.name, wave };
  if (!decision.run) {
    return { ...of, outcome: "unchanged", why: decision.why };
  }
  if (left !== undefined) {
    return { ...of, outcome: "left", why: left.why };
  }
  const { failure, resources = {} } = planned?.report ?? {};
  if (listed !== undefined || failure !== undefined) {
    return { ...of, outcome: "to run", why: failure ?? decision.why };
  }
  const bootstrap = stacks.find(({ program: { name } }) => name === `bootstrap-${program.target}`);
  const roleMissing = program.kind === "account" && (bootstrap?.listed?.resourceCount ?? 0) <= 1;
  const size = Object.values(resources).reduce((sum, amount) => sum + amount, 0);
  const why = `${decision.why}; ${size} resources${roleMissing ? ", once its account is bootstrapped" : ""}`;
  return { ...of, outcome: "to run", why };
}
