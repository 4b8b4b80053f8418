import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { join } from "node:path";
import { AwsCall, serveAws } from "../engine/awsProvider";
import { World } from "../engine/aws/world";
import { compilePack } from "../engine/engineRun";
import { PluginServer } from "../engine/grpcServer";
import { needsPulumi } from "../engine/pulumiCli";
import { openRollout, RolloutEnd, RolloutProject } from "./support/rolloutProject";
import { workloadId } from "./support/organization";

/** The stacks that ended so, sorted. */
function ended({ report }: RolloutEnd, outcome: string): string[] {
  return report.stacks
    .filter((stack) => stack.outcome === outcome)
    .map(({ stack }) => stack)
    .sort();
}

/** Fails with what the command said, unless it ended with that code. */
function assertCode(end: { code: number | null; stdout: string; stderr: string }, code: number) {
  assert.equal(end.code, code, end.stderr + end.stdout);
}

describe("a rollout of four accounts through the real engine", function () {
  this.timeout(600_000);
  const world = new World();
  let aws: PluginServer;
  let project: RolloutProject;
  let calls: AwsCall[] = [];
  /** What happens to each call; a test replaces it. */
  let intercept: (call: AwsCall) => void | Promise<void> = () => undefined;
  let first: RolloutEnd;

  before(needsPulumi);
  before(async () => {
    compilePack();
    aws = await serveAws(world, (call) => {
      calls.push(call);
      return intercept(call);
    });
    project = openRollout(aws.port, 4);
    first = await project.report("up", "--bootstrap");
  });
  beforeEach(() => {
    calls = [];
    intercept = () => undefined;
  });
  after(() => {
    project?.close();
    aws?.stop();
  });

  const up = (...args: string[]) => project.report("up", "--bootstrap", ...args);
  const idleTimeout = (account: string, minutes: number) =>
    project.edit(["accounts", account, "osAccess", "idleTimeout"], `${minutes}m`);
  const state = async (stack: string) =>
    JSON.parse((await project.pulumi("stack", "export", "--stack", stack)).stdout) as {
      deployment: { resources: Record<string, unknown>[] };
    };
  const importState = async (stack: string, content: object) => {
    const file = join(project.folder, "import.json");
    fs.writeFileSync(file, JSON.stringify(content));
    assertCode(await project.pulumi("stack", "import", "--stack", stack, "--file", file), 0);
  };

  it("deploys every stack, wave by wave", () => {
    assertCode(first, 0);
    assert.equal(ended(first, "succeeded").length, 13);
    const waves = [...first.stderr.matchAll(/^wave (\S+):/gm)].map(([, name]) => name);
    assert.deepEqual(waves, [
      "management-bootstrap",
      "organization",
      "bootstrap",
      "account-canary",
      "accounts",
      "identity",
      "guardrails-canary",
      "guardrails",
    ]);
    const position = (stack: string) => first.stderr.indexOf(`✓ ${stack} `);
    assert.ok(position("guardrails-Workloads.Second") > position("account-workload-1"));
  });

  it("starts no engine where nothing changed", async () => {
    const again = await up();
    assertCode(again, 0);
    assert.equal(ended(again, "unchanged").length, 13);
    assert.deepEqual(calls, []);
    assert.match(again.stderr, /^13 stacks, none planned anew/m);
  });

  it("runs one changed account alone, and says why", async () => {
    idleTimeout("workload-1", 5);
    const changed = await up();
    assertCode(changed, 0);
    assert.deepEqual(ended(changed, "succeeded"), ["account-workload-1"]);
    assert.equal(changed.stacks["account-workload-1"]?.why, "what is declared has changed");
    assert.deepEqual([...new Set(calls.map(({ account }) => account))], [workloadId(1)]);
    const again = await project.report("preview", "--list", "--bootstrap");
    assert.equal(ended(again, "unchanged").length, 13);
    assert.match(again.stderr, /none planned anew/);
  });

  it("runs a stack whose state somebody imported, though its time stayed the same", async () => {
    const exported = await state("account-workload-0");
    const [, component] = exported.deployment.resources;
    component!.outputs = { touched: true };
    await importState("account-workload-0", exported);
    const touched = await up();
    assertCode(touched, 0);
    assert.deepEqual(ended(touched, "succeeded"), ["account-workload-0"]);
    assert.match(touched.stacks["account-workload-0"]!.why, /touched/);
  });

  it("runs a stack whose record is damaged, and every stack where all records are", async () => {
    const exported = await state("rollout-records");
    const [stack] = exported.deployment.resources as { outputs: { records: string } }[];
    const whole = stack!.outputs.records;
    stack!.outputs.records = whole.replace(/("identity":\{"fingerprint":")...../, "$1?????");
    await importState("rollout-records", exported);
    const one = await project.report("preview", "--list", "--bootstrap");
    assert.deepEqual(ended(one, "to run"), ["identity"]);
    assert.match(one.stacks.identity!.why, /no record/);

    stack!.outputs.records = whole.slice(0, -1);
    await importState("rollout-records", exported);
    const all = await project.report("preview", "--list", "--bootstrap");
    assert.equal(ended(all, "to run").length, 13);

    stack!.outputs.records = whole;
    await importState("rollout-records", exported);
    assert.equal(ended(await project.report("preview", "--list"), "unchanged").length, 13);
  });

  it("stops at a canary that fails, says so, and starts nothing after it", async () => {
    idleTimeout("workload-0", 7);
    idleTimeout("workload-1", 7);
    intercept = ({ when, account }) => {
      if (when === "before" && account === workloadId(0)) {
        throw new Error("AccessDenied: the canary is not allowed to");
      }
    };
    const failed = await up();
    assertCode(failed, 1);
    const canary = first.stacks["account-workload-0"]!;
    assert.equal(canary.wave, "account-canary");
    assert.deepEqual(ended(failed, "failed"), ["account-workload-0"]);
    assert.match(failed.stacks["account-workload-0"]!.why, /AccessDenied: the canary/);
    assert.deepEqual(ended(failed, "not started"), ["account-workload-1"]);
  });

  it("goes on where the failure left off, and deploys only what is missing", async () => {
    const mended = await up();
    assertCode(mended, 0);
    assert.deepEqual(ended(mended, "succeeded"), ["account-workload-0", "account-workload-1"]);
  });

  it("names the holder of a lock, touches nothing, and removes the lock only if told to", async () => {
    const locks = join(project.state, ".pulumi/locks/organization/sekisho/account-workload-1");
    const lock = join(locks, "5d0ad8b2-0000-4000-8000-000000000000.json");
    fs.mkdirSync(locks, { recursive: true });
    const holder = { pid: 4711, username: "bob", hostname: "elsewhere" };
    fs.writeFileSync(lock, JSON.stringify({ ...holder, timestamp: "2026-11-28T14:00:00Z" }));
    idleTimeout("workload-1", 8);
    const locked = await up();
    assertCode(locked, 1);
    assert.match(locked.stacks["account-workload-1"]!.why, /^locked by bob@elsewhere \(pid 4711\)/);
    assert.deepEqual(calls, []);
    assert.ok(fs.existsSync(lock));

    const status = await project.run("status");
    assertCode(status, 1);
    assert.match(
      status.stdout,
      /Lock on account-workload-1: bob@elsewhere .* --release account-workload-1/,
    );

    const released = await up("--release", "account-workload-1");
    assertCode(released, 0);
    assert.deepEqual(ended(released, "succeeded"), ["account-workload-1"]);
  });

  it("killed with all its engines in the middle of a creation, is finished by resume", async () => {
    project.edit(["roles", "ReadOnly"], {
      policies: ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"],
    });
    project.edit(
      ["groups", "operators", "switchTo"],
      [
        { role: "SessionAuditor", accounts: "*" },
        { role: "ReadOnly", accounts: ["workload-0"] },
      ],
    );
    const reached = new Promise<void>((resolve) => {
      intercept = ({ when, method, type, inputs }) => {
        // AWS has made the role; the engine never hears of it.
        if (when === "after" && method === "create" && type === "aws:iam/role:Role") {
          assert.equal(inputs.name, "ReadOnly");
          resolve();
          return new Promise<void>(() => undefined);
        }
        return undefined;
      };
    });
    const running = project.start("up", "--bootstrap");
    await reached;
    const second = await project.run("up", "--bootstrap");
    assertCode(second, 1);
    assert.match(
      second.stderr,
      new RegExp(`taken by a rollout on .* \\(pid ${running.child.pid}\\)`),
    );

    assert.equal((await running.killAll()).signal, "SIGKILL");
    intercept = () => undefined;
    const died = await project.run("status");
    assertCode(died, 1);
    assert.match(died.stdout, /: died$/m);
    assert.match(died.stdout, /was running when it died: 1 stack: account-workload-0/);
    assert.match(died.stdout, /not begun: 1 stack: identity/);
    assert.match(died.stdout, /Lock on account-workload-0: .*'sekisho rollout resume' releases it/);

    const resumed = await project.report("resume");
    assertCode(resumed, 0);
    assert.deepEqual(ended(resumed, "succeeded"), ["account-workload-0", "identity"]);
    assert.deepEqual(resumed.stacks["account-workload-0"]!.pending, [
      "creating switch-ReadOnly-role (aws:iam/role:Role)",
    ]);
    const roles = world.all().filter(({ inputs }) => inputs.name === "ReadOnly");
    assert.equal(roles.length, 1);
    const { deployment } = (await state("account-workload-0")) as {
      deployment: { pending_operations?: unknown[] };
    };
    assert.deepEqual(deployment.pending_operations ?? [], []);
    assertCode(await project.run("status"), 0);
  });

  it("shows what was changed outside, and changes nothing itself", async () => {
    const role = world
      .all()
      .find(({ account, inputs }) => account === workloadId(1) && inputs.name === "OSAccess")!;
    world.update(role, { ...role.inputs, description: "changed in the console" });
    const drifted = await project.report("preview", "--refresh", "--only", "account-workload-1");
    assertCode(drifted, 1);
    assert.deepEqual(drifted.stacks["account-workload-1"]!.drift, [
      { op: "changed", type: "aws:iam/role:Role", name: "os-access-role" },
    ]);
    assert.deepEqual(
      calls.filter(({ method }) => method !== "read"),
      [],
    );
  });

  it("names stacks that nothing declares, and stacks that it may not deploy", async () => {
    assertCode(await project.pulumi("stack", "init", "account-left-over", "--no-select"), 0);
    project.edit(["deploy", "trustedBy"], "arn:aws:iam::222222222222:role/other-ci");
    const listed = await project.report("preview", "--list");
    assertCode(listed, 1);
    assert.deepEqual(listed.report.undeclared, [
      {
        stack: "account-left-over",
        resources: 0,
        todo: "it is empty: pulumi stack rm account-left-over",
      },
    ]);
    assert.match(listed.stacks["bootstrap-workload-0"]!.why, /^has changed: with credentials/);
  });

  it("reads on where a killed engine left half of a state's attributes", async () => {
    const state = join(project.state, ".pulumi/stacks/sekisho/account-workload-0.json");
    for (const half of ["", '{"user.cache_con']) {
      fs.writeFileSync(`${state}.attrs`, half);
      const { code, stdout, stderr } = await project.run("preview", "--list");
      assert.equal(code, 1, stderr);
      assert.match(stdout, /account-left-over/);
    }
    assert.equal(fs.existsSync(state), true);
    assert.equal(fs.existsSync(`${state}.attrs`), false);
  });
});
