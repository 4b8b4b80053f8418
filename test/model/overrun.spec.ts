import * as assert from "node:assert/strict";
import { Grant, OsAccess } from "../../model/landingZone";
import { openingOf } from "../../model/openings";
import { overrunOf } from "../../model/overrun";
import { accountWith, osAccessWith, zoneWith } from "../zone";

interface OverrunRow {
  readonly title: string;
  readonly grant?: Partial<Grant>;
  readonly own?: Partial<OsAccess>;
  /** None: without limit. */
  readonly minutes: number | undefined;
  readonly because: RegExp;
}

const rows: OverrunRow[] = [
  {
    title: "is two minutes where a function ends sessions",
    minutes: 2,
    because: /^a function ends sessions every minute$/,
  },
  {
    title: "is two minutes also over ports",
    grant: { channels: ["ssh"] },
    own: { channels: ["shell", "ssh"] },
    minutes: 2,
    because: /^a function ends/,
  },
  {
    title: "is the longest shell where no function ends it",
    own: { sessionExpiry: false, maxSession: 90 },
    minutes: 90,
    because: /^maxSession ends a shell$/,
  },
  {
    title: "is the longest shell where that is shorter than two runs of the function",
    own: { maxSession: 1 },
    minutes: 1,
    because: /^maxSession ends a shell$/,
  },
  {
    title: "has no limit over ports where no function ends a session",
    grant: { channels: ["shell", "port-forward"] },
    own: { sessionExpiry: false, channels: ["shell", "port-forward"] },
    minutes: undefined,
    because: /^nothing ends a session over port-forward but its owner$/,
  },
  {
    title: "is an hour more where windows hold on taking the role alone",
    own: { windows: "assume-role" },
    minutes: 62,
    because: /^credentials live for an hour, and a function/,
  },
  {
    title: "is an hour and the longest shell in the plain form of the articles",
    own: { windows: "assume-role", sessionExpiry: false },
    minutes: 120,
    because: /^credentials live for an hour, and maxSession/,
  },
  {
    title: "is nothing with a hard end, whether a function ends sessions or not",
    grant: { hardEnd: true },
    own: { sessionExpiry: false },
    minutes: 0,
    because: /^no session starts later than maxSession before the end$/,
  },
  {
    title: "is the longest shell where a grant with a hard end was revoked before it",
    grant: { hardEnd: true, revoked: "2026-12-01T01:00:00Z" },
    own: { sessionExpiry: false },
    minutes: 60,
    because: /^maxSession ends a shell$/,
  },
  {
    title: "is two minutes where a function ends the sessions of a revoked grant with a hard end",
    grant: { hardEnd: true, revoked: "2026-12-01T01:00:00Z" },
    minutes: 2,
    because: /^a function ends sessions every minute$/,
  },
];

describe("The overrun of a window", () => {
  for (const { title, grant, own, minutes, because } of rows) {
    it(title, () => {
      const account = accountWith({ osAccess: osAccessWith(own) });
      const opening = openingOf({ ...zoneWith().grants[0]!, ...grant }, account);

      const overrun = overrunOf(opening, account);

      assert.equal(overrun.minutes, minutes);
      assert.match(overrun.because, because);
    });
  }
});
