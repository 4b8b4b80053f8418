import { cpSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { stackPrograms } from "../stacks/stackPrograms";
import { loadLandingZone } from "../model/load";
import { World } from "../test/engine/aws/world";
import { serveAws } from "../test/engine/awsProvider";
import { deployedBefore } from "../test/rollout/support/deployedBefore";
import { openRollout, RolloutProject } from "../test/rollout/support/rolloutProject";
import { Cost, costOf, root } from "./childProcess";
import { writeOrganization } from "./organization";

/** What `rollout up` costs where almost everything is as declared. */
export interface LargeRollout {
  readonly stacks: number;
  readonly nothingChanged: Cost;
  readonly oneAccountChanged: Cost;
}

/** The account that changes. */
const changed = "workload-5";

/**
 * Rolls out an organization of so many accounts that is deployed already. Its states are written from the plans, in seconds
 * instead of an hour; those of the one account that changes then are real, made by a rollout.
 */
export async function largeRollout(accounts: number): Promise<LargeRollout> {
  const world = new World();
  world.existingRole("222222222222", "sekisho-ci");
  const aws = await serveAws(world);
  const project = openRollout(aws.port, 2);
  try {
    const organization = writeOrganization(join(project.folder, "..", "files"), accounts);
    cpSync(dirname(organization), project.folder, { recursive: true });
    const loaded = loadLandingZone(join(project.folder, "organization.yaml"));
    if (!loaded.ok) {
      throw new Error(`${organization} does not check.`);
    }
    await deployedBefore(loaded.zone, project);
    for (const stack of [`bootstrap-${changed}`, `account-${changed}`]) {
      rmSync(join(project.state, ".pulumi/stacks/sekisho", `${stack}.json`));
    }
    const first = await project.run("up", "--bootstrap");
    if (first.code !== 0) {
      throw new Error(first.stderr + first.stdout);
    }
    const nothingChanged = await costOfUp(project);
    assertRan(project, 1);
    project.edit(["accounts", changed, "osAccess", "idleTimeout"], "7m");
    const oneAccountChanged = await costOfUp(project);
    assertRan(project, 2);
    return { stacks: stackPrograms(loaded.zone).length, nothingChanged, oneAccountChanged };
  } finally {
    project.close();
    aws.stop();
  }
}

function costOfUp({ folder, environment }: RolloutProject): Promise<Cost> {
  const sekisho = join(root, "bin/sekisho.cjs");
  return costOf([sekisho, "rollout", "up", "--bootstrap"], environment, folder);
}

/** How often the stack that changes was updated: a measurement of something else is none. */
function assertRan({ state }: RolloutProject, times: number): void {
  const file = join(state, ".pulumi/stacks/sekisho", `account-${changed}.json`);
  const text = readFileSync(file, "utf8");
  if (text.includes('\\"7\\"') !== times > 1) {
    throw new Error(`account-${changed} was not updated as often as it should be.`);
  }
}
