import * as assert from "node:assert/strict";
import pc from "picocolors";
import { shownRows } from "../../cli/matrixRows";
import { holderText, matrixTable } from "../../cli/matrixTable";
import type { Holder } from "../../proof/accessHolders";
import type { MatrixRow } from "../../proof/accessMatrix";

const colors = pc.createColors(false);
const role: Holder = { kind: "role", name: "PatchAutomation", note: "made elsewhere" };
const alice: Holder = {
  kind: "user",
  name: "alice",
  through: "OSAccess",
  windows: [{ from: "2026-12-01T00:00:00Z", until: "2026-12-01T04:00:00Z" }],
};

function row(accounts: string[], sessions: Holder[], guarded = true): MatrixRow {
  return {
    accounts,
    guarded,
    cells: [
      { paths: ["Sessions"], holders: sessions },
      { paths: ["Commands"], holders: [role] },
    ],
  };
}

describe("The matrix on a terminal", () => {
  const holders: { title: string; holder: Holder; text: string }[] = [
    {
      title: "a window of one day",
      holder: alice,
      text: "alice 2026-12-01 00:00–04:00Z via OSAccess",
    },
    {
      title: "a window of several days, and seconds",
      holder: {
        ...alice,
        windows: [{ from: "2026-12-01T00:00:00Z", until: "2026-12-04T04:00:30Z" }],
      },
      text: "alice 2026-12-01 00:00–2026-12-04 04:00:30Z via OSAccess",
    },
    {
      title: "a window without an end",
      holder: { ...alice, windows: [{ from: "2026-12-01T00:00:00Z" }] },
      text: "alice from 2026-12-01 00:00Z via OSAccess",
    },
    {
      title: "access at any time",
      holder: { kind: "user", name: "dave", through: "Reader" },
      text: "dave via Reader",
    },
    { title: "a role", holder: role, text: "PatchAutomation (made elsewhere)" },
    { title: "anyone", holder: { kind: "anyone", note: "unguarded" }, text: "anyone (unguarded)" },
  ];
  for (const { title, holder, text } of holders) {
    it(`writes ${title}`, () => assert.equal(holderText(holder, colors), text));
  }

  it("says once what most guarded accounts have in common, and of each what differs", () => {
    const rows = [row(["a", "b", "c"], []), row(["web"], [alice]), row(["lab"], [], false)];
    assert.deepEqual(shownRows(rows), [
      { accounts: ["lab"], cells: rows[2]!.cells },
      {
        title: "all 4 guarded accounts, but for what is said below",
        accounts: [],
        cells: [
          { paths: ["Sessions"], holders: [] },
          { paths: ["Commands"], holders: [role] },
        ],
      },
      { accounts: ["web"], cells: [{ paths: ["Sessions"], holders: [alice] }] },
    ]);
  });

  it("says of a path that only some accounts have in how many, and leaves out what few have", () => {
    const extra = (paths: string[]) => [{ paths, holders: [] }];
    const rows = [
      { ...row(["a", "b", "c"], []), cells: extra(["Most"]) },
      { ...row(["d"], []), cells: extra(["Few"]) },
    ];
    assert.deepEqual(shownRows(rows), [
      {
        title: "all 4 guarded accounts, but for what is said below",
        accounts: [],
        cells: extra(["Most"]),
        partial: new Map([["Most", "3 of 4"]]),
      },
      { accounts: ["d"], cells: extra(["Few"]) },
    ]);
  });

  it("says what somebody can do, and the statement's id with --all", () => {
    const cells = [{ paths: ["OnlyOsAccessStartsSessions"], holders: [] }];
    const rows = [{ accounts: ["web"], guarded: true, cells }];
    const view = { colors, width: 100, together: false };
    assert.match(
      matrixTable(rows, { ...view, all: false }),
      /nobody +│ start sessions on nodes +│/,
    );
    assert.match(matrixTable(rows, { ...view, all: true }), /│ \(OnlyOsAccessStartsSessions\) +│/);
  });

  it("cuts no name on a narrow terminal", () => {
    const table = matrixTable([row(["web"], [{ ...alice, through: "X".repeat(40) }])], {
      colors,
      width: 60,
      all: false,
      together: false,
    });
    assert.match(table, /X{40} /);
    assert.doesNotMatch(table, /…/);
  });

  it("says all of a single row", () => {
    assert.deepEqual(shownRows([row(["web"], [alice])])[0]!.cells.length, 2);
  });

  it("fits the columns it is given, whatever the names", () => {
    const many = Array.from({ length: 30 }, (_, index) => `a-rather-long-name-${index}`);
    const rows = [row(many, []), row(["web"], [alice])];
    const lines = matrixTable(rows, { colors, width: 100, all: false, together: true }).split("\n");
    assert.deepEqual(
      lines.filter((line) => line.length !== 100),
      [],
    );
    assert.match(lines.join("\n"), /nobody/);
    assert.match(lines.join("\n"), /alice/);
  });
});
