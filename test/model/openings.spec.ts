import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { Grant, OsAccess } from "../../model/landingZone";
import { openingOf, openingsInto } from "../../model/openings";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const [grant] = zoneWith().grants as [Grant];
const account = (changes: Partial<OsAccess> = {}) =>
  accountWith({ osAccess: osAccessWith(changes) });

describe("What a grant opens in an account", () => {
  const channels: {
    title: string;
    grant: Partial<Grant>;
    own: Partial<OsAccess>;
    opens: string[];
  }[] = [
    {
      title: "the channels of the account that leave a record, where it names none",
      grant: {},
      own: { channels: ["shell", "port-forward", "rdp", "ssh"] },
      opens: ["shell", "rdp"],
    },
    {
      title: "the channels that it names, also those without a transcript",
      grant: { channels: ["ssh"] },
      own: { channels: ["shell", "ssh"] },
      opens: ["ssh"],
    },
    {
      title: "all channels of the account where windows hold on taking the role alone",
      grant: { channels: ["shell"] },
      own: { channels: ["shell", "ssh"], windows: "assume-role" },
      opens: ["shell", "ssh"],
    },
  ];
  for (const { title, grant: changes, own, opens } of channels) {
    it(`is ${title}`, () => {
      assert.deepEqual(openingOf({ ...grant, ...changes }, account(own)).channels, opens);
    });
  }

  it("is its own nodes, and all of the account's where windows hold on taking the role alone", () => {
    const narrow: Grant = { ...grant, nodes: { kind: "ids", ids: ["i-0123abcd"] } };

    assert.deepEqual(openingOf(narrow, account()).nodes, narrow.nodes);
    assert.equal(openingOf(narrow, account({ windows: "assume-role" })).nodes, undefined);
    assert.equal(openingOf(grant, account()).nodes, undefined);
  });

  // The window is 00:00 to 04:00, the longest session an hour.
  const ends: { title: string; grant: Partial<Grant>; until: string; startUntil: string }[] = [
    { title: "at its end", grant: {}, until: "04:00", startUntil: "04:00" },
    {
      title: "with a hard end, for new sessions an hour before it",
      grant: { hardEnd: true },
      until: "04:00",
      startUntil: "03:00",
    },
    {
      title: "when it was revoked",
      grant: { revoked: "2026-12-01T02:00:00Z" },
      until: "02:00",
      startUntil: "02:00",
    },
    {
      title: "with a hard end and revoked in its last hour, for new sessions at the hard end",
      grant: { hardEnd: true, revoked: "2026-12-01T03:30:00Z" },
      until: "03:30",
      startUntil: "03:00",
    },
    {
      title: "with a hard end and revoked before it, when it was revoked",
      grant: { hardEnd: true, revoked: "2026-12-01T02:00:00Z" },
      until: "02:00",
      startUntil: "02:00",
    },
  ];
  for (const { title, grant: changes, until, startUntil } of ends) {
    it(`ends ${title}`, () => {
      const opening = openingOf({ ...grant, ...changes }, account());

      assert.deepEqual(
        [opening.from, opening.until, opening.startUntil],
        ["00:00", until, startUntil].map((time) => `2026-12-01T${time}:00Z`),
      );
    });
  }

  it("never lets a session start outside the window, whatever is revoked and ended hard", () => {
    const moment = fc
      .integer({ min: 0, max: 600 })
      .map(
        (minutes) => `${new Date(Date.UTC(2026, 11, 1, 0, minutes)).toISOString().slice(0, 19)}Z`,
      );
    fc.assert(
      fc.property(
        fc.record({
          until: moment,
          revoked: fc.option(moment, { nil: undefined }),
          hardEnd: fc.boolean(),
        }),
        fc.integer({ min: 1, max: 240 }),
        (changes, maxSession) => {
          const { until, startUntil } = openingOf(
            { ...grant, ...changes },
            account({ maxSession }),
          );
          assert.ok(startUntil <= until && until <= changes.until);
          assert.ok(changes.revoked === undefined || until <= changes.revoked);
          if (changes.hardEnd) {
            const last = Date.parse(startUntil) + maxSession * 60_000;
            assert.ok(last <= Date.parse(changes.until), "a session outlives the window");
          }
        },
      ),
    );
  });
});

describe("The openings of an account", () => {
  it("are those of the grants that name it, in the order of the file", () => {
    const zone = zoneWith({
      grants: [
        { ...grant, id: "second", from: "2026-12-01T01:00:00Z" },
        { ...grant, id: "elsewhere", accounts: ["identity"] },
        { ...grant, id: "first" },
      ],
    });

    assert.deepEqual(
      openingsInto(zone, account()).map((opening) => opening.grant.id),
      ["second", "first"],
    );
  });

  it("are none where AWS's approvals let people in", () => {
    assert.deepEqual(openingsInto(zoneWith(), account({ mode: "just-in-time-node-access" })), []);
  });
});
