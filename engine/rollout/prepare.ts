import { nearest, visible } from "../../model/fault";
import { LandingZone } from "../../model/landingZone";
import { stackPrograms } from "../../stacks/stackPrograms";
import { planStacks } from "../check";
import { canariesOf } from "./canaries";
import { confirmed } from "./confirm";
import { decided } from "./decided";
import { Ended, PastRun, RunOptions } from "./journal";
import { Places } from "./places";
import { PreparedStack } from "./preparedStack";
import { ListedStack, PulumiCli } from "./pulumiCli";
import { RecordStack } from "./recordStack";
import { areKnown, inputsOf } from "./inputs";
import { StackRecord, StackRecords } from "./records";
import { RolloutRefused } from "./refused";
import { remains } from "./remains";
import { compiledPack } from "./runPack";
import { waveNames, waves } from "./waves";

export interface Prepared {
  readonly cli: PulumiCli;
  /** In the order of the waves. */
  readonly stacks: readonly PreparedStack[];
  readonly listed: ReadonlyMap<string, ListedStack>;
  readonly records: ReadonlyMap<string, StackRecord>;
  readonly recordStack: RecordStack;
  /** Digest of what all fingerprints follow from. */
  readonly inputs: string;
  /** Successes of a rollout that died before their records reached the backend, and that still hold. */
  readonly unrecorded: readonly Ended[];
}

/**
 * Asks the backend once and decides about each stack; starts no engine. Everything is planned, unless the records say of every
 * stack what its plan comes to, and none is to run.
 */
export async function prepare(
  zone: LandingZone,
  places: Places,
  options: RunOptions,
  past: readonly PastRun[],
  onProgress: (done: number, total: number) => void,
): Promise<Prepared> {
  const { root, project, base } = places;
  refuseUnknown(zone, options.only ?? []);
  const order = waves(zone, canaries(zone, options.canary));
  compiledPack(root);
  const cli = await PulumiCli.find(project);
  const { shard, secretsProvider } = options;
  const recordStack = new RecordStack(cli, project, `${base}/work`, shard, secretsProvider);
  const asked = cli.stacks().then(async (listed) => ({
    listed,
    records: await recordStack.read(listed),
  }));
  asked.catch(() => undefined);
  const inputs = inputsOf(zone, root, project);
  const plan = () => planStacks({ zone, judged: false, digested: true }, { onProgress });
  const mayBeKnown =
    !options.all && !options.refresh && areKnown(zone, await recordStack.peek(), inputs);
  const planning = mayBeKnown ? undefined : plan();
  planning?.catch(() => undefined);
  const { listed, records } = await asked;
  const { interrupted, unrecorded } = remains(past);
  const held = stillHeld(unrecorded, listed, records);
  const deciding = { ...{ zone, places, options, order, listed, records, held, interrupted } };
  const known =
    planning === undefined && areKnown(zone, records, inputs) ? decided(deciding) : undefined;
  const stacks = known?.every(({ decision }) => !decision.run)
    ? known
    : decided(deciding, await (planning ?? plan()));
  recordStack.holdFor(
    inputs,
    stacks.flatMap(({ program, decision }) => (decision.run ? [] : [program.name])),
  );
  const still = [...held.values()].map(({ ended }) => ended);
  return { cli, stacks, listed, records, recordStack, inputs, unrecorded: still };
}

/** Successes that no record tells of, and that the backend bears out. */
function stillHeld(
  unrecorded: ReadonlyMap<string, Ended>,
  listed: ReadonlyMap<string, ListedStack>,
  records: StackRecords,
): Map<string, { readonly ended: Ended; readonly record: StackRecord }> {
  return new Map(
    [...unrecorded].flatMap(([name, ended]) => {
      const record = confirmed(ended, listed.get(name));
      const newer = record !== undefined && record.at > (records.get(name)?.at ?? "");
      return newer ? [[name, { ended, record }] as const] : [];
    }),
  );
}

function canaries(zone: LandingZone, canary: string | undefined) {
  try {
    return canariesOf(zone, canary);
  } catch (error) {
    throw new RolloutRefused((error as Error).message);
  }
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
