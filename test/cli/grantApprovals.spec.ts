import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { approvalOf, grantsToApprove } from "../../cli/grant/approval";
import type { Review } from "../../cli/grant/reviewRecord";
import { GrantInput } from "../../model/schema/grants";
import { exampleFolder } from "../example/landingZone";
import { command } from "./commandFolder";

const newest = "1a2b3c4d".repeat(5);
const older = "0f0f0f0f".repeat(5);

/** A review in the shape of GitHub's answer, cut to what a reader may need. */
function review(login: string, state: string, changes: object = {}) {
  return {
    id: 80,
    node_id: "MDE3OlB1bGxSZXF1ZXN0UmV2aWV3ODA=",
    user: { login, id: 1, type: "User", site_admin: false },
    body: "Looks right",
    state,
    html_url: "https://github.com/example/landing-zone/pull/17#pullrequestreview-80",
    author_association: "MEMBER",
    submitted_at: "2026-12-01T00:10:00Z",
    commit_id: newest,
    ...changes,
  };
}

const pullRequest = {
  number: 17,
  state: "open",
  user: { login: "alice-example", id: 2, type: "User" },
  head: { ref: "grant", sha: newest },
  base: { ref: "main", sha: older },
};

const approvers = new Map([
  ["bob", "Bob-Example"],
  ["carol", "carol-example"],
  ["alice", "alice-example"],
]);

describe("The approver of a grant", () => {
  const rows: {
    title: string;
    reviews: readonly Review[];
    user?: string;
    approver?: string;
    approved?: boolean;
    why: RegExp;
  }[] = [
    {
      title:
        "has approved with an approval of the newest commit, whatever the capitals of the login",
      reviews: [review("bob-example", "APPROVED")],
      approved: true,
      why: /^\(Bob-Example\) approved 1a2b3c4$/,
    },
    {
      title: "has approved also where a comment follows",
      reviews: [
        review("bob-example", "APPROVED"),
        review("bob-example", "COMMENTED", { submitted_at: "2026-12-01T00:20:00Z" }),
        review("bob-example", "PENDING", { submitted_at: undefined }),
      ],
      approved: true,
      why: /approved/,
    },
    {
      title:
        "has approved where changes were asked for before, in whatever order the record has them",
      reviews: [
        review("bob-example", "APPROVED", { submitted_at: "2026-12-01T00:20:00Z" }),
        review("bob-example", "CHANGES_REQUESTED"),
      ],
      approved: true,
      why: /approved/,
    },
    { title: "has not without a review", reviews: [], why: /has not approved$/ },
    {
      title: "has not with a comment",
      reviews: [review("bob-example", "COMMENTED")],
      why: /has not approved$/,
    },
    {
      title: "has not with another person's approval",
      reviews: [review("carol-example", "APPROVED"), review("x", "APPROVED", { user: null })],
      why: /has not approved$/,
    },
    {
      title: "has not with an approval of an older commit",
      reviews: [review("bob-example", "APPROVED", { commit_id: older })],
      why: /approved 0f0f0f0, and the newest commit is 1a2b3c4$/,
    },
    {
      title: "has not with an approval of a commit that is gone",
      reviews: [review("bob-example", "APPROVED", { commit_id: null })],
      why: /approved another commit/,
    },
    {
      title: "has not with a dismissed approval",
      reviews: [review("bob-example", "DISMISSED")],
      why: /was dismissed$/,
    },
    {
      title: "has not where changes were asked for after the approval",
      reviews: [
        review("bob-example", "APPROVED"),
        review("bob-example", "CHANGES_REQUESTED", { submitted_at: "2026-12-01T00:20:00Z" }),
      ],
      why: /asks for changes$/,
    },
    {
      title: "has not with a review of a kind that is not known here",
      reviews: [review("bob-example", "ENDORSED")],
      why: /of an unknown kind$/,
    },
    {
      title: "has not where nobody knows the login",
      reviews: [review("dave", "APPROVED")],
      approver: "dave",
      why: /^is not among the approvers/,
    },
    {
      title: "has not as the author of the pull request",
      reviews: [review("alice-example", "APPROVED")],
      user: "erin",
      approver: "alice",
      why: /is the author of the pull request$/,
    },
    {
      title: "has not as the user",
      reviews: [review("bob-example", "APPROVED")],
      user: "Bob",
      why: /^is the user of the grant$/,
    },
  ];
  for (const { title, reviews, user = "alice", approver = "bob", approved, why } of rows) {
    it(title, () => {
      const answer = approvalOf({ user, approver }, { reviews, pullRequest, approvers });

      assert.equal(answer.approved, approved === true, answer.why);
      assert.match(answer.why, why);
    });
  }
});

describe("A grant is to be approved", () => {
  const grant: GrantInput = {
    id: "g-1",
    user: "alice",
    accounts: ["web"],
    from: "2026-12-01T00:00:00Z",
    until: "2026-12-01T04:00:00Z",
    reason: "x",
    approver: "bob",
  };
  const early = { ...grant, revoked: "2026-12-01T01:00:00Z" };
  const late = { ...grant, revoked: "2026-12-01T02:00:00Z" };
  const rows: [title: string, before: GrantInput[], after: GrantInput, needed: boolean][] = [
    ["where it is new", [], grant, true],
    ["where its end is later", [grant], { ...grant, until: "2026-12-01T05:00:00Z" }, true],
    ["where its approver is another", [grant], { ...grant, approver: "carol" }, true],
    ["where a revocation is taken out", [early], grant, true],
    ["where a revocation is put off", [early], late, true],
    ["not where nothing changed", [grant], { ...grant }, false],
    ["not where it is revoked", [grant], early, false],
    ["not where it is revoked earlier", [late], early, false],
    ["where it is revoked and changed", [grant], { ...early, accounts: ["web", "data"] }, true],
  ];
  for (const [title, before, after, needed] of rows) {
    it(title, () => {
      assert.equal(grantsToApprove(before, [after]).length, needed ? 1 : 0);
    });
  }
});

