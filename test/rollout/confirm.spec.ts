import * as assert from "node:assert/strict";
import { confirmed } from "../../engine/rollout/confirm";
import { Ended } from "../../engine/rollout/journal";
import { ListedStack } from "../../engine/rollout/pulumiCli";

const [started, ended] = ["14:00:00.500", "14:00:05.000"].map((time) =>
  Date.parse(`2026-11-28T${time}Z`),
) as [number, number];
const end: Ended = {
  ...{ event: "ended", at: "", stack: "web", fingerprint: "a".repeat(64), started, ended },
  before: "2026-11-27T09:00:00.000Z",
};
const listed: ListedStack = {
  ...{ name: "web", lastUpdate: "2026-11-28T14:00:04.900Z", resourceCount: 33 },
};

const others: { title: string; end?: Partial<Ended>; listed?: Partial<ListedStack> }[] = [
  {
    title: "an update after the rollout's own",
    listed: { lastUpdate: "2026-11-28T14:00:05.001Z" },
  },
  { title: "an older state than before", listed: { lastUpdate: "2026-11-27T08:00:00.000Z" } },
  { title: "an update in progress", listed: { lastUpdate: undefined } },
  { title: "a failure", end: { failure: "no" } },
  {
    title: "a state file that was written after the rollout's own update",
    listed: { file: { sha256: "b", modified: ended + 1 } },
  },
];

describe("the record of a success", () => {
  it("is made where the state is the one that the rollout left", () => {
    const record = confirmed(end, listed);
    assert.equal(record?.lastUpdate, listed.lastUpdate);
    assert.equal(record?.fingerprint, end.fingerprint);
    assert.equal(record?.resources, 33);
  });

  it("is made where an update without changes left the state as it was", () => {
    assert.ok(confirmed(end, { ...listed, lastUpdate: end.before }));
  });

  it("is made in Pulumi Cloud though its clock is not this one", () => {
    const cloud = {
      ...listed,
      url: "https://app.pulumi.com/x",
      lastUpdate: "2026-11-28T14:02:00.000Z",
    };
    assert.ok(confirmed(end, cloud));
  });

  for (const { title, ...changes } of others) {
    it(`is not made after ${title}`, () => {
      assert.equal(
        confirmed({ ...end, ...changes.end }, { ...listed, ...changes.listed }),
        undefined,
      );
    });
  }

  it("is not made of a stack that is gone", () => {
    assert.equal(confirmed(end, undefined), undefined);
  });
});
