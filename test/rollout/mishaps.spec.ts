import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { RolloutStatus } from "../../engine/rollout/status";
import type { AwsCall } from "../engine/awsProvider";
import { needsPulumi } from "../engine/pulumiCli";
import { accountIdOf } from "./support/organization";
import { openOrganization, OrganizationInAws } from "./support/organizationInAws";
import type { RolloutEnd } from "./support/rolloutProject";
import { statesIn } from "./support/states";

/** Management, identity and three more: two in one OU, one in another. */
const accounts = 5;

describe("a rollout in which something goes wrong", function () {
  this.timeout(600_000);
  let organization: OrganizationInAws;
  let onCall: (call: AwsCall) => void = () => undefined;

  before(needsPulumi);

  before(async () => {
    organization = await openOrganization(accounts, (call) => onCall(call));
  });

  after(() => organization?.close());

  afterEach(() => {
    onCall = () => undefined;
  });

  const up = (...args: string[]) => organization.project.report("up", "--bootstrap", ...args);
  const outcomes = ({ stacks }: RolloutEnd) =>
    Object.fromEntries(Object.values(stacks).map(({ stack, outcome }) => [stack, outcome]));
  const change = (value: string) => organization.project.edit(["osAccess", "idleTimeout"], value);
  const status = async () =>
    JSON.parse((await organization.project.run("status", "--json")).stdout) as RolloutStatus;
  /** Refuses what AWS is asked to do to the document with the session preferences of an account. */
  const refuse = (account: string, error: string, times = Infinity) => {
    let refused = 0;
    onCall = ({ when, type, account: where }) => {
      if (
        when === "before" &&
        type.startsWith("aws:ssm/document") &&
        where === account &&
        refused < times
      ) {
        refused++;
        throw new Error(error);
      }
    };
    return () => refused;
  };

  it("stops its wave and the later ones when a stack fails, and does not hide it", async () => {
    refuse(
      accountIdOf("workload-0"),
      "AccessDeniedException: not authorized to ssm:CreateDocument",
    );
    const end = await up("--jobs", "1");
    assert.equal(end.code, 1, end.stderr);
    const failed = end.stacks["account-workload-0"]!;
    assert.equal(failed.outcome, "failed");
    assert.match(failed.why, /AccessDeniedException: not authorized to ssm:CreateDocument/);
    assert.match(fs.readFileSync(failed.log!, "utf8"), /not authorized to ssm:CreateDocument/);
    const rest = outcomes(end);
    assert.equal(rest["account-identity"], "succeeded");
    assert.equal(rest["account-workload-2"], "not started", "it comes after, in the same wave");
    assert.equal(rest.identity, "not started");
    for (const target of ["Security", "Workloads.First", "Workloads.Second"]) {
      assert.equal(rest[`guardrails-${target}`], "not started");
    }
    const [run] = (await status()).runs;
    assert.equal(run?.state, "finished");
    assert.deepEqual(
      run.failed.map(({ stack }) => stack),
      ["account-workload-0"],
    );
  });

  it("finishes with what is left once that is mended", async () => {
    const end = await organization.project.report("resume");
    assert.equal(end.code, 0, end.stderr);
    const ran = Object.values(end.stacks).filter(({ outcome }) => outcome === "succeeded");
    assert.deepEqual(
      ran.map(({ stack }) => stack),
      [
        ...["account-workload-0", "account-workload-2", "identity"],
        ...["guardrails-Workloads.Second", "guardrails-Workloads.First", "guardrails-Security"],
      ],
    );
  });

  it("tries again what AWS throttles, and a while later it is done", async () => {
    change("20m");
    const refused = refuse(accountIdOf("workload-1"), "ThrottlingException: Rate exceeded", 2);
    const end = await up("--retry-delay", "0");
    assert.equal(end.code, 0, end.stderr);
    assert.equal(refused(), 2);
    assert.match(
      end.stderr,
      /account-workload-1: throttled, again in 0 s \(2 of 4\).*Rate exceeded/,
    );
  });

  it("gives up on what AWS throttles five times, and says so", async () => {
    change("25m");
    const refused = refuse(accountIdOf("workload-1"), "ThrottlingException: Rate exceeded");
    const end = await up("--retry-delay", "0", "--only", "account-workload-1");
    assert.equal(end.code, 1, end.stderr);
    assert.equal(refused(), 5);
    assert.match(end.stacks["account-workload-1"]!.why, /Rate exceeded/);
  });

  it("goes on within its tolerance, but not with guardrails above what failed", async () => {
    change("10m");
    organization.project.edit(["regions"], ["ap-northeast-1", "eu-west-1"]);
    refuse(accountIdOf("workload-2"), "ValidationException: no");
    const end = await up("--tolerance", "1");
    assert.equal(end.code, 1, end.stderr);
    const ends = outcomes(end);
    assert.equal(ends["account-workload-2"], "failed");
    assert.equal(ends["guardrails-Workloads.Second"], "succeeded");
    assert.equal(ends["guardrails-Workloads.First"], "blocked");
    assert.match(end.stacks["guardrails-Workloads.First"]!.why, /account-workload-2 below it/);
    const mended = await ((onCall = () => undefined), up());
    assert.equal(mended.code, 0, mended.stderr);
  });

  describe("and finds a stack locked", () => {
    const stack = "account-workload-1";
    const folder = () =>
      join(organization.project.state, ".pulumi/locks/organization/sekisho", stack);
    before(() => change("26m"));
    const gone = spawnSync(process.execPath, ["--version"]).pid;
    const lock = (pid: number, host: string) => {
      fs.mkdirSync(folder(), { recursive: true });
      const held = { pid, username: "bob", hostname: host, timestamp: new Date().toISOString() };
      fs.writeFileSync(
        join(folder(), "0c5b4bd8-2f53-4d6c-a5c2-1f2b1d2f7f3e.json"),
        JSON.stringify(held),
      );
    };

    afterEach(() => fs.rmSync(folder(), { recursive: true, force: true }));

    const holders = [
      { title: "a process of this machine that runs", pid: process.pid, host: hostname() },
      { title: "a process of this machine that is gone", pid: gone, host: hostname() },
      { title: "another machine", pid: 4711, host: "runner-7" },
    ];
    for (const { title, pid, host } of holders) {
      it(`by ${title}: names it and leaves the lock`, async () => {
        lock(pid, host);
        const end = await up("--only", stack);
        assert.equal(end.code, 1, end.stderr);
        assert.equal(end.stacks[stack]!.outcome, "failed");
        assert.ok(
          end.stacks[stack]!.why.startsWith(`locked by bob@${host} (pid ${pid}) since`),
          end.stacks[stack]!.why,
        );
        assert.equal(fs.readdirSync(folder()).length, 1);
        const { stdout, code } = await organization.project.run("status");
        assert.equal(code, 1);
        assert.ok(
          stdout.includes(`sekisho rollout up --release ${stack}`) &&
            stdout.includes(`bob@${host} (pid ${pid})`),
          stdout,
        );
      });
    }

    it("removes the lock when it is told to", async () => {
      lock(4711, "runner-7");
      const end = await up("--only", stack, "--release", stack);
      assert.equal(end.code, 0, end.stderr);
      assert.match(end.stderr, /account-workload-1: its lock is released, as --release says/);
      assert.equal(end.stacks[stack]!.outcome, "succeeded");
    });

    it("refuses to remove a lock of what is no stack of the landing zone", async () => {
      const { code, stderr } = await organization.project.run("up", "--release", "acount-web");
      assert.equal(code, 2);
      assert.equal(
        stderr.trim().split("\n").at(-1),
        "--release acount-web: the backend has no such stack.",
      );
    });
  });

  describe("because it cannot write", () => {
    const base = () => join(organization.project.folder, ".sekisho");

    it("what it does: the disk is full", async () => {
      change("30m");
      const journals = () =>
        fs
          .readdirSync(join(base(), "rollout"))
          .filter((name) => /^\d{8}T/.test(name))
          .sort()
          .map((name) => join(base(), "rollout", name, "journal.jsonl"));
      let journal = "";
      onCall = ({ when, method }) => {
        if (when === "before" && method === "update" && journal === "") {
          journal = journals().at(-1)!;
          fs.renameSync(journal, `${journal}.kept`);
          // A device on which every write says ENOSPC.
          fs.symlinkSync("/dev/full", journal);
        }
      };
      const { code, stderr, stdout } = await organization.project.run("up", "--jobs", "2");
      fs.rmSync(journal);
      fs.renameSync(`${journal}.kept`, journal);
      assert.equal(code, 1);
      assert.equal(stdout, "");
      assert.match(
        stderr,
        /The rollout stopped, because it cannot write what it does: ENOSPC: .*journal\.jsonl'\. Mend that/,
      );
      const { runs, locks } = await status();
      assert.equal(runs[0]!.state, "died");
      assert.deepEqual(locks, [], "what ran has ended in order");
      const resumed = await organization.project.report("resume");
      assert.equal(resumed.code, 0, resumed.stderr);
      for (const [stack, { pending }] of statesIn(organization.project.state)) {
        assert.deepEqual(pending, [], stack);
      }
    });

    it("its folder: a file stands there", async () => {
      fs.renameSync(base(), `${base()}.kept`);
      fs.writeFileSync(base(), "");
      const { code, stderr } = await organization.project.run("up");
      fs.rmSync(base());
      fs.renameSync(`${base()}.kept`, base());
      assert.equal(code, 1);
      assert.match(
        stderr,
        /^The rollout stopped, because it cannot write what it does: E[A-Z]+: .*\.sekisho/m,
      );
    });

    it("its logs: a file stands where the folder should be", async () => {
      change("35m");
      const logs = join(organization.project.folder, "logs");
      fs.writeFileSync(logs, "");
      const before = statesIn(organization.project.state);
      const { code, stderr } = await organization.project.run("up", "--logs", logs);
      assert.equal(code, 1);
      assert.match(
        stderr,
        /^The rollout stopped, because it cannot write what it does: E[A-Z]+: .*logs/m,
      );
      assert.deepEqual(statesIn(organization.project.state), before);
    });
  });

  it("is told by a preview that looks at what is really there", async () => {
    assert.equal((await up()).code, 0);
    const { world, project } = organization;
    const [document] = world
      .all()
      .filter(
        ({ type, account }) =>
          type === "aws:ssm/document:Document" && account === accountIdOf("workload-0"),
      );
    assert.equal((await project.run("preview", "--refresh", "--only", "accounts")).code, 0);
    world.update(document!, { ...document!.inputs, content: "{}" });
    const { code, stdout } = await project.run(
      "preview",
      "--refresh",
      "--only",
      "account-workload-0",
    );
    assert.equal(code, 1);
    assert.match(stdout, /Changed outside\n {2}account-workload-0 {2}session-preferences/);
  });
});
