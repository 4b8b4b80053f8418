import * as assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { grantPolicies } from "../../components/grantPolicies";
import { osAccessGrants } from "../../components/osAccessGrants";
import { LandingZone } from "../../model/landingZone";
import { loadLandingZone } from "../../model/load";
import { knownAccounts } from "../../model/names";
import { copyPolicies, exampleText, exampleZone, zoneOf } from "../example/landingZone";

const moments = /(from|until|revoked): (\S+)\+09:00/g;

describe("a clock in another zone", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-clocks-"));
    writeFileSync(join(folder, "organization.yaml"), exampleText("organization.yaml"));
    copyPolicies(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The example's grants with each of their moments written otherwise. */
  const write = (rewritten: (local: string) => string): void => {
    const text = exampleText("grants.yaml");
    assert.equal(text.match(moments)?.length, 15, "every moment of the example is found");
    writeFileSync(
      join(folder, "grants.yaml"),
      text.replace(moments, (_, key: string, local: string) => `${key}: ${rewritten(local)}`),
    );
  };

  for (const offset of ["Z", "-03:30", "+14:00", "+05:45"]) {
    it(`opens the same windows: every moment written with ${offset}`, () => {
      write((local) => withOffset(`${local}+09:00`, offset));
      assert.deepEqual(documentsOf(zoneOf(folder)), documentsOf(exampleZone()));
    });
  }

  it("opens another window where the same hour is written with another offset", () => {
    write((local) => `${local}+08:00`);
    assert.notDeepEqual(documentsOf(zoneOf(folder)), documentsOf(exampleZone()));
  });

  it("is no way to say nine o'clock without saying where", () => {
    write((local) => local);
    const loaded = loadLandingZone(join(folder, "organization.yaml"));
    assert.ok(!loaded.ok);
    assert.ok(loaded.faults.some(({ path }) => path.includes("from")));
  });
});

/** Every document that grants make, of people and of accounts. */
function documentsOf(zone: LandingZone): string[] {
  return [
    ...zone.users.flatMap(({ name }) => grantPolicies(zone, name)),
    ...knownAccounts(zone).flatMap((account) => osAccessGrants(zone, account)),
  ];
}

function withOffset(moment: string, offset: string): string {
  const [, sign = "+", hours = "0", minutes = "0"] = /([+-])(\d+):(\d+)/.exec(offset) ?? [];
  const shift = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const local = new Date(Date.parse(moment) + shift * 60_000).toISOString().slice(0, 19);
  return `${local}${offset}`;
}
