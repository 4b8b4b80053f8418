import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { matcherOf, tokensOf } from "../../iam/pattern";
import { matches } from "../../iam/wildcard";

describe("a compiled pattern", () => {
  it("matches what the pattern matches", () => {
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (pattern, text) =>
        assert.equal(matcherOf(tokensOf(pattern))(text), matches(pattern, text)),
      ),
      { numRuns: 10_000 },
    );
  });

  it("takes text between wildcards literally, stars too", () => {
    const matcher = matcherOf(["a*", ...tokensOf("?"), "*"]);
    assert.equal(matcher("a*x*"), true);
    assert.equal(matcher("axx*"), false);
  });
});
