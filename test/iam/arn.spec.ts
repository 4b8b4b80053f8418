import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { accountOfArn, splitArn } from "../../iam/arn";

describe("accountOfArn", () => {
  it("finds the part that splitArn finds", () => {
    const text = fc.string({ unit: fc.constantFrom(":", ":", "a", "1"), maxLength: 16 });
    fc.assert(
      fc.property(text, (text) => assert.equal(accountOfArn(text), splitArn(text)?.[4])),
      { numRuns: 2_000 },
    );
  });

  it("reads the account of a role", () =>
    assert.equal(accountOfArn("arn:aws:iam::333333333333:role/a:b"), "333333333333"));
});
