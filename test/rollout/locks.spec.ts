import * as assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { PastRun } from "../../engine/rollout/journal";
import { lockedBy } from "../../engine/rollout/lockText";
import { Owner, ranBefore, stateOf, thisProcess } from "../../engine/rollout/owner";
import { lockState } from "../../engine/rollout/releaseLocks";
import { claimRollout } from "../../engine/rollout/runLock";

const whole = { index: 1, of: 1 };

/** A number that a process had a moment ago. */
const deadPid = spawnSync(process.execPath, ["-e", ""]).pid;
const dead: Owner = { ...thisProcess(), pid: deadPid, started: "1" };

describe("the lock of a stack", () => {
  const text =
    "error: the stack is currently locked by 1 lock(s).\n" +
    "  file:///s/locks/x.json: created by root@runner-1 (pid 4711) at 2026-11-28T14:47:19Z\n";

  it("is read from what the CLI says, once though it says it twice", () => {
    const locked = lockedBy(text + text);
    assert.equal(locked?.holder, "root@runner-1 (pid 4711) since 2026-11-28T14:47:19Z");
    assert.equal(locked?.locks.length, 1);
  });

  it("has no holder in Pulumi Cloud", () => {
    const locked = lockedBy("[409] Conflict: Another update is currently in progress.");
    assert.deepEqual(locked, { holder: "another update in Pulumi Cloud", locks: [] });
  });

  it("is not seen in other failures", () => {
    assert.equal(lockedBy("error: AccessDenied: you are locked out"), undefined);
  });

  const run = (owner: Owner, running: string[]) =>
    [{ running, began: { owner, at: "2026-11-28T14:00:00.000Z" } }] as unknown as PastRun[];
  const lock = {
    ...{ username: "root", hostname: hostname(), pid: deadPid },
    timestamp: "2026-11-28T14:47:19.123456789Z",
  };

  it("is gone if a dead rollout of this folder left it here and its process is gone", () => {
    assert.equal(lockState("web", lock, run(dead, ["web"])), "gone");
  });

  const unknown: { title: string; lock: typeof lock; past: PastRun[] }[] = [
    {
      title: "of another machine",
      lock: { ...lock, hostname: "elsewhere" },
      past: run(dead, ["web"]),
    },
    { title: "on a stack that no dead rollout ran", lock, past: run(dead, ["other"]) },
    { title: "of a rollout that is alive", lock, past: run(thisProcess(), ["web"]) },
    {
      title: "of a rollout in another container",
      lock,
      past: run({ ...dead, machine: "another" }, ["web"]),
    },
    {
      title: "older than the dead rollout",
      lock: { ...lock, timestamp: "2026-11-28T13:00:00Z" },
      past: run(dead, ["web"]),
    },
  ];
  for (const { title, past, ...of } of unknown) {
    it(`${title} is for a person to release`, () => {
      assert.equal(lockState("web", of.lock, past), "unknown");
    });
  }

  it("is alive while the engine that took it runs", () => {
    const own = { ...lock, pid: process.pid, timestamp: new Date().toISOString() };
    assert.equal(lockState("web", own, run(dead, ["web"])), "alive");
  });
});

describe("a process", () => {
  it("is alive, gone, or elsewhere", () => {
    assert.equal(stateOf(thisProcess()), "alive");
    assert.equal(stateOf(dead), "gone");
    assert.equal(stateOf({ ...dead, host: "elsewhere" }), "elsewhere");
  });

  it("is not taken for another that got its number later", () => {
    assert.equal(stateOf({ ...thisProcess(), started: "1" }), "gone");
    assert.equal(ranBefore(process.pid, new Date()), true);
    assert.equal(ranBefore(process.pid, new Date("2020-01-01")), false);
  });
});

describe("the lock of a folder", () => {
  let base: string;
  beforeEach(() => (base = fs.mkdtempSync(join(tmpdir(), "sekisho-lock-"))));
  afterEach(() => fs.rmSync(base, { recursive: true }));
  const leave = (owner: Owner, shard = whole) =>
    fs.writeFileSync(
      join(base, `lock-${shard.index}-of-${shard.of}.json`),
      JSON.stringify({ owner, shard, since: "2026-11-28T14:00:00.000Z" }),
    );

  it("refuses a second rollout and says who is at it", () => {
    const release = claimRollout(base, whole);
    assert.throws(() => claimRollout(base, whole), {
      message: new RegExp(`taken by a rollout on ${hostname()} \\(pid ${process.pid}\\)`),
    });
    release();
    claimRollout(base, whole)();
  });

  it("lets the shards of one split work side by side, and nobody else", () => {
    const release = claimRollout(base, { index: 1, of: 2 });
    claimRollout(base, { index: 2, of: 2 })();
    assert.throws(() => claimRollout(base, whole), /taken by/);
    assert.throws(() => claimRollout(base, { index: 2, of: 3 }), /taken by/);
    release();
    assert.deepEqual(fs.readdirSync(base), []);
  });

  it("is taken over from a process that is gone", () => {
    leave(dead);
    claimRollout(base, whole)();
  });

  it("is taken over where a crash left half of it", () => {
    fs.writeFileSync(join(base, "lock-1-of-1.json"), '{"owner":');
    claimRollout(base, whole)();
  });

  it("is not taken from another machine", () => {
    leave({ ...dead, host: "elsewhere" });
    assert.throws(() => claimRollout(base, whole), /cannot be known here: if it does not, remove/);
  });

  it("is not taken from a live process of another shard", () => {
    const other = spawn(process.execPath, ["-e", "setTimeout(() => undefined, 60000)"]);
    try {
      leave({ ...thisProcess(), pid: other.pid!, started: "" }, { index: 1, of: 3 });
      assert.throws(() => claimRollout(base, whole), /taken by/);
    } finally {
      other.kill();
    }
  });
});
