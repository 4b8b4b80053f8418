import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { tokensOf } from "../../iam/pattern";
import { any, Elements, like, one, realArns } from "../../iam/prove/elements";
import { anyCharacterSet } from "../../iam/prove/characters";
import { between } from "../../iam/prove/quotient";
import { patternIncludes, patternsIntersect, textClasses } from "../../iam/prove/textClasses";
import { matches } from "../../iam/wildcard";

const numRuns = 2_000;

/** Every text of up to six letters, of which one is in no pattern: what patterns of four places differ on is no longer. */
const shortTexts = (() => {
  const all = [""];
  for (let start = 0, length = 1; length <= 6; length++) {
    const end = all.length;
    for (const text of all.slice(start, end)) {
      all.push(...["a", "b", "c"].map((letter) => text + letter));
    }
    start = end;
  }
  return all;
})();

const pattern = fc
  .array(fc.constantFrom("a", "b", "*", "?"), { maxLength: 4 })
  .map((pieces) => pieces.join(""));

const elementsOf = (text: string) => like(tokensOf(text));
const anyText: Elements = [any(anyCharacterSet)];

describe("Classes of texts", () => {
  it("agree with brute force on which patterns intersect", () => {
    fc.assert(
      fc.property(pattern, pattern, (left, right) => {
        assert.equal(
          patternsIntersect(elementsOf(left), elementsOf(right)),
          shortTexts.some((text) => matches(left, text) && matches(right, text)),
        );
      }),
      { numRuns },
    );
  });

  it("agree with brute force on which pattern includes another", () => {
    fc.assert(
      fc.property(pattern, pattern, (outer, inner) => {
        assert.equal(
          patternIncludes(elementsOf(outer), elementsOf(inner)),
          shortTexts.every((text) => !matches(inner, text) || matches(outer, text)),
        );
      }),
      { numRuns },
    );
  });

  it("have a witness that matches what they say, and are all that there are", () => {
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), (patterns) => {
        const classes = textClasses([anyText], patterns.map(elementsOf))!;
        const answersOf = (text: string) => patterns.map((one) => matches(one, text));
        for (const { witness, answers } of classes) {
          assert.deepEqual(answers, answersOf(witness));
        }
        const known = new Map(classes.map(({ answers, witness }) => [answers.join(), witness]));
        assert.equal(known.size, classes.length);
        for (const text of shortTexts) {
          const witness = known.get(answersOf(text).join());
          assert.ok(witness !== undefined && witness.length <= text.length, text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("agree with brute force on what may stand between two texts", () => {
    const text = fc.constantFrom(...shortTexts.slice(0, 40));
    fc.assert(
      fc.property(pattern, text, text, text, (whole, before, middle, after) => {
        const rests = between(elementsOf(whole), before, after);
        assert.equal(
          rests.some((rest) => textClasses([rest, elementsOf(middle)], [])!.length > 0),
          matches(whole, before + middle + after),
        );
      }),
      { numRuns },
    );
  });

  it("are given up for patterns that would need too many states", () => {
    const hostile = ["a", "b", "c"].map((letter) => elementsOf(`*${letter}${"?".repeat(30)}`));
    assert.equal(textClasses([anyText], hostile), undefined);
    assert.equal(textClasses([[one(anyCharacterSet), ...anyText]], [])!.length, 1);
  });

  const arns = [
    ["arn:aws:iam::*:role/OSAccess", "arn:aws:iam::444444444444:role/OSAccess", true],
    ["arn:aws:iam::*:role/*OSAccess", "arn:aws:iam::444444444444:role/x/OSAccess", true],
    ["arn:aws:iam::*:role/OSAccess", "arn:aws:iam::1:2:role/OSAccess", false],
    ["arn:aws:s3:::logs/*", "arn:aws:s3:::logs/a:b/c", true],
  ] as const;
  for (const [pattern, arn, fits] of arns) {
    it(`say that ${arn} ${fits ? "is" : "is not"} a real ARN of ${pattern}`, () => {
      assert.equal(patternIncludes(realArns(pattern), realArns(arn)), fits);
    });
  }
});