describe("sekisho grant approvals", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-approvals-"));
    for (const name of ["base", "head"]) {
      cpSync(exampleFolder, join(folder, name), { recursive: true });
    }
    write("base/approvers.yaml", "bob: bob-example\ncarol: carol-example\n");
    // What a pull request says of its own approvers counts for nothing.
    write("head/approvers.yaml", "bob: alice-example\n");
    write("pull.json", JSON.stringify(pullRequest));
    write("reviews.json", JSON.stringify([[review("bob-example", "APPROVED")], []]));
    mkdirSync(join(folder, "head/grants"));
    write("head/grants/new.yaml", newGrant("new", "bob"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const newGrant = (id: string, approver: string) =>
    `grants:\n  - { id: ${id}, user: alice, accounts: [web-staging], from: 2026-12-02T00:00:00Z, until: 2026-12-02T01:00:00Z, reason: x, approver: ${approver} }\n`;
  function approvals(...args: string[]) {
    const files = ["--pull-request", "../pull.json", "--reviews", "../reviews.json"];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [command, "grant", "approvals", ...files, ...args],
      { cwd: join(folder, "head"), encoding: "utf8", timeout: 60_000 },
    );
    return { status, stdout, stderr };
  }

  it("says who approved each new grant, and leaves out those of before", () => {
    const { status, stdout, stderr } = approvals("--base", "../base", "--commit", newest);

    assert.deepEqual(
      { status, stdout, stderr },
      {
        status: 0,
        stdout:
          "approved      new of alice: names bob, who (bob-example) approved 1a2b3c4.\n1 grant new or changed, 0 not approved.\n",
        stderr: "",
      },
    );
  });

  it("is no where one is not approved, for programs too", () => {
    write("head/grants/other.yaml", newGrant("other", "carol").replaceAll("12-02", "12-03"));

    const { status, stdout } = approvals("--base", "../base", "--json");

    assert.equal(status, 1);
    assert.deepEqual(
      (JSON.parse(stdout) as { id: string; approved: boolean }[]).map(({ id, approved }) => [
        id,
        approved,
      ]),
      [
        ["new", true],
        ["other", false],
      ],
    );
  });

  it("asks for every grant where nothing is said of before", () => {
    const { status, stdout } = approvals("--approvers", "../base/approvers.yaml");

    assert.equal(status, 1);
    assert.match(stdout, /\n8 grants new or changed, 3 not approved\.\n$/);
  });

  it("is no for files of another commit than the newest", () => {
    const { status, stderr } = approvals("--base", "../base", "--commit", older);

    assert.equal(status, 1);
    assert.match(stderr, /^The files are of 0f0f.* and the newest commit is 1a2b/);
  });

  it("lets a revocation pass", () => {
    rmSync(join(folder, "head/grants"), { recursive: true });
    const grants = readFileSync(join(folder, "head/grants.yaml"), "utf8");
    write(
      "head/grants.yaml",
      grants.replace(
        "    reason: Replace",
        "    revoked: 2026-12-01T01:00:00Z\n    reason: Replace",
      ),
    );

    const { status, stdout } = approvals("--base", "../base");

    assert.deepEqual({ status, stdout }, { status: 0, stdout: "No grant is new or changed.\n" });
  });

  const wrong: [title: string, file: string, text: string, says: RegExp][] = [
    [
      "reviews that are no JSON",
      "reviews.json",
      "[",
      /^\.\.\/reviews\.json: found text that is not JSON, allowed is what this prints: gh api/,
    ],
    [
      "an error of the forge",
      "reviews.json",
      '{"message":"Not Found"}',
      /^\.\.\/reviews\.json: found another shape/,
    ],
    [
      "a pull request without a commit",
      "pull.json",
      '{"user":{"login":"a"},"head":{"sha":"main"}}',
      /^\.\.\/pull\.json: found another shape at head\.sha/,
    ],
    [
      "two names for one login",
      "base/approvers.yaml",
      "bob: bob-example\nrob: Bob-example\n",
      /approvers\.yaml:2:6 rob: found "Bob-example", the login of "bob" too/,
    ],
    [
      "a login that is no text",
      "base/approvers.yaml",
      "bob: [bob-example]\n",
      /approvers\.yaml:1:6 bob: found another value, allowed is a login/,
    ],
    [
      "approvers that are a list",
      "base/approvers.yaml",
      "- bob\n",
      /approvers\.yaml:1:1: found no map/,
    ],
  ];
  for (const [title, file, text, says] of wrong) {
    it(`reports ${title}, in one line`, () => {
      write(file, text);

      const { status, stdout, stderr } = approvals("--base", "../base");

      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
      assert.match(stderr, says);
      assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
    });
  }
});
