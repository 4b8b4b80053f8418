import { LandingZone } from "../../model/landingZone";
import { StackProgram } from "../../stacks/stackPrograms";
import { PlannedStack } from "../stackReport";
import { hasBootstrapThrough } from "./bootstrapThrough";
import { decide } from "./decision";
import { fingerprinter } from "./fingerprint";
import { RunOptions } from "./journal";
import type { Places } from "./places";
import { Left, PreparedStack } from "./preparedStack";
import { ListedStack } from "./pulumiCli";
import { StackRecord, StackRecords } from "./records";
import { compiledPack } from "./runPack";
import { Wave, WaveName } from "./waves";

/** What the stacks are decided about with. */
export interface Deciding {
  readonly zone: LandingZone;
  readonly places: Places;
  readonly options: RunOptions;
  readonly order: readonly Wave[];
  readonly listed: ReadonlyMap<string, ListedStack>;
  readonly records: StackRecords;
  /** Successes that no record tells of yet. */
  readonly held: ReadonlyMap<string, { readonly record: StackRecord }>;
  readonly interrupted: ReadonlySet<string>;
}

/** Decides about every stack by its plan, or without one by the fingerprint in its record. */
export function decided(
  { zone, places, options, order, listed, records, held, interrupted }: Deciding,
  planned?: readonly PlannedStack[],
): PreparedStack[] {
  const { root, project } = places;
  const byName = new Map(planned?.map((each) => [each.report.stack, each]));
  const fingerprintOf = planned && fingerprinter(zone, project, compiledPack(root));
  return order.flatMap(({ name: wave, stacks: programs }) =>
    programs.map((program): PreparedStack => {
      const { name } = program;
      const record = held.get(name)?.record ?? records.get(name);
      const each = byName.get(name);
      const fingerprint =
        fingerprintOf === undefined
          ? records.get(name)?.fingerprint
          : each?.digest && fingerprintOf(program, each.digest);
      const knowledge = {
        fingerprint: fingerprint ?? "",
        listed: listed.get(name),
        record,
        interrupted: interrupted.has(name),
      };
      const decision = decide(knowledge, options);
      const left = decision.run
        ? reasonToLeave(program, wave, project, options, knowledge)
        : undefined;
      return {
        ...{ program, wave, decision },
        ...(each !== undefined && { planned: each }),
        ...(fingerprint !== undefined && { fingerprint }),
        ...(knowledge.listed !== undefined && { listed: knowledge.listed }),
        ...(left !== undefined && { left }),
      };
    }),
  );
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
