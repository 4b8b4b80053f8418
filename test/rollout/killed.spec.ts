import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import type { RolloutStatus } from "../../engine/rollout/status";
import type { AwsCall } from "../engine/awsProvider";
import { needsPulumi } from "../engine/pulumiCli";
import { openOrganization, OrganizationInAws } from "./support/organizationInAws";
import type { CommandEnd, RunningRollout } from "./support/rolloutProject";
import { workloadId } from "./support/organization";
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

/** What a kill does, and when. */
interface Kill {
  /** On which call of an engine about a resource, from 1. */
  readonly at: number;
  /** The command alone, or with everything that it started, as when the machine loses power. */
  readonly all: boolean;
  /** Whether AWS gets that call. */
  readonly reached: boolean;
}

describe("a rollout that is killed at random points", function () {
  this.timeout(1_800_000);
  const seed = Number(process.env.SEKISHO_TEST_SEED ?? randomInt(2 ** 31));
  const random = seededRandom(seed);
  let organization: OrganizationInAws;
  let onCall: (call: AwsCall) => void = () => undefined;
  const told: string[] = [];

  before(needsPulumi);

  afterEach(function () {
    if (this.currentTest?.state === "failed") {
      console.log(`      seed: SEKISHO_TEST_SEED=${seed}\n${told.slice(-3).join("\n---\n")}`);
    }
  });

  before(async () => {
    organization = await openOrganization(accounts, (call) => onCall(call));
  });

  after(() => organization?.close());

  /** Runs a command and kills it; undefined where it ended before the kill came. */
  async function killed(args: string[], kill: Kill): Promise<CommandEnd | undefined> {
    let calls = 0;
    let dead = false;
    onCall = ({ when }) => {
      if (when === "before" && ++calls === kill.at) {
        dead = true;
        void (kill.all ? command.killAll() : command.kill());
        if (kill.all && !kill.reached) {
          throw new Error("The machine lost its power before the request was sent.");
        }
      }
    };
    const command: RunningRollout = organization.project.start(...args, "--jobs", "2", "--json");
    const end = await command.end;
    onCall = () => undefined;
    told.push(`${args.join(" ")}, ${JSON.stringify(kill)}: ${end.code}\n${end.stderr}`);
    return dead ? end : undefined;
  }

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
      const end = await killed(args, kill);
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
    for (let tries = 0; tries < 3; tries++) {
      const end = await project.run("resume", "--jobs", "2");
      told.push(end.stderr);
      if (end.code === 0) {
        break;
      }
    }
    // The rest of the changes is not part of what was declared when it was killed last.
    const last = await project.report("up", "--bootstrap", "--jobs", "2");
    told.push(last.stderr);
    assert.equal(last.code, 0, last.stderr);
    await assertLikeUndisturbed();
  });

  it("makes a resource that it had not made, though what settles its state is killed too", async () => {
    const { project, world } = organization;
    project.edit(["roles", "Auditor"], { policies: [] });
    project.edit(["groups", "operators", "switchTo", 1], { role: "Auditor", accounts: "*" });
    const stack = "account-workload-0";
    const first = { at: 1, all: true, reached: false };
    assert.ok(await killed(["up", "--only", stack], first), told.at(-1));
    assert.match(String(statesIn(project.state).get(stack)?.pending), /creating .*Auditor/);
    // The first calls about the stack are now the reads of a refresh.
    assert.ok(await killed(["resume"], first), told.at(-1));
    const end = await project.report("resume");
    assert.equal(end.code, 0, end.stderr);
    const made = world
      .all()
      .filter(({ inputs, account }) => inputs.name === "Auditor" && account === workloadId(0));
    assert.equal(made.length, 1);
    const { resources, pending } = statesIn(project.state).get(stack)!;
    assert.deepEqual(pending, []);
    assert.ok(resources.some(({ id }) => id === "Auditor"));
  });

  it("leaves no policy pack behind", () => {
    const folder = join(organization.project.folder, ".sekisho");
    const running = fs
      .readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          return [fs.readFileSync(`/proc/${pid}/cmdline`, "utf8")];
        } catch {
          return [];
        }
      });
    assert.deepEqual(
      running.filter((command) => command.includes(folder)),
      [],
    );
  });

  /** What `rollout status` says, against what is in the backend. */
  async function assertStatusTrue(before: ReturnType<typeof statesIn>): Promise<void> {
    const { project } = organization;
    const { stdout, code } = await project.run("status", "--json");
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
