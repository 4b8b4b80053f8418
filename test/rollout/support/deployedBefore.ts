import * as fs from "node:fs";
import { join, resolve } from "node:path";
import { planStack } from "../../../engine/offline";
import { planStacks } from "../../../engine/check";
import { PlannedResource } from "../../../engine/plan";
import { fingerprinter } from "../../../engine/rollout/fingerprint";
import { recordStackOf } from "../../../engine/rollout/recordStack";
import { whole } from "../../../engine/rollout/shards";
import { stateFiles } from "../../../engine/rollout/stateFiles";
import { entriesText } from "../../../engine/rollout/storedEntries";
import { stackType } from "../../../engine/urn";
import { LandingZone } from "../../../model/landingZone";
import { stackPrograms } from "../../../stacks/stackPrograms";

const repository = resolve(__dirname, "../../..");

/**
 * Makes a file backend look as if a rollout had deployed every stack: the state files hold what the programs plan, and the
 * records say so. Deploying 2,000 stacks to measure one run that finds nothing to do would take an hour.
 */
export async function deployedBefore(
  zone: LandingZone,
  { folder, state }: { readonly folder: string; readonly state: string },
): Promise<void> {
  const stacks = join(state, ".pulumi", "stacks", "sekisho");
  fs.mkdirSync(stacks, { recursive: true });
  fs.writeFileSync(join(state, ".pulumi", "meta.yaml"), "version: 1\n");
  const time = "2026-11-28T00:00:00.000Z";
  const sizes = new Map<string, number>();
  for (const { name, run } of stackPrograms(zone)) {
    const { resources } = await planStack(name, run);
    sizes.set(name, resources.length);
    writeState(stacks, name, time, resources.map(stateOf));
  }
  const planned = await planStacks({ zone, judged: false, digested: true });
  const fingerprintOf = fingerprinter(zone, folder, join(repository, "policypack"));
  const files = stateFiles(join(state, ".pulumi"));
  const records = new Map(
    stackPrograms(zone).map((program, position) => {
      const { digest } = planned[position]!;
      const record = {
        fingerprint: fingerprintOf(program, digest!),
        lastUpdate: time,
        resources: sizes.get(program.name)!,
        state: files.get(program.name)!.sha256,
        at: time,
      };
      return [program.name, record] as const;
    }),
  );
  const name = recordStackOf(whole);
  const urn = `urn:pulumi:${name}::sekisho::${stackType}::sekisho-${name}`;
  const outputs = { records: entriesText(records) };
  writeState(stacks, name, time, [{ urn, custom: false, type: stackType, outputs }]);
}

function writeState(folder: string, stack: string, time: string, resources: object[]): void {
  const latest = { manifest: { time, magic: "", version: "" }, resources };
  const checkpoint = { stack: `organization/sekisho/${stack}`, latest };
  fs.writeFileSync(join(folder, `${stack}.json`), JSON.stringify({ version: 3, checkpoint }));
}

function stateOf({ urn, type, custom, inputs, parent }: PlannedResource): object {
  return { urn, type, custom, ...(custom && { id: urn }), inputs, outputs: inputs, parent };
}
