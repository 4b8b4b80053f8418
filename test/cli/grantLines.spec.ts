import * as assert from "node:assert/strict";
import pc from "picocolors";
import { grantLines, grantRisks } from "../../cli/grantLines";
import { Grant, OsAccess } from "../../model/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const [grant] = zoneWith().grants as [Grant];
const colors = pc.createColors(false);

const linesOf = (grants: Partial<Grant>[], osAccess: Partial<OsAccess> = {}, all = false) => {
  const accounts = [accountWith({ osAccess: osAccessWith(osAccess) })];
  const zone = zoneWith({
    accounts,
    grants: grants.map((each, n) => ({ ...grant, id: `g-${n + 1}`, ...each })),
  });
  return grantLines(grantRisks(zone), { all, colors });
};

const byFunction =
  "a session may outlive the window by up to 2 minutes: a function ends sessions every minute";
const hard =
  "no session outlives the window: no session starts later than maxSession before the end";

describe("What check says of grants", () => {
  it("is nothing where there are none", () => {
    assert.deepEqual(linesOf([]), []);
  });

  it("is one line where all end alike, and names the others", () => {
    assert.deepEqual(linesOf([{}, {}]), ["Grants", `  all 2 grants  ${byFunction}`]);
    assert.deepEqual(linesOf([{}, { hardEnd: true }, {}]), [
      "Grants",
      `  g-1 and g-3  ${byFunction}`,
      `  g-2  ${hard}`,
    ]);
  });

  it("names a few of many, and with --all each", () => {
    const grants: Partial<Grant>[] = [{ hardEnd: true }, {}, {}, {}, {}, {}];
    assert.equal(linesOf(grants)[2], `  g-2, g-3, g-4 and 2 more  ${byFunction}`);
    assert.equal(linesOf(grants, {}, true)[2], `  g-2, g-3, g-4, g-5 and g-6  ${byFunction}`);
  });

  it("is in words that a channel leaves no transcript, and of whom", () => {
    const tunnel: Partial<Grant> = { channels: ["ssh", "port-forward"] };
    assert.deepEqual(linesOf([{}, tunnel], { channels: ["shell", "port-forward", "ssh"] }), [
      "Grants",
      `  all 2 grants  ${byFunction}`,
      "  g-2  over port-forward and ssh there is no transcript: nobody can read later what was done",
    ]);
  });

  it("is that nothing ends a tunnel where no function does", () => {
    const channels = ["ssh"] as const;
    assert.equal(
      linesOf([{ channels }], { channels, sessionExpiry: false })[1],
      "  g-1  a session may outlive the window without limit: nothing ends a session over ssh but its owner",
    );
  });
});
