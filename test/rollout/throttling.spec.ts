import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { isThrottling, retryDelay } from "../../engine/rollout/throttling";

const reasons = [
  { reason: "ThrottlingException: Rate exceeded", passes: true },
  { reason: "operation error IAM: CreateRole, api error Throttling: Rate exceeded", passes: true },
  { reason: "api error TooManyRequestsException: Too Many Requests", passes: true },
  { reason: "ConcurrentModificationException: AWS Organizations can't complete", passes: true },
  { reason: "RequestLimitExceeded: Request limit exceeded.", passes: true },
  { reason: "AccessDeniedException: not authorized to ssm:CreateDocument", passes: false },
  { reason: "LimitExceeded: Cannot exceed quota for PoliciesPerRole: 10", passes: false },
  { reason: "NoSuchEntity: the role Throttlings is not there", passes: false },
];

describe("a failure that passes by itself", () => {
  for (const { reason, passes } of reasons) {
    it(`is ${passes ? "" : "not "}${reason}`, () => assert.equal(isThrottling(reason), passes));
  }

  it("is tried again after twice as long each time, or up to half as long", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (first, tries, random) => {
          const seconds = retryDelay(first, tries, random);
          assert.ok(seconds <= first * 2 ** (tries - 1) && seconds >= first * 2 ** (tries - 2));
        },
      ),
    );
  });
});
