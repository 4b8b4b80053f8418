import * as assert from "node:assert/strict";
import { Clock, Waiting, waitForOthers } from "../../engine/rollout/barrier";
import { FreshFailures, ShardFailure } from "../../engine/rollout/failureMarks";
import type { Prepared } from "../../engine/rollout/prepare";
import type { PreparedStack } from "../../engine/rollout/preparedStack";
import type { StackRecord } from "../../engine/rollout/records";

const began = Date.parse("2026-11-28T09:00:00.000Z");
const minute = 60_000;
const fingerprint = "a".repeat(64);
const listed = { lastUpdate: "2026-11-28T09:01:00.000Z", resourceCount: 3 };

const record: StackRecord = {
  ...{ fingerprint, lastUpdate: listed.lastUpdate, resources: listed.resourceCount },
  at: listed.lastUpdate,
};

function failure(at: string, of = fingerprint): ShardFailure {
  return { why: "AccessDenied", fingerprint: of, at, shard: "2/4" };
}

/** What the backend says at a look, with the time since the shard began. */
interface Backend {
  readonly records?: Readonly<Record<string, StackRecord>>;
  readonly failures?: Readonly<Record<string, ShardFailure>>;
  /** What the command says instead of an answer. */
  readonly error?: string;
}

/** Lets a shard wait for some stacks; `backend` answers, by the minutes since the shard began. */
async function wait(
  stacks: readonly string[],
  backend: (minutes: number) => Backend,
  { before = {}, tolerated = 0, stoppedAfter = Infinity } = {},
) {
  let now = began;
  let answer: Backend = {};
  const said: string[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: () => Promise.resolve((now += minute)),
  };
  const prepared = {
    cli: {
      stacks: () => {
        answer = backend((now - began) / minute);
        return answer.error === undefined
          ? Promise.resolve(new Map(stacks.map((name) => [name, { name, ...listed }])))
          : Promise.reject(new Error(answer.error));
      },
    },
    recordStack: {
      read: () => Promise.resolve(new Map(Object.entries(answer.records ?? {}))),
      failuresElsewhere: () => new Map(Object.entries(answer.failures ?? {})),
    },
  } as unknown as Prepared;
  const waiting: Waiting = {
    ...{ minutes: 60, tolerated },
    fresh: new FreshFailures(new Map(Object.entries(before)), began),
    stopped: () => now - began >= stoppedAfter * minute,
    record: () => Promise.resolve(),
    done: (stack) => said.push(`done ${stack}`),
    failed: (stack, { shard }) => said.push(`failed ${stack} on ${shard}`),
    late: (stack) => said.push(`late ${stack}`),
    note: () => undefined,
  };
  const others = stacks.map(
    (name) => ({ program: { name }, fingerprint }) as unknown as PreparedStack,
  );
  const goesOn = await waitForOthers(others, prepared, waiting, clock);
  return { goesOn, said, minutes: (now - began) / minute };
}

const old = failure("2026-11-28T08:00:00.000Z");

describe("the barrier between two waves", () => {
  it("opens when the records say that the others' stacks are as declared", async () => {
    const end = await wait(["a", "b"], (minutes) => ({
      records: { ...(minutes >= 1 && { a: record }), ...(minutes >= 3 && { b: record }) },
    }));
    assert.deepEqual(end, { goesOn: true, said: ["done a", "done b"], minutes: 3 });
  });

  it("stays shut when time is up, and names what it waited for", async () => {
    const end = await wait(["a"], () => ({}));
    assert.deepEqual(end, { goesOn: false, said: ["late a"], minutes: 60 });
  });

  it("stays shut at once when another shard's stack fails", async () => {
    const end = await wait(["a", "b"], (minutes) =>
      minutes < 2 ? {} : { failures: { b: failure("2026-11-28T09:02:00.000Z") } },
    );
    assert.deepEqual(end, { goesOn: false, said: ["failed b on 2/4"], minutes: 2 });
  });

  it("opens where no more fail than are tolerated", async () => {
    const failures = { b: failure("2026-11-28T09:00:30.000Z") };
    const end = await wait(["a", "b"], () => ({ failures, records: { a: record } }), {
      tolerated: 1,
    });
    assert.deepEqual(end.said, ["done a", "failed b on 2/4"]);
    assert.equal(end.goesOn, true);
  });

  it("does not take the last rollout's failure for one of this", async () => {
    const end = await wait(
      ["a"],
      (minutes) => (minutes < 4 ? { failures: { a: old } } : { records: { a: record } }),
      { before: { a: old } },
    );
    assert.deepEqual(end, { goesOn: true, said: ["done a"], minutes: 4 });
  });

  it("takes a failure for one of this rollout that nobody has taken back for five minutes", async () => {
    const end = await wait(["a"], () => ({ failures: { a: old } }), { before: { a: old } });
    assert.deepEqual(end, { goesOn: false, said: ["failed a on 2/4"], minutes: 5 });
  });

  it("does not heed the failure of another commit", async () => {
    const end = await wait(["a"], (minutes) =>
      minutes < 7
        ? { failures: { a: failure("2026-11-28T09:00:30.000Z", "b".repeat(64)) } }
        : { records: { a: record } },
    );
    assert.equal(end.goesOn, true);
  });

  it("asks again where the backend does not answer", async () => {
    const end = await wait(["a"], (minutes) =>
      minutes < 3 ? { error: "error: connection reset" } : { records: { a: record } },
    );
    assert.deepEqual(end, { goesOn: true, said: ["done a"], minutes: 3 });
  });

  it("stays shut when the shard is told to stop", async () => {
    const end = await wait(["a"], () => ({}), { stoppedAfter: 2 });
    assert.deepEqual(end, { goesOn: false, said: [], minutes: 2 });
  });
});
