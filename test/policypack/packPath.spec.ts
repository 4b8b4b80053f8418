import * as assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPath } from "../../policypack/packPath";

const pack = join(__dirname, "../../policypack");
const program = join(pack, "serve");

const cases = [
  { title: "the program for the first CLI that starts it", version: "v3.255.0", path: program },
  { title: "the folder for the CLI before", version: "v3.254.0", path: pack },
  { title: "the program for a later major version", version: "4.0.0", path: program },
  { title: "the folder for an earlier major version", version: "2.300.0", path: pack },
  { title: "the program for a build of one's own", version: "v3.259.0-dev+1", path: program },
  { title: "the folder for what is no version", version: "dev", path: pack },
];

describe("the path that the engine gets", () => {
  for (const { title, version, path } of cases) {
    it(`is ${title}`, () => assert.equal(packPath(pack, version, "linux"), path));
  }

  it("is the folder where a script is no program", () => {
    assert.equal(packPath(pack, "v3.259.0", "win32"), pack);
  });

  it("is the folder where the program may not be executed", () => {
    const folder = mkdtempSync(join(tmpdir(), "sekisho-pack-"));
    try {
      writeFileSync(join(folder, "serve"), "", { mode: 0o644 });
      assert.equal(packPath(folder, "v3.259.0", "linux"), folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
