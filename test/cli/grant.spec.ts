import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freeId } from "../../cli/grant/add";
import { windowOf, WindowOptions } from "../../cli/grant/window";
import { Stop } from "../../cli/stop";
import { Grant } from "../../model/landingZone";

const command = join(__dirname, "../../bin/sekisho.cjs");
const example = join(__dirname, "../example");
const clock = join(__dirname, "clockOfTheExample.cjs");

describe("sekisho grant", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-grant-"));
    cpSync(example, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function sekisho(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--require", clock, command, "grant", ...args],
      { cwd: folder, encoding: "utf8", timeout: 60_000 },
    );
    return { status, stdout, stderr };
  }
  const grantsFile = () => readFileSync(join(folder, "grants.yaml"), "utf8");
  const window = ["--from", "2026-12-02T09:00", "--for", "2h", "--zone", "Asia/Tokyo"];
  const because = ["--reason", "Disk full", "--approver", "bob"];

  it("adds a file, shows it, names the stacks that carry it and says what the window leaves open", () => {
    const before = grantsFile();

    const { status, stdout, stderr } = sekisho(
      "add",
      "alice",
      "data-development,web-staging",
      ...window,
      ...because,
      ...["--channel", "shell", "--nodes", "tag:team=web", "--hard-end"],
    );

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.equal(grantsFile(), before);
    assert.equal(
      readFileSync(
        join(folder, "grants/alice-data-development-web-staging-2026-12-02-0900.yaml"),
        "utf8",
      ),
      `grants:
  - id: alice-data-development-web-staging-2026-12-02-0900
    user: alice
    accounts: [data-development, web-staging]
    nodes: {tag: {team: web}}
    channels: [shell]
    from: 2026-12-02T09:00:00+09:00
    until: 2026-12-02T11:00:00+09:00
    hardEnd: true
    reason: Disk full
    approver: bob
`,
    );
    assert.match(stdout, /^\+ {4}from: 2026-12-02T09:00:00\+09:00$/m);
    assert.match(stdout, /\.yaml is written\. After the review deploy .*\bidentity\b/);
    for (const line of [
      "The window: Wed 2 Dec 2026 09:00 to 11:00 in Asia/Tokyo.",
      "The last session starts before Wed 2 Dec 2026 10:00.",
      "No session outlives the window: no session starts later than maxSession before the end.",
      "The file names bob as approver; only the review can show that it is so.",
    ]) {
      assert.ok(stdout.includes(`\n${line}\n`), line);
    }
    const again = sekisho("list", "--account", "web-staging", "--json");
    const [listed] = JSON.parse(again.stdout) as { overruns: unknown; hardEnd: boolean }[];
    assert.deepEqual(listed!.overruns, [
      {
        accounts: ["web-staging", "data-development"],
        minutes: 0,
        because: "no session starts later than maxSession before the end",
      },
    ]);
  });

  it("adds a block at the end of grants.yaml with --append", () => {
    const before = grantsFile();

    const { status, stderr } = sekisho(
      ...["add", "alice", "web-staging", "--append"],
      ...[...window, ...because],
    );

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.ok(grantsFile().startsWith(before), "what was there has changed");
    assert.match(grantsFile(), /- id: alice-web-staging-2026-12-02-0900\n {4}user: alice\n/);
    assert.ok(!existsSync(join(folder, "grants")));
  });

  it("writes nothing where AWS's sizes cannot hold the grant, and says so in a line", () => {
    const many = Array.from(
      { length: 400 },
      (_, index) =>
        `  - { id: many-${index}-${"x".repeat(40)}, user: alice, accounts: [web-staging, web-development, data-development], ` +
        `from: 2026-12-20T09:00:00Z, until: 2026-12-20T10:00:00Z, reason: x, approver: bob }\n`,
    ).join("");
    writeFileSync(join(folder, "grants.yaml"), `grants:\n${many}`);

    const { status, stdout, stderr } = sekisho(
      "add",
      "alice",
      "web-staging",
      ...window,
      ...because,
    );

    assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
    assert.match(stderr, /^[^\n]+ Nothing is written \(the grant does not fit\)\.\n$/);
    assert.ok(!existsSync(join(folder, "grants")));
  });

  it("revokes at once, keeps the rest to the letter, and refuses to do it twice", () => {
    const before = grantsFile();

    const { status, stderr } = sekisho("revoke", "certificate-2026-12", "--zone", "Asia/Tokyo");
    const twice = sekisho("revoke", "certificate-2026-12", "payments-disk-2026-12");
    const pruned = sekisho("prune");

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    const [added, ...others] = grantsFile()
      .split("\n")
      .filter((line) => !before.includes(line));
    assert.match(added!, /^ {4}revoked: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/);
    assert.deepEqual(others, []);
    assert.equal(grantsFile().replace(`${added}\n`, ""), before);
    assert.deepEqual([twice.status, twice.stdout], [1, ""]);
    assert.match(
      twice.stderr,
      /^certificate-2026-12 is revoked already, from .*Z on\.\nNothing is written\.\n$/,
    );
    assert.match(pruned.stdout, /^certificate-2026-12 stays for now: it was revoked at .*Z/m);
  });

  it("revokes whatever the form of other files, and names the file that it cannot write", () => {
    mkdirSync(join(folder, "grants"));
    const grant = `id: flow, user: bob, accounts: [web-staging], from: "2026-12-20T09:00+09:00", until: "2026-12-20T10:00+09:00", reason: Test, approver: carol`;
    writeFileSync(join(folder, "grants/flow.yaml"), `grants: [{ ${grant} }]\n`);

    const other = sekisho("revoke", "certificate-2026-12");
    const { status, stderr } = sekisho("revoke", "flow");

    assert.deepEqual([other.status, other.stderr], [0, ""]);
    assert.equal(status, 2);
    assert.match(stderr, /^grants.flow\.yaml: The list grants must be written in blocks/);
  });

  it("revokes once more where windows hold on taking the role alone, to refuse credentials taken meanwhile", () => {
    const file = join(folder, "organization.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/^osAccess:$/m, "osAccess:\n  windows: assume-role"));
    const earlier = "2026-11-01T00:00:00Z";
    const grants = grantsFile().replace(/ {4}hardEnd: true.*\n/, "");
    writeFileSync(
      join(folder, "grants.yaml"),
      grants.replace(/^( {4}until: 2026-12-01T13.*)$/m, `$1\n    revoked: ${earlier}`),
    );

    const { status, stderr } = sekisho("revoke", "certificate-2026-12");

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.ok(!grantsFile().includes(earlier));
    assert.equal(grantsFile().match(/^ {4}revoked: /gm)?.length, 2);
  });

  it("writes through a link, and leaves the link", () => {
    renameSync(join(folder, "grants.yaml"), join(folder, "elsewhere.yaml"));
    symlinkSync("elsewhere.yaml", join(folder, "grants.yaml"));

    const { status, stderr } = sekisho("revoke", "certificate-2026-12");

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.ok(lstatSync(join(folder, "grants.yaml")).isSymbolicLink());
    assert.equal(
      readFileSync(join(folder, "elsewhere.yaml"), "utf8").match(/^ {4}revoked: /gm)?.length,
      2,
    );
  });

  it("revokes every grant of a user that is open or to come, in each file", () => {
    sekisho("add", "alice", "web-staging", ...window, ...because);

    const { status, stdout, stderr } = sekisho("revoke", "--user", "alice");
    const none = sekisho("revoke", "--user", "alice");

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    const states = JSON.parse(sekisho("list", "--json").stdout) as {
      user: string;
      state: string;
    }[];
    for (const { user, state } of states) {
      assert.equal(state, user === "alice" ? "revoked" : "coming");
    }
    assert.equal(stdout.match(/^\+ {4}revoked: /gm)?.length, 3);
    assert.equal(none.status, 1);
    assert.match(none.stderr, /^alice has no grant that is open or to come/);
  });

  it("revokes nothing that it does not know, in a line each", () => {
    const wrong: [args: string, status: number, says: RegExp][] = [
      [
        "certificate-2026-21",
        2,
        /^There is no grant certificate-2026-21; is certificate-2026-12 meant\?/,
      ],
      ["payments", 2, /^There is no grant payments; is payments-disk-2026-12 meant\?/],
      ["", 2, /^Say what to revoke/],
      ["certificate-2026-12 --user alice", 2, /^Say what to revoke/],
      ["--user alicee", 2, /^There is no user alicee; is alice meant\?/],
      [
        "certificate-2026-12 --at 2026-01-01T00:00Z",
        2,
        /^2026-01-01T00:00:00Z is no moment to come/,
      ],
      ["certificate-2026-12 --at noon", 2, /^'noon' is no moment/],
      [
        "certificate-2026-12 --at 2027-01-01T00:00Z",
        1,
        /^certificate-2026-12 is over at 2026-12-01T04:00:00Z/,
      ],
    ];
    const before = grantsFile();
    for (const [args, expected, says] of wrong) {
      const { status, stdout, stderr } = sekisho("revoke", ...args.split(" ").filter(Boolean));
      assert.deepEqual({ status, stdout }, { status: expected, stdout: "" }, args);
      assert.match(stderr, says);
    }
    assert.equal(grantsFile(), before);
  });

  it("writes nothing with --dry-run, nor where the grant does not check", () => {
    const before = grantsFile();

    const dry = sekisho("add", "alice", "web-staging", ...window, ...because, "--dry-run");
    const wrong = sekisho("add", "alice", "web-stagign", ...window, ...because);

    assert.equal(dry.status, 0, dry.stderr);
    assert.match(dry.stdout, /Nothing is written \(--dry-run\)/);
    assert.equal(wrong.status, 2);
    assert.match(
      wrong.stderr,
      /^accounts\[0\]: found "web-stagign".*did you mean 'web-staging'\?\nNothing is written/,
    );
    assert.equal(grantsFile(), before);
    assert.ok(!existsSync(join(folder, "grants")));
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

    mkdirSync(join(folder, "grants"));
    writeFileSync(
      join(folder, "grants/older.yaml"),
      "grants:\n  - { id: older, user: alice, accounts: [web-staging], from: 2026-01-02T00:00:00Z, until: 2026-01-02T01:00:00Z, reason: x, approver: bob }\n",
    );

    const { status, stdout, stderr } = sekisho("prune");

    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.equal(grantsFile(), before);
    assert.ok(!existsSync(join(folder, "grants/older.yaml")));
    assert.match(stdout, /^- {2}# long ago$/m);
    assert.match(stdout, /^grants\.yaml is written\. grants\/older\.yaml is removed\. /m);
  });

  it("lists open grants before those to come, in local time and UTC", () => {
    const now = Date.parse("2026-11-28T00:00:00Z");
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
      /^open {5}open {2}alice in web-staging\n {9}\w{3} \d.* Asia\/Tokyo \(.*Z to /,
    );
    for (const { id, state } of states) {
      assert.equal(state, id);
    }
    assert.deepEqual(
      states.map(({ id }) => id),
      ["open", "coming", "ended"],
    );
  });

  it("lists what is so at a moment, of one state, and says where there is none", () => {
    const open = (moment: string) =>
      sekisho("list", "--state", "open", "--at", moment, "--zone", "Asia/Tokyo").stdout;

    assert.match(open("2026-12-01T12:59"), /^open {5}certificate-2026-12 /);
    assert.equal(open("2026-12-01T13:00"), "There is no grant that is open.\n");
  });

  it("lists no other files and no other people than it was asked for", () => {
    const wrong = {
      "list --grants none.yaml": /^none\.yaml:1:1: found no such file/,
      "list --user alicee": /^There is no user alicee; is alice meant\?/,
      "list --zone Mars": /^'Mars' is no time zone/,
      "list --account web-stagin": /^There is no account web-stagin; is web-staging meant\?/,
      "list --state closed": /--state.*Allowed choices are open, coming, revoked, ended/,
      "list --at noon": /^'noon' is no moment/,
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
    const id = "alice-web-staging-2026-12-02-0900";
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
