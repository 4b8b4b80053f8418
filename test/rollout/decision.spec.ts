import * as assert from "node:assert/strict";
import { decide, Knowledge, Overrides } from "../../engine/rollout/decision";

const record = {
  fingerprint: "a".repeat(64),
  lastUpdate: "2026-11-28T14:00:00.123Z",
  resources: 33,
  state: "b".repeat(64),
  at: "2026-11-28T14:00:01.000Z",
};
const listed = {
  name: "account-web",
  lastUpdate: record.lastUpdate,
  resourceCount: 33,
  file: { sha256: record.state, modified: 0 },
};
const asLeft: Knowledge = { fingerprint: record.fingerprint, listed, record, interrupted: false };

const runs: { title: string; knowledge: Knowledge; overrides?: Overrides; why: RegExp }[] = [
  { title: "is not in the backend", knowledge: { ...asLeft, listed: undefined }, why: /^new/ },
  { title: "was left running", knowledge: { ...asLeft, interrupted: true }, why: /^interrupted/ },
  { title: "has no record", knowledge: { ...asLeft, record: undefined }, why: /^no record/ },
  {
    title: "is declared otherwise",
    knowledge: { ...asLeft, fingerprint: "c".repeat(64) },
    why: /^what is declared has changed/,
  },
  {
    title: "was updated since",
    knowledge: { ...asLeft, listed: { ...listed, lastUpdate: "2026-11-28T15:00:00.000Z" } },
    why: /touched/,
  },
  {
    title: "is being updated, so that the backend shows no time",
    knowledge: { ...asLeft, listed: { ...listed, lastUpdate: undefined } },
    why: /touched/,
  },
  {
    title: "has lost a resource, though the time is the same",
    knowledge: { ...asLeft, listed: { ...listed, resourceCount: 32 } },
    why: /touched/,
  },
  {
    title: "has another state file, though time and number are the same",
    knowledge: { ...asLeft, listed: { ...listed, file: { sha256: "d", modified: 0 } } },
    why: /touched/,
  },
  {
    title: "had a state file that is not there any more",
    knowledge: { ...asLeft, listed: { ...listed, file: undefined } },
    why: /touched/,
  },
  { title: "is asked for by --all", knowledge: asLeft, overrides: { all: true }, why: /^--all$/ },
  {
    title: "is asked for by --refresh",
    knowledge: asLeft,
    overrides: { refresh: true },
    why: /^--refresh$/,
  },
];

describe("the decision about a stack", () => {
  it("skips a stack whose fingerprint and state are those of its last success", () => {
    const decision = decide(asLeft, {});
    assert.deepEqual(decision, { run: false, why: `unchanged since ${record.at}` });
  });

  it("needs no state file where the backend is no folder", () => {
    const onS3 = { ...record, state: undefined };
    const knowledge = { ...asLeft, record: onS3, listed: { ...listed, file: undefined } };
    assert.equal(decide(knowledge, {}).run, false);
  });

  for (const { title, knowledge, overrides = {}, why } of runs) {
    it(`runs a stack that ${title}`, () => {
      const decision = decide(knowledge, overrides);
      assert.equal(decision.run, true);
      assert.match(decision.why, why);
    });
  }
});
