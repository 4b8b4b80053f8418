import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { overlap, parseShard, shareOf } from "../../engine/rollout/shards";

describe("shards", () => {
  it("split any wave so that each stack belongs to exactly one, and their sizes differ by one at most", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 20 }), (wave, of) => {
        const shares = Array.from({ length: of }, (_, at) => shareOf(wave, { index: at + 1, of }));
        assert.deepEqual(shares.flat().sort(), [...wave].sort());
        const sizes = shares.map(({ length }) => length);
        assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
      }),
    );
  });

  it("are read from i/n", () => {
    assert.deepEqual(parseShard("2/4"), { index: 2, of: 4 });
    assert.deepEqual(parseShard("4/4"), { index: 4, of: 4 });
  });

  for (const text of ["", "0/4", "5/4", "1", "1/0", "1/4/2", "-1/4", "1.5/4", "a/b", "1/1000"]) {
    it(`are not read from '${text}'`, () => assert.equal(parseShard(text), undefined));
  }

  it("overlap unless they are different parts of the same split", () => {
    assert.equal(overlap({ index: 1, of: 4 }, { index: 2, of: 4 }), false);
    assert.equal(overlap({ index: 2, of: 4 }, { index: 2, of: 4 }), true);
    assert.equal(overlap({ index: 1, of: 1 }, { index: 2, of: 4 }), true);
    assert.equal(overlap({ index: 1, of: 3 }, { index: 2, of: 4 }), true);
  });
});
