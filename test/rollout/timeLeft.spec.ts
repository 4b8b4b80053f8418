import * as assert from "node:assert/strict";
import { defaultJobs } from "../../engine/rollout/lanesFor";
import { secondsLeft } from "../../engine/rollout/timeLeft";

const gigabyte = 1024 ** 3;

describe("the time that a rollout still takes", () => {
  it("is not told before a stack has ended", () => {
    assert.equal(secondsLeft([], { running: 2, waiting: 8, lanes: 2 }), undefined);
  });

  it("is that of the stacks that wait, and half of those that run, shared among the lanes", () => {
    assert.equal(secondsLeft([4, 4], { running: 2, waiting: 9, lanes: 2 }), 20);
  });

  it("does not share among more lanes than there are stacks", () => {
    assert.equal(secondsLeft([4], { running: 1, waiting: 0, lanes: 8 }), 2);
  });

  it("follows the latest stacks", () => {
    const took = [...new Array<number>(50).fill(100), ...new Array<number>(20).fill(5)];
    assert.equal(secondsLeft(took, { running: 0, waiting: 10, lanes: 1 }), 50);
  });
});

describe("how many stacks run at once", () => {
  it("is as many as there are cores, if the memory carries them", () => {
    assert.equal(defaultJobs(8, 64 * gigabyte), 8);
    assert.equal(defaultJobs(8, 4 * gigabyte), 4);
  });

  it("is at least one", () => assert.equal(defaultJobs(2, 0.2 * gigabyte), 1));
});
