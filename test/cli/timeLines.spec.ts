import * as assert from "node:assert/strict";
import { State, stateOf } from "../../cli/grant/states";
import { timeLines } from "../../cli/grant/timeLines";
import { Grant } from "../../model/landingZone";
import { zoneWith } from "../zone";

const [example] = zoneWith().grants as [Grant];
const at = (hour: number) => `2026-12-01T${String(hour).padStart(2, "0")}:00:00Z`;
const grant = (id: string, from: number, until: number, revoked?: number): Grant => ({
  ...example,
  id,
  from: at(from),
  until: at(until),
  ...(revoked !== undefined && { revoked: at(revoked) }),
});

describe("The state of a grant", () => {
  const rows: [title: string, grant: Grant, now: number, state: State][] = [
    ["is coming before its window", grant("g", 2, 4), 1, "coming"],
    ["is open at its first moment", grant("g", 2, 4), 2, "open"],
    ["is ended at the first moment after it", grant("g", 2, 4), 4, "ended"],
    ["is open until it is revoked", grant("g", 2, 4, 3), 2, "open"],
    ["is revoked from that moment on", grant("g", 2, 4, 3), 3, "revoked"],
    ["is revoked where that moment comes before its window", grant("g", 2, 4, 1), 0, "revoked"],
  ];
  for (const [title, given, now, state] of rows) {
    it(title, () => {
      assert.equal(stateOf(given, at(now)), state);
    });
  }
});

describe("The time line of grants", () => {
  const lines = (grants: readonly Grant[], now: number, width: number) =>
    timeLines(
      grants.map((each) => ({ ...each, state: stateOf(each, at(now)) })),
      at(now),
      "Asia/Tokyo",
      width,
    ).map(({ text }) => text);

  it("shows bars over one axis, with now in each", () => {
    const shown = lines([grant("one", 0, 12), grant("second-1", 12, 24 - 1)], 6, 40);

    assert.deepEqual(shown, [
      "          1 Dec 09:00        2 Dec 08:00",
      "one       =======|========..............",
      "second-1  .......|.......---------------",
      "                 | now 1 Dec 15:00",
      "",
    ]);
  });

  it("ends a bar where the grant is revoked, and leaves out what is over", () => {
    const [, bar, ...rest] = lines(
      [grant("a", 0, 20, 10), grant("b", 0, 20), grant("c", 0, 5)],
      6,
      3 + 20,
    );

    assert.deepEqual([bar, rest.length], ["a  ======|===..........", 3]);
  });

  it("keeps to the width of the terminal, with long names too", () => {
    for (const width of [40, 80, 120]) {
      for (const line of lines([grant("x".repeat(64), 0, 1), grant("y", 22, 23)], 21, width)) {
        assert.ok(line.length <= width, `${line.length} > ${width}: ${line}`);
      }
    }
  });

  it("is none in a file or a pipe, nor where every window is over", () => {
    assert.deepEqual(lines([grant("a", 0, 12)], 6, Infinity), []);
    assert.deepEqual(lines([grant("a", 0, 12)], 13, 80), []);
  });
});
