import * as assert from "node:assert/strict";
import fc from "fast-check";
import { packStatements } from "../../guardrails/packing";

const frame = JSON.stringify({ Version: "2012-10-17", Statement: [] }).length;
const statements = (documents: string[]) =>
  documents.flatMap((text) => (JSON.parse(text) as { Statement: object[] }).Statement);

describe("packing statements", () => {
  it("loses none, keeps their order and exceeds no size", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ Sid: fc.string({ maxLength: 30 }) }, { noNullPrototype: true }), {
          maxLength: 40,
        }),
        fc.integer({ min: frame + 300, max: frame + 800 }),
        (input, maximum) => {
          const documents = packStatements(input, maximum);
          assert.deepEqual(statements(documents), input);
          assert.ok(documents.every((text) => text.length <= maximum));
        },
      ),
    );
  });

  it("opens a new document for the first character too many", () => {
    const pair = [{ Sid: "A" }, { Sid: "B" }];
    const size = JSON.stringify({ Version: "2012-10-17", Statement: pair }).length;
    assert.equal(packStatements(pair, size).length, 1);
    assert.equal(packStatements(pair, size - 1).length, 2);
  });

  it("makes no document of nothing", () => {
    assert.deepEqual(packStatements([], 100), []);
  });

  it("names a statement that no document can hold, with its size", () => {
    assert.throws(() => packStatements([{ Sid: "Long".repeat(20) }], 100), {
      message: /^The statement Long\S+ has 1\d\d characters with its document; at most 100 fit/,
    });
  });
});
