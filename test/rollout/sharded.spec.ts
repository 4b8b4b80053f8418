import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { join } from "node:path";
import { World } from "../engine/aws/world";
import { AwsCall, serveAws } from "../engine/awsProvider";
import { compilePack } from "../engine/engineRun";
import { PluginServer } from "../engine/grpcServer";
import { needsPulumi } from "../engine/pulumiCli";
import { accountIdOf } from "./support/organization";
import { openRollout, RolloutEnd, RolloutProject, reported } from "./support/rolloutProject";

const accounts = 6;

/** An entry of the backend's history. */
interface Update {
  readonly kind: string;
}

describe("four shards of a rollout, each on a machine of its own", function () {
  this.timeout(300_000);
  let aws: PluginServer;
  let machines: RolloutProject[] = [];
  let calls: AwsCall[] = [];
  let refuse: (call: AwsCall) => void = () => undefined;

  before(needsPulumi);

  before(async () => {
    compilePack();
    const world = new World();
    world.existingRole("222222222222", "sekisho-ci");
    aws = await serveAws(world, (call) => {
      refuse(call);
      if (call.when === "after") {
        calls.push(call);
      }
    });
    machines = Array.from({ length: 4 }, () => openRollout(aws.port, accounts));
    for (const { environment } of machines) {
      environment.PULUMI_BACKEND_URL = machines[0]!.environment.PULUMI_BACKEND_URL;
    }
  });

  after(() => {
    machines.forEach((machine) => machine.close());
    aws?.stop();
  });

  beforeEach(() => {
    calls = [];
    refuse = () => undefined;
  });

  const args = (index: number, command = "up") => [
    ...[command, "--shard", `${index + 1}/4`, "--jobs", "1", "--json"],
    ...(command === "up" ? ["--bootstrap"] : []),
  ];
  const start = (index: number, command?: string) =>
    machines[index]!.start(...args(index, command));
  const runAll = () =>
    Promise.all(machines.map(async (_, index) => reported(await start(index).end)));
  /** More regions: something new for every account and every guardrail. */
  const change = (more: string[]) =>
    machines.forEach((machine) => machine.edit(["regions"], ["ap-northeast-1", ...more]));
  /** How often each stack was updated, by the backend's own history. */
  const updates = () => {
    const history = join(machines[0]!.state, ".pulumi/history/sekisho");
    return Object.fromEntries(
      fs.readdirSync(history).map((stack) => {
        const kinds = fs
          .readdirSync(join(history, stack))
          .filter((name) => /\.history\.json$/.test(name))
          .map((name) => JSON.parse(fs.readFileSync(join(history, stack, name), "utf8")) as Update);
        // What a kill interrupted is settled by a refresh first.
        return [stack, kinds.filter(({ kind }) => kind === "update").length];
      }),
    );
  };
  const own = ({ stacks }: RolloutEnd) =>
    Object.values(stacks)
      .filter(({ outcome, why }) => outcome === "succeeded" && why !== "on another shard")
      .map(({ stack }) => stack);
  let split: string[][] = [];

  it("deploy every stack exactly once, and no guardrail before the last account has its roles", async () => {
    const ends = await runAll();
    ends.forEach(({ code, stderr }) => assert.equal(code, 0, stderr));
    split = ends.map(own);
    const stacks = Object.keys(ends[0]!.stacks).sort();
    assert.deepEqual(split.flat().sort(), stacks);
    assert.deepEqual(updates(), Object.fromEntries(stacks.map((stack) => [stack, 1])));
    const at = (found: (call: AwsCall) => boolean) =>
      calls.flatMap((call, position) => (found(call) ? [position] : []));
    const guardrails = at(({ type }) => type.startsWith("aws:organizations/policy"));
    const roles = at(({ type }) => type === "aws:iam/role:Role");
    assert.ok(Math.max(...roles) < Math.min(...guardrails), "roles, then guardrails");
  });

  it("finish when one of them is killed and resumed, and another one starts late", async () => {
    change(["eu-west-1"]);
    const before = updates();
    const accountsOfSecond = accountStacks(split[1]!).map(accountOf);
    const [first, second, fourth] = [start(0), start(1), start(3)];
    refuse = ({ account, method }) => {
      if (method === "create" && accountsOfSecond.includes(account)) {
        void second.killAll();
      }
    };
    await Promise.all([first.seen("waiting up to"), fourth.seen("waiting up to")]);
    const late = start(2);
    assert.equal((await second.end).signal, "SIGKILL");
    refuse = () => undefined;
    for (const { end } of [first, fourth, late, start(1, "resume")]) {
      const { code, stderr } = await end;
      assert.equal(code, 0, stderr);
    }
    const once = Object.entries(before).map(([stack, times]) => [stack, times + 1]);
    assert.deepEqual(
      updates(),
      Object.fromEntries(once),
      "the pack knows of the new region in each",
    );
  });

  it("end soon when a stack of one of them fails, and say which", async () => {
    change(["eu-west-1", "us-east-1"]);
    const [failing] = accountStacks(split[2]!);
    const account = accountOf(failing!);
    refuse = (call) => {
      if (call.account === account && call.method === "create") {
        throw new Error("AccessDenied: not today");
      }
    };
    const ends = await runAll();
    for (const [index, { code, stacks, stderr }] of ends.entries()) {
      assert.equal(code, 1, `shard ${index + 1}/4: ${stderr}`);
      const { outcome, why } = stacks[failing!]!;
      assert.equal(outcome, "failed");
      assert.match(why, index === 2 ? /^AccessDenied/ : /^on shard 3\/4: AccessDenied: not today/);
      const guardrails = Object.values(stacks).filter(({ stack }) => /^guardrails-/.test(stack));
      assert.ok(guardrails.every((each) => each.outcome !== "succeeded"));
    }
  });

  it("go on when it is mended, whatever the failure left behind", async () => {
    const ends = await runAll();
    ends.forEach(({ code, stderr }) => assert.equal(code, 0, stderr));
    const again = await runAll();
    again.forEach(({ code, stacks }) => {
      assert.equal(code, 0);
      assert.ok(Object.values(stacks).every(({ outcome }) => outcome === "unchanged"));
    });
  });

  it("release only the locks of their own share", async () => {
    const stack = split[0]![0]!;
    const ends = await Promise.all(
      machines.map((machine, index) =>
        machine.run("up", "--shard", `${index + 1}/4`, "--release", stack),
      ),
    );
    const who = ends.map(
      ({ stderr }) => /: (its lock is released|another shard's)/.exec(stderr)?.[1],
    );
    assert.deepEqual(who, [
      "its lock is released",
      ...new Array<string>(3).fill("another shard's"),
    ]);
  });
});

function accountStacks(stacks: readonly string[]): string[] {
  return stacks.filter((stack) => stack.startsWith("account-"));
}

function accountOf(stack: string): string {
  return accountIdOf(stack.slice("account-".length));
}
