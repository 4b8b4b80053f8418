import * as assert from "node:assert/strict";
import { nodeAccessRequests } from "../../components/nodeAccessRequests";
import { OsAccess } from "../../model/landingZone";
import { accountWith, osAccessWith, zoneWith } from "../zone";

const mode = "just-in-time-node-access" as const;
const sidsIn = (osAccess: Partial<OsAccess>) =>
  nodeAccessRequests(zoneWith(), accountWith({ osAccess: osAccessWith(osAccess) }), "ReadOnly").map(
    ({ Sid }) => Sid,
  );

describe("The right to ask for just-in-time node access", () => {
  it("is a named requester's, in the account's own regions", () => {
    assert.deepEqual(sidsIn({ mode, requesters: ["ReadOnly"] }), [
      "AskForNodes",
      "FollowRequests",
      "OwnRequests",
      "AskApprovers",
      "AskApproversExecution",
      "TakeRequestBack",
    ]);
    const [ask] = nodeAccessRequests(
      zoneWith(),
      accountWith({ osAccess: osAccessWith({ mode, requesters: ["ReadOnly"] }) }),
      "ReadOnly",
    );
    assert.deepEqual(ask!.Condition, {
      StringEquals: { "aws:RequestedRegion": ["ap-northeast-1", "us-east-1"] },
    });
  });

  const others: [string, Partial<OsAccess>][] = [
    ["not named", { mode, requesters: ["Administrator"] }],
    ["one of all", { mode }],
    ["named where grants let people in", { mode: "grants", requesters: ["ReadOnly"] }],
  ];
  for (const [title, osAccess] of others) {
    it(`is not given to a role that is ${title}`, () => {
      assert.deepEqual(sidsIn(osAccess), []);
    });
  }
});
