import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Began,
  dropOldRuns,
  Ended,
  Journal,
  pastRuns,
  readJournal,
} from "../../engine/rollout/journal";
import { thisProcess } from "../../engine/rollout/owner";

const at = "2026-11-28T14:00:00.000Z";
const began: Began = {
  ...{ event: "began", at, owner: thisProcess(), stacks: ["one", "two", "three"] },
  options: {
    ...{ shard: { index: 1, of: 1 }, tolerance: 0, all: false, refresh: false },
    ...{ bootstrap: false, file: "organization.yaml" },
  },
};
const started = (stack: string) => ({ event: "started" as const, at, stack });
const ended = (stack: string, failure?: string): Ended => ({
  ...{ event: "ended", at, stack, fingerprint: "a".repeat(64), started: 1, ended: 2 },
  ...(failure !== undefined && { failure }),
});

describe("the journal of a rollout", () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(join(tmpdir(), "sekisho-journal-"))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const write = (...entries: Parameters<Journal["append"]>[0][]) => {
    const journal = new Journal(folder);
    entries.forEach((entry) => journal.append(entry));
    return readJournal(folder)!;
  };

  it("names the stacks that began and did not end", () => {
    const run = write(began, started("one"), started("two"), ended("one"));
    assert.deepEqual(run.running, ["two"]);
    assert.equal(run.finished, false);
  });

  it("knows which successes the backend has not heard of", () => {
    const recorded = { event: "recorded" as const, at };
    const run = write(began, ended("one"), recorded, ended("two"), ended("three", "no"));
    assert.deepEqual(
      run.unrecorded.map(({ stack }) => stack),
      ["two"],
    );
  });

  it("is read up to a line that a crash cut off", () => {
    write(began, started("one"));
    fs.appendFileSync(join(folder, "journal.jsonl"), '{"event":"ended","stack":"o');
    assert.deepEqual(readJournal(folder)!.running, ["one"]);
  });

  it("that was cut off in its first line tells nothing", () => {
    fs.writeFileSync(join(folder, "journal.jsonl"), '{"event":"beg');
    assert.equal(readJournal(folder), undefined);
  });

  it("is one of several, the latest first", () => {
    for (const name of ["20261128T1", "20261128T3", "20261128T2"]) {
      new Journal(join(folder, name)).append({ ...began, at: name });
    }
    fs.mkdirSync(join(folder, "work"));
    const runs = pastRuns(folder).map((run) => run.began.at);
    assert.deepEqual(runs, ["20261128T3", "20261128T2", "20261128T1"]);
  });

  it("of the latest twenty runs are kept, and nothing else in the folder is touched", () => {
    for (let run = 100; run < 125; run++) {
      new Journal(join(folder, `20261128T${run}`)).append({ ...began, at: String(run) });
    }
    fs.mkdirSync(join(folder, "work"));
    dropOldRuns(folder);
    const runs = pastRuns(folder);
    assert.equal(runs.length, 20);
    assert.equal(runs.at(-1)?.began.at, "105");
    assert.ok(fs.existsSync(join(folder, "work")));
  });
});
