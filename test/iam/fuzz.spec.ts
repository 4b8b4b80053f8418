import * as assert from "node:assert/strict";
import { fuzz } from "./fuzz/fuzz";
import { awsPolicies, ownPolicies } from "./fuzz/realPolicies";

describe("hostile policies by the thousand", () => {
  it("get a fault or a decision", async () => {
    const documents = [...(await ownPolicies()), ...awsPolicies()];
    const { inputs, accepted, failure } = fuzz({ documents, runs: 3_000, seed: 4 });
    assert.equal(failure, undefined, JSON.stringify(failure));
    assert.equal(inputs, 3_000);
    assert.ok(accepted > 300 && accepted < 2_700, `${accepted} of them were policies`);
  });

  it("start from every kind of document that Sekisho writes", async () => {
    const own = await ownPolicies();
    for (const text of ["ssm:StartSession", "sts:AssumeRole", "kms:", "s3:", '"Principal"']) {
      assert.ok(
        own.some((document) => document.includes(text)),
        text,
      );
    }
  });
});
