import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  grantFile,
  withGrant,
  withoutGrants,
  withRevoked,
  WrittenGrant,
} from "../../model/grantsText";
import { exampleFolder, zoneOf } from "../example/landingZone";

const moment = "2026-12-01T00:30:00Z";

/** Grants that differ in little: equal lines are what a merge by lines gets wrong. */
function grantNumber(number: number, user: string): WrittenGrant {
  return {
    id: `${user}-${number}`,
    user,
    accounts: ["web-staging"],
    channels: ["shell"],
    from: `2026-12-02T0${number}:00:00Z`,
    until: `2026-12-02T0${number}:30:00Z`,
    reason: "Disk full",
    approver: "dave",
  };
}

/** What a branch does to the files; `file` is that of a grant of the base with a file of its own. */
type Change =
  | { readonly kind: "add"; readonly number: number }
  | { readonly kind: "revoke" | "prune"; readonly id: string };

describe("Branches that change grants", function () {
  this.timeout(120_000);
  let folder: string;
  before(function () {
    if (spawnSync("git", ["--version"]).status !== 0) {
      console.log("grant merge tests skipped: there is no git on PATH.");
      this.skip();
    }
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-merge-"));
    cpSync(exampleFolder, folder, { recursive: true });
    for (const number of [1, 2]) {
      write(`grants/bob-${number}.yaml`, grantFile(grantNumber(number, "bob")));
    }
    git("init", "--quiet", "--initial-branch=main");
    commit();
  });
  afterEach(() => folder && rmSync(folder, { recursive: true }));

  function git(...args: string[]) {
    const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
    const { status, stdout } = spawnSync("git", [...identity, ...args], {
      cwd: folder,
      encoding: "utf8",
      // Nobody's own settings: a merge driver of theirs would answer another question.
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
    });
    return { status, stdout };
  }
  function commit() {
    git("add", "--all");
    assert.equal(git("commit", "--quiet", "--message=x").status, 0);
  }
  function write(name: string, text: string) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const read = (name: string) => readFileSync(join(folder, name), "utf8");

  /** Merges what two branches from one base do; the exit code of git. */
  function merged(one: () => void, other: () => void): number | null {
    const [base] = git("rev-parse", "main").stdout.split("\n") as [string];
    for (const [name, change] of Object.entries({ one, other })) {
      git("checkout", "--quiet", "--force", "-B", name, base);
      change();
      commit();
    }
    return git("merge", "--quiet", "--no-edit", "one").status;
  }

  function apply(change: Change, user: string) {
    if (change.kind === "add") {
      const grant = grantNumber(change.number, user);
      write(`grants/${grant.id}.yaml`, grantFile(grant));
      return;
    }
    const { kind, id } = change;
    const own = id.startsWith("bob-");
    const file = own ? `grants/${id}.yaml` : "grants.yaml";
    if (kind === "revoke") {
      write(file, withRevoked(read(file), new Set([id]), moment));
    } else if (own) {
      rmSync(join(folder, file));
    } else {
      write(file, withoutGrants(read(file), new Set([id])));
    }
  }

  const some = (change: fc.Arbitrary<Change>) =>
    fc.uniqueArray(change, {
      minLength: 1,
      maxLength: 4,
      selector: (each) => JSON.stringify(each),
    });
  /** Adds and revokes, or prunes what is over: what is over is not revoked. */
  const changes = (revoked: string) =>
    fc.oneof(
      some(
        fc.oneof(
          fc.record({ kind: fc.constant("add" as const), number: fc.integer({ min: 3, max: 9 }) }),
          fc.record({ kind: fc.constant("revoke" as const), id: fc.constant(revoked) }),
        ),
      ),
      some(
        fc.record({
          kind: fc.constant("prune" as const),
          id: fc.constantFrom("bob-1", "certificate-2026-12"),
        }),
      ),
    );

  it("merge cleanly, whatever they add, revoke and prune, and nothing is lost", () => {
    const [base] = git("rev-parse", "main").stdout.split("\n") as [string];
    fc.assert(
      fc.property(changes("windows-update-2026-12"), changes("bob-2"), (one, other) => {
        git("checkout", "--quiet", "--force", "-B", "main", base);

        const status = merged(
          () => one.forEach((each) => apply(each, "alice")),
          () => other.forEach((each) => apply(each, "erin")),
        );

        assert.equal(status, 0, git("diff").stdout);
        const all = [...one, ...other];
        const { grants } = zoneOf(folder);
        for (const [user, made] of [
          ["alice", one],
          ["erin", other],
        ] as const) {
          for (const each of made) {
            if (each.kind === "add") {
              assert.ok(grants.some(({ id }) => id === `${user}-${each.number}`));
            }
          }
        }
        for (const each of all) {
          const found = grants.find(({ id }) => each.kind !== "add" && id === each.id);
          if (each.kind === "prune") {
            assert.equal(found, undefined);
          } else if (each.kind === "revoke") {
            assert.equal(found?.revoked, moment);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("merge cleanly where two add the first grant of all", () => {
    rmSync(join(folder, "grants"), { recursive: true });
    write("grants.yaml", "grants: []\n");
    commit();

    const status = merged(
      () => apply({ kind: "add", number: 3 }, "alice"),
      () => apply({ kind: "add", number: 3 }, "erin"),
    );

    assert.equal(status, 0);
    assert.deepEqual(
      zoneOf(folder).grants.map(({ id }) => id),
      ["alice-3", "erin-3"],
    );
  });

  it("conflict where both prune one grant and one of them adds a like one: git sees a renamed file", () => {
    const prune = () => apply({ kind: "prune", id: "bob-1" }, "bob");

    const status = merged(() => {
      prune();
      apply({ kind: "add", number: 3 }, "alice");
    }, prune);

    assert.equal(status, 1);
  });

  // Why a grant has a file of its own: these are the two forms of one list, and what is wrong with each.
  const append = (user: string) => () =>
    write("grants.yaml", withGrant(read("grants.yaml"), grantNumber(3, user)));

  it("conflict where both append to one list", () => {
    assert.equal(merged(append("alice"), append("erin")), 1);
  });

  it("merge one list by union into a file that does not check", () => {
    write(".gitattributes", "grants.yaml merge=union\n");
    commit();

    assert.equal(merged(append("alice"), append("erin")), 0);
    assert.throws(() => zoneOf(folder), /grants\.yaml:\d+:\d+ /);
  });
});
