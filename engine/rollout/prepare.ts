import { nearest, visible } from "../../model/fault";
import { LandingZone } from "../../model/landingZone";
import { StackProgram, stackPrograms } from "../../stacks/stackPrograms";
import { planStacks } from "../check";
import { PlannedStack } from "../stackReport";
import { canariesOf } from "./canaries";
import { confirmed } from "./confirm";
import { Decision, decide } from "./decision";
import { fingerprinter } from "./fingerprint";
import { Ended, PastRun, RunOptions } from "./journal";
import { ListedStack, PulumiCli } from "./pulumiCli";
import { RecordStack } from "./recordStack";
import { StackRecord } from "./records";
import { RolloutRefused } from "./refused";
import { remains } from "./remains";
import { compiledPack } from "./runPack";
import { WaveName, waveNames, waves } from "./waves";
import { hasBootstrapThrough } from "./bootstrapThrough";

/** Where a rollout works. */
export interface Places {
  /** Folder of Sekisho itself. */
  readonly root: string;
  /** Folder of Pulumi.yaml. */
  readonly project: string;
  /** Folder for journals, locks and working folders. */
  readonly base: string;
}

/** One stack of a rollout before it begins. */
export interface PreparedStack {
  readonly program: StackProgram;
  readonly wave: WaveName;
  /** None where the stack cannot be planned. */
  readonly fingerprint?: string;
  readonly planned: PlannedStack;
  readonly listed?: ListedStack;
  readonly decision: Decision;
  /** Why it does not run though it should: the runner has not the credentials, or it was not asked for. */
  readonly left?: Left;
}

export interface Left {
  readonly why: string;
  /** Whether the rollout is complete without it. */
  readonly fine: boolean;
}

export interface Prepared {
  readonly cli: PulumiCli;
  /** In the order of the waves. */
  readonly stacks: readonly PreparedStack[];
  readonly listed: ReadonlyMap<string, ListedStack>;
  readonly records: ReadonlyMap<string, StackRecord>;
  readonly recordStack: RecordStack;
  /** Successes of a rollout that died before their records reached the backend, and that still hold. */
  readonly unrecorded: readonly Ended[];
}

/** Whether the rollout is to run the stack when its turn comes. */
export function isToRun({ decision, left }: PreparedStack): boolean {
  return decision.run && left === undefined;
}

/** Plans everything, asks the backend once, and decides about each stack; starts no engine. */
export async function prepare(
  zone: LandingZone,
  { root, project, base }: Places,
  options: RunOptions,
  past: readonly PastRun[],
  onProgress: (done: number, total: number) => void,
): Promise<Prepared> {
  refuseUnknown(zone, options.only ?? []);
  const order = waves(zone, canaries(zone, options.canary));
  const fingerprintOf = fingerprinter(zone, project, compiledPack(root));
  const cli = await PulumiCli.find(project);
  const recordStack = new RecordStack(
    cli,
    project,
    `${base}/work`,
    options.shard,
    options.secretsProvider,
  );
  const asked = cli.stacks().then(async (listed) => ({
    listed,
    records: await recordStack.read(listed),
  }));
  asked.catch(() => undefined);
  const planned = await planStacks({ zone, judged: false, digested: true }, { onProgress });
  const { listed, records } = await asked;
  const { interrupted, unrecorded } = remains(past);
  const byName = new Map(planned.map((each) => [each.report.stack, each]));
  const held = new Map(
    [...unrecorded].flatMap(([name, ended]) => {
      const record = confirmed(ended, listed.get(name));
      const newer = record !== undefined && record.at > (records.get(name)?.at ?? "");
      return newer ? [[name, { ended, record }] as const] : [];
    }),
  );
  const stacks = order.flatMap(({ name: wave, stacks: programs }) =>
    programs.map((program): PreparedStack => {
      const { name } = program;
      const each = byName.get(name)!;
      const fingerprint = each.digest && fingerprintOf(program, each.digest);
      const knowledge = {
        fingerprint: fingerprint ?? "",
        listed: listed.get(name),
        record: held.get(name)?.record ?? records.get(name),
        interrupted: interrupted.has(name),
      };
      const decision = decide(knowledge, options);
      const left = decision.run
        ? reasonToLeave(program, wave, project, options, knowledge)
        : undefined;
      return {
        ...{ program, wave, planned: each, decision },
        ...(fingerprint !== undefined && { fingerprint }),
        ...(knowledge.listed !== undefined && { listed: knowledge.listed }),
        ...(left !== undefined && { left }),
      };
    }),
  );
  const still = [...held.values()].map(({ ended }) => ended);
  return { cli, stacks, listed, records, recordStack, unrecorded: still };
}

function canaries(zone: LandingZone, canary: string | undefined) {
  try {
    return canariesOf(zone, canary);
  } catch (error) {
    throw new RolloutRefused((error as Error).message);
  }
}

function reasonToLeave(
  { name, kind }: StackProgram,
  wave: WaveName,
  project: string,
  { only, bootstrap }: RunOptions,
  { listed, record }: { readonly listed?: ListedStack; readonly record?: StackRecord },
): Left | undefined {
  if (only !== undefined && !only.includes(wave) && !only.includes(name) && !only.includes(kind)) {
    return { why: "not among --only", fine: true };
  }
  if (kind !== "bootstrap" || bootstrap || hasBootstrapThrough(project, name)) {
    return undefined;
  }
  const how = "with credentials of the management account, sekisho rollout up --only bootstrap";
  if ((listed?.resourceCount ?? 0) <= 1) {
    return { why: `its account is not bootstrapped: ${how}`, fine: false };
  }
  return record === undefined
    ? { why: `deployed, but by no rollout: to see whether it is as declared, ${how}`, fine: true }
    : { why: `has changed: ${how}`, fine: false };
}

/** A misspelt name would be a rollout of nothing. */
function refuseUnknown(zone: LandingZone, only: readonly string[]): void {
  const programs = stackPrograms(zone).flatMap(({ name, kind }) => [name, kind]);
  const known = [...new Set([...waveNames, ...programs])];
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new RolloutRefused(
      unknown
        .map((name) => {
          const near = nearest(name, known);
          const guess = near === undefined ? "." : `; is ${near} meant?`;
          return `--only ${visible(name)}: there is no such wave, kind or stack${guess} docs/rollout.md lists the waves, 'sekisho plan' the stacks.`;
        })
        .join("\n"),
    );
  }
}
