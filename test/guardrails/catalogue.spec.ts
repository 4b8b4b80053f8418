import * as assert from "node:assert/strict";
import { catalogue } from "../../guardrails/catalogue";

describe("the catalogue", () => {
  it("names each path once", () => {
    const ids = catalogue.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("says of each path what it opens and where that is known from", () => {
    for (const path of catalogue) {
      assert.match(path.id, /^[A-Z][A-Za-z0-9]+$/);
      assert.ok(path.opens.length > 10 && path.source.length > 10, path.id);
    }
  });
});
