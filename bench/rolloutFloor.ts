import { join } from "node:path";
import { World } from "../test/engine/aws/world";
import { serveAws } from "../test/engine/awsProvider";
import { accountIdOf, workloadName } from "../test/rollout/support/organization";
import { openRollout } from "../test/rollout/support/rolloutProject";
import type { BareUps } from "./bareUp";
import { root, startNode, textOf } from "./childProcess";
import { emptyPack } from "./packStart";

/** How many stacks run at once, in the rollout and on the floor. */
export const lanes = 2;

/** Mean seconds of an account stack that is made, so many at a time, against one stand-in for AWS. */
export interface RolloutAndFloor {
  readonly stacks: number;
  readonly rollout: number;
  readonly floor: number;
}

/** Deploys an organization of so many small accounts, then the same account stacks as bare as they can be. */
export async function rolloutAndFloor(accounts: number): Promise<RolloutAndFloor> {
  const seconds = await rolledOut(accounts);
  const stacks = [...seconds.keys()];
  const bare = await floor(accounts, stacks);
  return { stacks: stacks.length, rollout: mean([...seconds.values()]), floor: mean(bare) };
}

async function rolledOut(accounts: number): Promise<Map<string, number>> {
  const aws = await serveAws(worldOf([]));
  const project = openRollout(aws.port, accounts);
  try {
    const end = await project.report("up", "--bootstrap", "--jobs", String(lanes));
    if (end.code !== 0) {
      throw new Error(end.stderr);
    }
    return new Map(
      Object.values(end.stacks)
        .filter(({ wave }) => wave === "accounts")
        .map(({ stack, seconds }) => [stack, seconds!]),
    );
  } finally {
    project.close();
    aws.stop();
  }
}

async function floor(accounts: number, stacks: readonly string[]): Promise<number[]> {
  const names = Array.from({ length: accounts - 2 }, (_, index) => workloadName(index));
  const aws = await serveAws(worldOf(["management", "identity", ...names]));
  const project = openRollout(aws.port, accounts);
  try {
    const pack = emptyPack(join(project.folder, "empty-pack"));
    const each = Array.from({ length: lanes }, (_, lane) =>
      stacks.filter((_, position) => position % lanes === lane),
    );
    const seconds = await Promise.all(
      each.map(async (some) => {
        const organization = join(project.folder, "organization.yaml");
        const work = join(project.folder, "bare");
        const task: BareUps = { organization, stacks: some, pack, work };
        const child = startNode(["--stack-trace-limit=0", "-e", program(task)], {
          env: project.environment,
        });
        child.stdout?.resume();
        const [answer, errors] = await Promise.all([textOf(child, 3), textOf(child, 2)]);
        if (answer === "") {
          throw new Error(`The floor could not be measured: ${errors}`);
        }
        return JSON.parse(answer) as number[];
      }),
    );
    return seconds.flat();
  } finally {
    project.close();
    aws.stop();
  }
}

function program(task: BareUps): string {
  const [bundled, file] = ["engine/bundled.cjs", "bench/bareUp.ts"].map((name) =>
    JSON.stringify(join(root, name)),
  );
  const answer = `(seconds) => require("node:fs").writeSync(3, JSON.stringify(seconds))`;
  return `void require(${bundled})(${file}).bareUps(${JSON.stringify(task)}).then(${answer})`;
}

/** An AWS in which the CI role and the deploy roles of the named accounts are. */
function worldOf(accounts: readonly string[]): World {
  const world = new World();
  world.existingRole("222222222222", "sekisho-ci");
  accounts.forEach((name) => world.existingRole(accountIdOf(name), "SekishoDeploy"));
  return world;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
