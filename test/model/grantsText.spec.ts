import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import {
  grantFile,
  withGrant,
  withoutGrants,
  withRevoked,
  WrittenGrant,
} from "../../model/grantsText";

const example = readFileSync(join(__dirname, "../example/grants.yaml"), "utf8");

const grant: WrittenGrant = {
  id: "g-9",
  user: "alice",
  accounts: ["web-staging", "Workloads/Development"],
  nodes: { ids: ["i-0123456789abcdef0"] },
  channels: ["shell"],
  from: "2026-12-01T09:00:00+09:00",
  until: "2026-12-01T11:00:00+09:00",
  reason: "Replace: the certificate",
  approver: "bob",
};

const idsOf = (text: string) =>
  (parse(text) as { grants: { id: string }[] }).grants.map(({ id }) => id);

describe("The text of grants.yaml", () => {
  it("gets one more grant as a block at the end", () => {
    assert.equal(
      withGrant("# Ours\ngrants:\n  - id: g-1 # the first\n    user: bob\n", grant),
      `# Ours
grants:
  - id: g-1 # the first
    user: bob

  - id: g-9
    user: alice
    accounts: [web-staging, Workloads/Development]
    nodes: {ids: [i-0123456789abcdef0]}
    channels: [shell]
    from: 2026-12-01T09:00:00+09:00
    until: 2026-12-01T11:00:00+09:00
    reason: "Replace: the certificate"
    approver: bob
`,
    );
  });

  const places: Record<string, string> = {
    "an empty list": "grants: []\n",
    "an empty list without a line's end": "grants: []",
    "a last line without an end": "grants:\n- id: g-1\n  user: bob",
    "a list that is not indented": "grants:\n- id: g-1\n  user: bob\n",
    "a list that is indented far": "grants:\n      - id: g-1\n        user: bob\n# the end\n",
    "the example": example,
  };
  for (const [name, text] of Object.entries(places)) {
    it(`reads as the same grants and one more: ${name}`, () => {
      const before = idsOf(text);

      const after = withGrant(text, grant);

      assert.deepEqual(idsOf(after), [...before, "g-9"]);
      const { grants } = parse(after) as { grants: WrittenGrant[] };
      assert.deepEqual(grants.at(-1), grant);
    });
  }

  it("is as it was when the new grant is taken out again", () => {
    assert.equal(withoutGrants(withGrant(example, grant), new Set(["g-9"])), example);
  });

  it("loses a grant with the comments right above it and nothing else", () => {
    const text = `grants:
  # Monday
  - id: g-1
    user: bob # him

  # Tuesday
  # (moved)
  - id: g-2
    user: alice

  - id: g-3
    user: carol
`;
    assert.equal(
      withoutGrants(text, new Set(["g-2"])),
      `grants:
  # Monday
  - id: g-1
    user: bob # him

  - id: g-3
    user: carol
`,
    );
    assert.equal(withoutGrants(text, new Set(["g-1", "g-2", "g-3"])), "grants: []\n");
  });

  it("keeps the rest to the letter, whichever grants go", () => {
    const ids = idsOf(example);
    fc.assert(
      fc.property(fc.subarray(ids), (gone) => {
        const after = withoutGrants(example, new Set(gone));

        assert.deepEqual(
          idsOf(after),
          ids.filter((id) => !gone.includes(id)),
        );
        for (const line of after.split("\n").filter((each) => each !== "grants: []")) {
          assert.ok(example.includes(line), line);
        }
      }),
    );
  });

  it("of one grant reads as that grant", () => {
    assert.deepEqual(parse(grantFile(grant)), { grants: [grant] });
  });

  const moment = "2026-12-01T10:11:12+09:00";
  const untils: Record<string, [before: string, after: string]> = {
    "in a block, after until and its comment": [
      "grants:\n- id: g-1 # one\n  until: 2026-12-01T11:00:00Z # noon\n  # why\n  reason: x\n",
      `grants:\n- id: g-1 # one\n  until: 2026-12-01T11:00:00Z # noon\n  revoked: ${moment}\n  # why\n  reason: x\n`,
    ],
    "in a last line without an end": [
      'grants:\n  - id: g-1\n    until: "2026-12-01T11:00:00Z"',
      `grants:\n  - id: g-1\n    until: "2026-12-01T11:00:00Z"\n    revoked: ${moment}\n`,
    ],
    "in brackets": [
      "grants:\n  - { id: g-1, until: 2026-12-01T11:00:00Z, reason: x }\n",
      `grants:\n  - { id: g-1, until: 2026-12-01T11:00:00Z, revoked: ${moment}, reason: x }\n`,
    ],
    "in brackets over lines": [
      "grants:\n  - { id: g-1,\n      until: 2026-12-01T11:00:00Z }\n",
      `grants:\n  - { id: g-1,\n      until: 2026-12-01T11:00:00Z, revoked: ${moment} }\n`,
    ],
    "instead of a later moment": [
      "grants:\n  - id: g-1\n    until: 2026-12-01T11:00:00Z\n    revoked: 2026-12-01T10:59:00Z # planned\n",
      `grants:\n  - id: g-1\n    until: 2026-12-01T11:00:00Z\n    revoked: ${moment} # planned\n`,
    ],
  };
  for (const [name, [before, after]] of Object.entries(untils)) {
    it(`says that a grant was revoked: ${name}`, () => {
      assert.equal(withRevoked(before, new Set(["g-1"]), moment), after);
    });
  }

  it("says it of the grants that it is said of, and keeps the rest to the letter", () => {
    // The example has a grant that is revoked already; its key would be replaced.
    const open = example.replace(/^ +revoked: .*\n/gm, "");
    const ids = idsOf(open);
    fc.assert(
      fc.property(fc.subarray(ids), (revoked) => {
        const after = withRevoked(open, new Set(revoked), moment);

        const { grants } = parse(after) as { grants: { id: string; revoked?: string }[] };
        assert.deepEqual(
          grants.map(({ id, revoked: at }) => [id, at]),
          ids.map((id) => [id, revoked.includes(id) ? moment : undefined]),
        );
        assert.equal(after.replaceAll(`    revoked: ${moment}\n`, ""), open);
      }),
    );
  });

  it("is refused where the grants stand in brackets", () => {
    assert.throws(() => withGrant("grants: [{ id: g-1 }]\n", grant), /must be written in blocks/);
  });
});
