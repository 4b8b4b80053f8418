import * as assert from "node:assert/strict";
import type { ChangedStack } from "../../cli/grant/changedStacks";
import { closingLines } from "../../cli/grant/closingLines";
import { openingLines } from "../../cli/grant/openingLines";
import { prunable } from "../../cli/grant/prune";
import { Grant, LandingZone, OsAccess } from "../../model/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const [example] = zoneWith().grants as [Grant];

/** A zone with an account for each of the settings, named a, b, c. */
function zoneOf(...settings: Partial<OsAccess>[]): LandingZone {
  return zoneWith({
    accounts: settings.map((osAccess, index) =>
      accountWith({ name: "abc"[index]!, osAccess: osAccessWith(osAccess) }),
    ),
  });
}

const granted = (changes: Partial<Grant> = {}): Grant => ({
  ...example,
  accounts: ["a", "b", "c"],
  ...changes,
});

describe("What is said of an added grant", () => {
  it("is one sentence where the overrun is the same everywhere", () => {
    assert.deepEqual(openingLines(zoneOf({}, {}), granted()), [
      "A session may outlive the window by up to 2 minutes: a function ends sessions every minute.",
    ]);
  });

  it("is a sentence for the accounts of each overrun, with none for those without a limit", () => {
    const channels = ["shell", "ssh"] as const;
    const zone = zoneOf(
      { sessionExpiry: false, channels, maxSession: 120 },
      { sessionExpiry: false },
      { windows: "assume-role" },
    );

    assert.deepEqual(openingLines(zone, granted()), [
      "In a a session may outlive the window by up to 2 hours: maxSession ends a shell.",
      "In b a session may outlive the window by up to 1 hour: maxSession ends a shell.",
      "In c a session may outlive the window by up to 62 minutes: credentials live for an hour, and a function ends sessions every minute.",
    ]);
    assert.deepEqual(openingLines(zone, granted({ accounts: ["a"], channels: ["ssh"] })), [
      "A session may outlive the window without limit: nothing ends a session over ssh but its owner.",
      "Over ssh there is no transcript: nobody can read later what was done.",
    ]);
  });

  it("is that no session outlives a hard end", () => {
    assert.deepEqual(openingLines(zoneOf({}), granted({ hardEnd: true })), [
      "No session outlives the window: no session starts later than maxSession before the end.",
    ]);
  });

  it("is that nodes and channels narrow nothing where windows hold on taking the role alone", () => {
    const zone = zoneOf({}, { windows: "assume-role" });
    const says = /^In b its nodes and channels narrow nothing/;

    const lines = openingLines(zone, granted({ channels: ["shell"] }));
    assert.equal(lines.filter((line) => says.test(line)).length, 1);
    assert.ok(openingLines(zone, granted()).every((line) => !says.test(line)));
  });
});

describe("What is said of a revoked grant", () => {
  const now = "2026-12-01T01:00:00Z";
  const stacks: ChangedStack[] = [
    { name: "identity", kind: "identity" },
    { name: "account-a", kind: "account" },
  ];
  const lines = (zone: LandingZone, from = example.from) =>
    closingLines(zone, [granted({ accounts: ["a"], from, revoked: now })], stacks, now);
  const deployed = (all: readonly string[]) =>
    all.flatMap((line) => /pulumi up -s (\S+)/.exec(line)?.[1] ?? []);

  it("is to deploy the account before the users, because it closes what credentials open", () => {
    assert.deepEqual(deployed(lines(zoneOf({}))), ["account-a", "identity"]);
  });

  it("is to deploy the users first where windows hold on taking the role alone", () => {
    const all = lines(zoneOf({ windows: "assume-role" }));

    assert.deepEqual(deployed(all), ["identity", "account-a"]);
    assert.ok(all.some((line) => line.includes("revoke once more after it")));
  });

  it("is what goes on until then, and how to end sessions by hand in each region", () => {
    const all = lines(zoneOf({}));

    assert.ok(
      all.includes(
        "Until then alice can still take OSAccess and start sessions in a, and sessions that run go on.",
      ),
    );
    for (const region of zoneWith().regions) {
      assert.ok(
        all.some((line) => line.includes(`describe-sessions --state Active --region ${region}`)),
      );
    }
    assert.ok(all.some((line) => line.includes("aws ssm terminate-session")));
  });

  it("is nothing of sessions where its window had not begun", () => {
    assert.ok(lines(zoneOf({}), "2026-12-01T02:00:00Z").every((line) => !line.includes("aws ssm")));
  });

  it("names a stack that cannot be planned, and why", () => {
    const [broken, ...rest] = stacks;
    const all = closingLines(
      zoneOf({}),
      [granted({ accounts: ["a"], revoked: now })],
      [{ ...broken!, fault: "120 of 130 grants fit." }, ...rest],
      now,
    );
    assert.ok(all.includes("identity cannot be planned: 120 of 130 grants fit."));
  });
});

describe("Grants that prune takes out", () => {
  const gone = (grant: Partial<Grant>, now: string) =>
    prunable([granted(grant)], new Date(now)).length === 1;

  it("are those that are over, from the first moment after the window on", () => {
    assert.equal(gone({}, "2026-12-01T03:59:59Z"), false);
    assert.equal(gone({}, "2026-12-01T04:00:00Z"), true);
  });

  it("are not those that were revoked within the hour, even if the window is over", () => {
    const revoked = "2026-12-01T03:30:00Z";
    assert.equal(gone({ revoked }, "2026-12-01T04:29:59Z"), false);
    assert.equal(gone({ revoked }, "2026-12-01T04:30:00Z"), true);
  });

  it("are those that were revoked an hour ago, though the window would go on", () => {
    assert.equal(gone({ revoked: "2026-12-01T01:00:00Z" }, "2026-12-01T02:00:00Z"), true);
  });
});
