import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const command = join(__dirname, "../../bin/sekisho.cjs");
const example = join(__dirname, "../example");

describe("sekisho grant", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-grant-"));
    cpSync(example, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function sekisho(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, "grant", ...args], {
      cwd: folder,
      encoding: "utf8",
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  }
  const grantsFile = () => readFileSync(join(folder, "grants.yaml"), "utf8");
  const window = ["--from", "2026-12-02T09:00", "--for", "2h", "--zone", "Asia/Tokyo"];
  const because = ["--reason", "Disk full", "--approver", "bob"];

  it("adds a block, shows the difference and names the stack that carries it", () => {
    const before = grantsFile();

    const { status, stdout, stderr } = sekisho(
      "add",
      "alice",
      "web-staging",
      ...window,
      ...because,
    );

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.ok(grantsFile().startsWith(before), "what was there has changed");
    assert.match(grantsFile(), /- id: alice-web-staging-2026-12-02\n {4}user: alice\n/);
    assert.match(stdout, /^\+ {4}from: 2026-12-02T09:00:00\+09:00$/m);
    assert.match(stdout, /grants\.yaml is written\. After the review deploy .*\bidentity\b/);
  });

  it("writes nothing with --dry-run, nor where the grant does not check", () => {
    const before = grantsFile();

    const dry = sekisho("add", "alice", "web-staging", ...window, ...because, "--dry-run");
    const wrong = sekisho("add", "alice", "web-stagign", ...window, ...because);

    assert.equal(dry.status, 0, dry.stderr);
    assert.match(dry.stdout, /is as it was \(--dry-run\)/);
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /found "web-stagign".*did you mean 'web-staging'\?/);
    assert.equal(grantsFile(), before);
  });

  it("gives a second grant of the day an id of its own", () => {
    sekisho("add", "alice", "web-staging", ...window, ...because);
    const later = ["--from", "2026-12-02T15:00", "--for", "1h", "--zone", "Asia/Tokyo"];
    const { status, stderr } = sekisho("add", "alice", "web-staging", ...later, ...because);

    assert.equal(status, 0, stderr);
    assert.match(grantsFile(), /- id: alice-web-staging-2026-12-02-2\n/);
  });

  const wrongUses: Record<string, { args: string[]; says: RegExp }> = {
    "neither --for nor --until": { args: [], says: /Say how long/ },
    "a duration without a unit": { args: ["--for", "2"], says: /'2' is no duration/ },
    "an unknown zone": {
      args: ["--for", "2h", "--zone", "Mars"],
      says: /'Mars' is no time zone/,
    },
  };
  for (const [name, { args, says }] of Object.entries(wrongUses)) {
    it(`refuses ${name} in one line`, () => {
      const { status, stdout, stderr } = sekisho(
        "add",
        "alice",
        "web-staging",
        ...args,
        ...because,
      );

      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
      assert.match(stderr, says);
      assert.equal(stderr.trimEnd().split("\n").length, 1);
    });
  }

  it("prunes what has ended and keeps the rest to the letter", () => {
    const before = grantsFile();
    writeFileSync(
      join(folder, "grants.yaml"),
      before.replace(
        "grants:\n",
        "grants:\n  # long ago\n  - { id: old, user: alice, accounts: [web-staging], from: 2026-01-01T00:00:00Z, until: 2026-01-01T01:00:00Z, reason: x, approver: bob }\n\n",
      ),
    );

    const { status, stdout, stderr } = sekisho("prune");

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.equal(grantsFile(), before);
    assert.match(stdout, /^- {2}# long ago$/m);
  });

  it("lists open grants before those to come, in local time and UTC", () => {
    const { stdout } = sekisho("add", "alice", "web-staging", "--for", "1h", ...because);
    assert.match(stdout, /is written/);

    const listed = sekisho("list", "--zone", "Asia/Tokyo").stdout;
    const states = JSON.parse(sekisho("list", "--json").stdout) as { id: string; state: string }[];

    assert.match(listed, /^open {4}alice-web-staging-/);
    assert.match(listed, /Tue 1 Dec 2026 09:00 to .* Asia\/Tokyo {2}\(2026-12-01T00:00:00Z to /);
    assert.equal(states[0]!.state, "open");
  });
});
