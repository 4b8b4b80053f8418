import * as assert from "node:assert/strict";
import { isNewEnough } from "../../engine/rollout/pulumiCli";

const versions: [string, boolean][] = [
  ["3.248.0", true],
  ["3.259.0", true],
  ["4.0.0", true],
  ["3.247.9", false],
  ["2.999.0", false],
  ["3.248.0-alpha.1", true],
  ["", false],
];

describe("the Pulumi CLI", () => {
  for (const [version, enough] of versions) {
    it(`of version '${version}' is ${enough ? "new enough" : "too old"}`, () => {
      assert.equal(isNewEnough(version), enough);
    });
  }
});
