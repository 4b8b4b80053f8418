import * as assert from "node:assert/strict";
import fc from "fast-check";
import { clockSkew, LiveSession, sessionsToEnd } from "../../expiry/sessionsToEnd";
import { windowsOf } from "../../expiry/windowsOf";
import { Channel, Grant, NodeSelector } from "../../model/landingZone";
import { Opening, openingsInto } from "../../model/openings";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const users = ["alice", "alice2", "bob"];
const nodes = ["i-00000000000000001", "i-00000000000000002", "mi-00000000000000003"];
const channels: Channel[] = ["shell", "rdp", "port-forward", "ssh"];
const documents: Record<Channel, string> = {
  shell: "SSM-SessionManagerRunShell",
  rdp: "AWS-StartPortForwardingSession",
  "port-forward": "AWS-StartPortForwardingSession",
  ssh: "AWS-StartSSHSession",
};
const start = Date.parse("2026-12-01T00:00:00Z");
const minute = 60_000;
const utc = (minutes: number) =>
  `${new Date(start + minutes * minute).toISOString().slice(0, 19)}Z`;

const selector: fc.Arbitrary<NodeSelector | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant({ kind: "all" as const }),
  fc.constant({ kind: "tag" as const, key: "os-access", value: "allowed" }),
  fc.subarray(nodes, { minLength: 1 }).map((ids) => ({ kind: "ids" as const, ids })),
);

const grant = fc
  .record({
    user: fc.constantFrom(...users),
    nodes: selector,
    channels: fc.option(fc.subarray(channels, { minLength: 1 }), { nil: undefined }),
    from: fc.integer({ min: 0, max: 300 }),
    length: fc.integer({ min: 1, max: 240 }),
    revoked: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
    hardEnd: fc.boolean(),
  })
  .map(({ user, nodes, channels, from, length, revoked, hardEnd }): Grant => ({
    id: "g",
    user,
    accounts: ["web-production"],
    ...(nodes && { nodes }),
    ...(channels && { channels }),
    from: utc(from),
    until: utc(from + length),
    ...(revoked !== undefined && { revoked: utc(revoked) }),
    hardEnd,
    reason: "A property",
    approver: "carol",
  }));

const world = fc
  .record({
    grants: fc.array(grant, { maxLength: 8 }),
    selector,
    windows: fc.constantFrom("sessions" as const, "assume-role" as const),
  })
  .map(({ grants, selector, windows }) => {
    const osAccess = osAccessWith({ channels, windows, ...(selector && { nodes: selector }) });
    const account = accountWith({ osAccess });
    const zone = zoneWith({ grants, accounts: [account] });
    return { account, openings: openingsInto(zone, account), windows: windowsOf(zone, account) };
  });

const owner = (user: string) => `arn:aws:sts::333333333333:assumed-role/OSAccess/${user}`;

const session: fc.Arbitrary<LiveSession & { user: string }> = fc
  .record({
    user: fc.constantFrom(...users),
    target: fc.constantFrom(...nodes),
    document: fc.option(fc.constantFrom(...Object.values(documents)), { nil: undefined }),
    started: fc.option(
      fc.integer({ min: -60, max: 700 }).map((minutes) => new Date(start + minutes * minute)),
      { nil: undefined },
    ),
  })
  .map((fields) => ({ id: "s", owner: owner(fields.user), ...fields }));

/** By what the grants say, not by what was rendered of them. */
function covers(
  { grant, nodes, channels, from, until }: Opening,
  { user, target, document }: LiveSession & { user: string },
  declared: NodeSelector,
  at: number,
  early = 0,
): boolean {
  const chosen = nodes ?? declared;
  return (
    grant.user === user &&
    Date.parse(from) - early <= at &&
    at < Date.parse(until) &&
    (chosen.kind !== "ids" || chosen.ids.includes(target!)) &&
    (document === undefined
      ? channels.length > 0
      : channels.some((channel) => documents[channel] === document))
  );
}

const moment = fc.integer({ min: -60 * minute, max: 700 * minute }).map((after) => start + after);

describe("over random grants and sessions, sessionsToEnd", () => {
  it("never ends a session inside an open window, and ends each that is outside of all", () => {
    let [inside, outside] = [0, 0];
    fc.assert(
      fc.property(world, session, moment, ({ account, openings, windows }, live, at) => {
        const declared = account.osAccess.nodes;
        const ended = sessionsToEnd([live], windows, new Date(at)).length > 0;
        if (openings.some((opening) => covers(opening, live, declared, at))) {
          inside++;
          assert.equal(ended, false);
        } else if (!openings.some((opening) => covers(opening, live, declared, at, clockSkew))) {
          outside++;
          assert.equal(ended, true);
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(inside > 100 && outside > 100, `${inside} inside, ${outside} outside`);
  });

  it("ends every session of an owner that is no user of OSAccess", () => {
    const strange = fc.oneof(
      fc.constant(undefined),
      fc.string(),
      fc.constantFrom(
        "arn:aws:sts::333333333333:assumed-role/Administrator/alice",
        "arn:aws:sts::444444444444:assumed-role/OSAccess/alice",
        "arn:aws:iam::333333333333:user/os-access/alice",
        "arn:aws:iam::333333333333:root",
      ),
    );
    fc.assert(
      fc.property(world, session, strange, moment, ({ windows }, live, other, at) => {
        const found = sessionsToEnd([{ ...live, owner: other }], windows, new Date(at));
        assert.equal(found.length, 1);
      }),
    );
  });
});
