import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import type { RolloutStatus } from "../../engine/rollout/status";
import { needsPulumi } from "../engine/pulumiCli";
import { Kill, KillableOrganization, openKillable } from "./support/killableOrganization";
import { openOrganization } from "./support/organizationInAws";
import { seededRandom } from "./support/seededRandom";
import { comparable, lockedStacks, statesIn } from "./support/states";

const accounts = 8;
const kills = 20;

/** Changes of the declared organization that concern every account: a new document version, new roles, roles that go. */
const changes: readonly (readonly [path: (string | number)[], value: unknown])[] = [
  [["osAccess", "idleTimeout"], "10m"],
  [["roles", "Viewer"], { policies: ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"] }],
  [["groups", "operators", "switchTo", 1], { role: "Viewer", accounts: "*" }],
  [["osAccess", "idleTimeout"], "5m"],
  [["groups", "operators", "switchTo"], [{ role: "SessionAuditor", accounts: "*" }]],
];

describe("a rollout that is killed at random points", function () {
  this.timeout(1_800_000);
  const seed = Number(process.env.SEKISHO_TEST_SEED ?? randomInt(2 ** 31));
  const random = seededRandom(seed);
  let organization: KillableOrganization;

  before(needsPulumi);

  afterEach(function () {
    if (this.currentTest?.state === "failed") {
      const told = organization.told.slice(-3).join("\n---\n");
      console.log(`      seed: SEKISHO_TEST_SEED=${seed}\n${told}`);
    }
  });

  before(async () => {
    organization = await openKillable(accounts);
  });

  after(() => organization?.close());

  it(`finishes ${kills} times, and ends where an undisturbed one ends`, async () => {
    const { project } = organization;
    let [done, next] = [0, 0];
    let args = ["up", "--bootstrap"];
    while (done < kills) {
      const before = statesIn(project.state);
      const kill: Kill = {
        at: 1 + Math.floor(random() * (next === 0 ? 60 : 12)),
        all: random() < 0.5,
        reached: random() < 0.5,
      };
      const end = await organization.killed(args, kill);
      if (end === undefined) {
        // It had less left to do than that: something new for all accounts.
        const [path, value] = changes[next++ % changes.length]!;
        project.edit(path, value);
        args = ["up", "--bootstrap"];
        continue;
      }
      done++;
      await assertStatusTrue(before);
      args = ["resume"];
    }
    const resumed = await project.run("resume", "--jobs", "2");
    assert.equal(resumed.code, 0, resumed.stderr);
    await assertLikeUndisturbed();
  });

  /** What `rollout status` says, against what is in the backend. */
  async function assertStatusTrue(before: ReturnType<typeof statesIn>): Promise<void> {
    const { project } = organization;
    const { stdout, stderr, code } = await project.run("status", "--json");
    assert.notEqual(stdout, "", stderr);
    const { runs, interrupted, locks } = JSON.parse(stdout) as RolloutStatus;
    assert.equal(code, 1);
    const [run] = runs;
    assert.equal(run?.state, "died");
    const states = statesIn(project.state);
    for (const stack of run.succeeded) {
      assert.deepEqual(states.get(stack)?.pending, [], `${stack} is done, says the status`);
    }
    for (const stack of run.notBegun.filter((name) => !interrupted.includes(name))) {
      assert.equal(states.get(stack)?.sha256, before.get(stack)?.sha256, `${stack} has not begun`);
    }
    const named = new Set([...run.running, ...run.succeeded, ...interrupted]);
    const unseen = [...states].filter(
      ([stack, { pending, sha256 }]) =>
        (pending.length > 0 || sha256 !== before.get(stack)?.sha256) && !named.has(stack),
    );
    assert.deepEqual(
      unseen.map(([stack]) => stack),
      [],
      "touched, and not named",
    );
    for (const { stack } of locks) {
      assert.ok(
        named.has(stack) || stack.startsWith("rollout-records"),
        `a lock on ${stack}, which did not run`,
      );
    }
  }

  async function assertLikeUndisturbed(): Promise<void> {
    const { project, world } = organization;
    const other = await openOrganization(accounts);
    try {
      for (const name of ["organization.yaml", "grants.yaml"]) {
        fs.copyFileSync(join(project.folder, name), join(other.project.folder, name));
      }
      const { code, stderr } = await other.project.report("up", "--bootstrap", "--jobs", "2");
      assert.equal(code, 0, stderr);
      const [states, expected] = [statesIn(project.state), statesIn(other.project.state)];
      assert.deepEqual([...states.keys()].sort(), [...expected.keys()].sort());
      for (const [stack, state] of states) {
        assert.deepEqual(state.pending, [], stack);
        assert.deepEqual(comparable(state), comparable(expected.get(stack)!), stack);
      }
      assert.deepEqual(lockedStacks(project.state), []);
      const known = new Set(
        [...states.values()].flatMap(({ resources }) => resources.map(({ id }) => id)),
      );
      const surplus = world
        .all()
        .filter(({ id, inputs }) => !known.has(id) && inputs.name !== "sekisho-ci");
      assert.deepEqual(
        surplus.map(({ type, account }) => `${type} in ${account}`),
        [],
      );
      assert.equal(world.all().length, other.world.all().length);
    } finally {
      other.close();
    }
  }
});
