import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freeId } from "../../cli/grant/add";
import { windowOf, WindowOptions } from "../../cli/grant/window";
import { Stop } from "../../cli/stop";
import { Grant } from "../../model/landingZone";

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
    assert.match(stdout, /\nThe window: Wed 2 Dec 2026 09:00 to 11:00 in Asia\/Tokyo\.\n$/);
  });

  it("writes nothing with --dry-run, nor where the grant does not check", () => {
    const before = grantsFile();

    const dry = sekisho("add", "alice", "web-staging", ...window, ...because, "--dry-run");
    const wrong = sekisho("add", "alice", "web-stagign", ...window, ...because);

    assert.equal(dry.status, 0, dry.stderr);
    assert.match(dry.stdout, /is as it was \(--dry-run\)/);
    assert.equal(wrong.status, 2);
    assert.match(
      wrong.stderr,
      /^accounts\[0\]: found "web-stagign".*did you mean 'web-staging'\?\ngrants\.yaml is as it was/,
    );
    assert.equal(grantsFile(), before);
  });

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
    const now = Date.now();
    const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString().slice(0, 19);
    writeFileSync(
      join(folder, "grants.yaml"),
      ["coming: 24", "open: -1", "ended: -48"]
        .map((text) => text.split(": "))
        .map(
          ([id, from]) =>
            `  - { id: ${id}, user: alice, accounts: [web-staging], from: ${at(Number(from))}Z, ` +
            `until: ${at(Number(from) + 2)}Z, reason: x, approver: bob }`,
        )
        .reduce((text, line) => `${text}${line}\n`, "grants:\n"),
    );

    const listed = sekisho("list", "--zone", "Asia/Tokyo").stdout;
    const states = JSON.parse(sekisho("list", "--json").stdout) as { id: string; state: string }[];

    assert.match(
      listed,
      /^open {4}open {2}alice in web-staging\n {8}\w{3} \d.* Asia\/Tokyo \(.*Z to /,
    );
    for (const { id, state } of states) {
      assert.equal(state, id);
    }
    assert.deepEqual(
      states.map(({ id }) => id),
      ["open", "coming", "ended"],
    );
  });

  it("lists no other files and no other people than it was asked for", () => {
    const wrong = {
      "list --grants none.yaml": /^none\.yaml:1:1: found no such file/,
      "list --user alicee": /^There is no user alicee; is alice meant\?/,
      "list --zone Mars": /^'Mars' is no time zone/,
    };
    for (const [args, says] of Object.entries(wrong)) {
      const { status, stdout, stderr } = sekisho(...args.split(" "));
      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" }, args);
      assert.match(stderr, says);
    }
  });
});

describe("A new grant", () => {
  const now = new Date("2026-12-01T00:30:20Z");
  const window = { from: "2026-12-02T09:00", for: "2h", zone: "Asia/Tokyo" };

  it("begins now where nothing is said, and to the minute", () => {
    assert.deepEqual(windowOf({ for: "1d", zone: "Asia/Tokyo" }, now), {
      from: "2026-12-01T09:30:00+09:00",
      until: "2026-12-02T09:30:00+09:00",
    });
  });

  it("has an id of its own, also the second of a day", () => {
    const { from } = windowOf(window, now);
    const id = "alice-web-staging-2026-12-02";
    const taken = (...ids: string[]) => ({
      grants: ids.map((each) => ({ id: each })) as unknown as readonly Grant[],
    });
    assert.equal(freeId(taken(), "alice", "web-staging", from), id);
    assert.equal(freeId(taken(id, `${id}-2`), "alice", "web-staging", from), `${id}-3`);
  });

  const wrongWindows: { title: string; options: WindowOptions; says: RegExp }[] = [
    { title: "neither --for nor --until", options: { for: undefined }, says: /^Say how long/ },
    { title: "both", options: { until: "2026-12-02T10:00" }, says: /^Say how long/ },
    { title: "a duration without a unit", options: { for: "2" }, says: /^'2' is no duration/ },
    { title: "an unknown zone", options: { zone: "Mars" }, says: /^'Mars' is no time zone/ },
    {
      title: "an unknown zone and no moment",
      options: { zone: "Mars", from: undefined },
      says: /^'Mars' is no time zone/,
    },
    {
      title: "a day that does not exist",
      options: { from: "2026-12-32T09:00" },
      says: /is no moment/,
    },
    {
      title: "a window that is over",
      options: { from: "2026-11-30T09:00" },
      says: /^The window is over: it ends at 2026-11-30T11:00:00\+09:00\./,
    },
  ];
  for (const { title, options, says } of wrongWindows) {
    it(`is refused for ${title}, in one line`, () => {
      assert.throws(
        () => windowOf({ ...window, ...options }, now),
        (error: Stop) => {
          assert.match(error.message, says);
          assert.equal(error.exitCode, 2);
          return !error.message.includes("\n");
        },
      );
    });
  }
});
