import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { arnPattern, matches, overlap } from "../../iam/wildcard";

/** Short patterns and texts over few characters, so that they often meet. */
const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 });

/** Every text of a and b up to that length. */
const texts = (length: number): string[] =>
  length === 0 ? [""] : ["", ...texts(length - 1).flatMap((rest) => [`a${rest}`, `b${rest}`])];
// Two patterns of six characters that overlap share a text of twelve at most, and mostly a far shorter one.
const allTexts = texts(10);

/** The definition, by brute force. */
function fits(pattern: string, text: string): boolean {
  if (pattern === "") {
    return text === "";
  }
  const [first, rest] = [pattern[0], pattern.slice(1)];
  return first === "*"
    ? fits(rest, text) || (text !== "" && fits(pattern, text.slice(1)))
    : text !== "" && (first === "?" || first === text[0]) && fits(rest, text.slice(1));
}

describe("wildcards", () => {
  it("match what their definition matches", () => {
    fc.assert(
      fc.property(pattern, text, (pattern, text) =>
        assert.equal(matches(pattern, text), fits(pattern, text)),
      ),
      { numRuns: 2000 },
    );
  });

  it("overlap exactly where some text matches both", () => {
    const short = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 5 });
    fc.assert(
      fc.property(short, short, (left, right) => {
        const common = allTexts.some((text) => fits(left, text) && fits(right, text));
        assert.equal(overlap(left, right), common);
        assert.equal(overlap(right, left), common);
      }),
      { numRuns: 500 },
    );
  });

  const rows = [
    {
      left: "arn:aws:iam::*:role/OSAccess",
      right: "arn:aws:iam::1:role/x:role/OSAccess",
      is: true,
    },
    { left: "ssm:Start*", right: "ssm:*Session", is: true },
    { left: "arn:*:ec2:*:*:instance/*", right: "arn:aws:s3:::logs/*", is: true },
    { left: "*", right: "", is: true },
    { left: "?", right: "", is: false },
  ];
  for (const { left, right, is } of rows) {
    it(`'${left}' and '${right}' have ${is ? "a text" : "no text"} in common`, () =>
      assert.equal(overlap(left, right), is));
  }

  const arns = [
    { pattern: "arn:aws:s3:::logs/*", is: false },
    { pattern: "arn:aws:ec2:eu-west-1:1:volume/*", is: false },
    { pattern: "arn:aws:ec2:eu-west-1:1:instance/i-1", is: true },
    { pattern: "arn:aws:ec2:*", is: true },
    { pattern: "arn:*:instance/i-1", is: true },
    { pattern: "*", is: true },
    { pattern: "arn:aws:ec2:?:1:instance/i-1", is: true },
  ];
  for (const { pattern, is } of arns) {
    it(`'${pattern}' names ${is ? "an instance" : "no instance"}`, () =>
      assert.equal(overlap(pattern, arnPattern("arn:*:ec2:*:*:instance/*")), is));
  }

  it("take 10,000 stars without backtracking", () => {
    const stars = "*a".repeat(5_000);
    assert.equal(matches(`${stars}b`, "a".repeat(2_000)), false);
    assert.equal(overlap(`${"*a".repeat(1_000)}b`, `${"a*".repeat(1_000)}c`), false);
  });
});
