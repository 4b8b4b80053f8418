import * as assert from "node:assert/strict";
import { join } from "node:path";
import { packPath } from "../../policypack/packPath";

const program = join("policypack", "serve");

const cases = [
  { title: "the program for the first CLI that starts it", version: "v3.255.0", path: program },
  { title: "the folder for the CLI before", version: "v3.254.0", path: "policypack" },
  { title: "the program for a later major version", version: "4.0.0", path: program },
  { title: "the folder for an earlier major version", version: "2.300.0", path: "policypack" },
  { title: "the program for a build of one's own", version: "v3.259.0-dev+1", path: program },
  { title: "the folder for what is no version", version: "dev", path: "policypack" },
];

describe("the path that the engine gets", () => {
  for (const { title, version, path } of cases) {
    it(`is ${title}`, () => assert.equal(packPath("policypack", version, "linux"), path));
  }

  it("is the folder where a script is no program", () => {
    assert.equal(packPath("policypack", "v3.259.0", "win32"), "policypack");
  });
});
