import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { mergeRecords, parseRecords, StackRecord } from "../../engine/rollout/records";
import { entriesText } from "../../engine/rollout/storedEntries";

const record: StackRecord = {
  fingerprint: "a".repeat(64),
  lastUpdate: "2026-11-28T14:00:00.123Z",
  resources: 33,
  at: "2026-11-28T14:00:01.000Z",
};

const damages: { title: string; value: unknown }[] = [
  { title: "a fingerprint that is cut off", value: { ...record, fingerprint: "a".repeat(63) } },
  { title: "no fingerprint", value: { ...record, fingerprint: undefined } },
  { title: "a time that is none", value: { ...record, lastUpdate: "yesterday" } },
  { title: "a number of resources that is text", value: { ...record, resources: "33" } },
  { title: "nothing", value: null },
];

describe("the records of a rollout", () => {
  it("are read as they were written", () => {
    const records = new Map([
      ["account-web", record],
      ["identity", { ...record, state: "b".repeat(64) }],
    ]);
    assert.deepEqual(parseRecords(entriesText(records)), records);
  });

  for (const { title, value } of damages) {
    it(`lose the entry that has ${title}, and no other`, () => {
      const text = JSON.stringify({ damaged: value, whole: record });
      assert.deepEqual([...parseRecords(text).keys()], ["whole"]);
    });
  }

  it("are none where the text was cut off anywhere", () => {
    const text = entriesText(new Map([["account-web", record]]));
    fc.assert(
      fc.property(fc.nat(text.length - 1), (length) => {
        assert.equal(parseRecords(text.slice(0, length)).size, 0);
      }),
    );
  });

  it("are none where an output is no text", () => {
    for (const output of [undefined, null, 7, { web: record }, ["web"]]) {
      assert.equal(parseRecords(output).size, 0);
    }
  });

  it("of several shards are one collection, in which the later record of a stack counts", () => {
    const later = { ...record, resources: 34, at: "2026-11-28T15:00:00.000Z" };
    const [one, other] = [new Map([["web", record]]), new Map([["web", later]])];
    assert.deepEqual(mergeRecords([one, other]).get("web"), later);
    assert.deepEqual(mergeRecords([other, one]).get("web"), later);
  });
});
