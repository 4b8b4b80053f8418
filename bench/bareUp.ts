import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LocalWorkspace } from "@pulumi/pulumi/automation";
import { loadLandingZone } from "../model/load";
import { stackPrograms } from "../stacks/stackPrograms";

/** What one process of the floor does, one stack after the other. */
export interface BareUps {
  readonly organization: string;
  readonly stacks: readonly string[];
  /** Folder of the policy pack. */
  readonly pack: string;
  /** Folder under which each stack gets one. */
  readonly work: string;
}

/**
 * The floor: the same stacks through the Automation API as its documentation shows it, with an inline program, and no more.
 *
 * @returns seconds of each, from the making of the stack on
 */
export async function bareUps({ organization, stacks, pack, work }: BareUps): Promise<number[]> {
  const loaded = loadLandingZone(organization);
  if (!loaded.ok) {
    throw new Error(`${organization} does not check.`);
  }
  const programs = stackPrograms(loaded.zone);
  const seconds: number[] = [];
  for (const stackName of stacks) {
    const { run } = programs.find(({ name }) => name === stackName)!;
    const workDir = join(work, stackName);
    mkdirSync(workDir, { recursive: true });
    const started = performance.now();
    const stack = await LocalWorkspace.createOrSelectStack(
      { stackName, projectName: "sekisho", program: () => Promise.resolve(run() ?? {}) },
      { workDir },
    );
    await stack.up({ policyPacks: [pack] });
    seconds.push((performance.now() - started) / 1000);
  }
  return seconds;
}
