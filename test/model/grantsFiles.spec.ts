import * as assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatFault } from "../../model/fault";
import { loadLandingZone } from "../../model/load";
import { grantsText, organizationText } from "./example";

describe("The folder of a grants file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-grants-"));
    mkdirSync(join(folder, "grants"));
    write("organization.yaml", organizationText);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const grantOf = (id: string) =>
    grantsText.replace("g-1", id).replaceAll("2026-12-01", `2026-12-0${id.slice(-1)}`);
  const load = (grants?: string) =>
    loadLandingZone(join(folder, "organization.yaml"), grants && join(folder, grants));
  const ids = (grants?: string) => {
    const loaded = load(grants);
    assert.ok(loaded.ok, JSON.stringify(loaded));
    return loaded.zone.grants.map(({ id }) => id);
  };
  const faults = () => {
    const loaded = load();
    return loaded.ok
      ? []
      : loaded.faults.map((fault) => formatFault(fault).replace(`${folder}/`, ""));
  };

  it("adds its grants to those of the file, in the order of the names", () => {
    write("grants/b.yaml", grantOf("g-2"));
    write("grants/a.yaml", grantOf("g-3"));
    assert.deepEqual(ids(), ["g-3", "g-2"]);

    write("grants.yaml", grantOf("g-4"));
    assert.deepEqual(ids(), ["g-4", "g-3", "g-2"]);
  });

  it("is that of the file that was asked for", () => {
    write("grants/a.yaml", grantOf("g-1"));
    write("other.yaml", grantOf("g-2"));
    mkdirSync(join(folder, "other"));
    write("other/c.yaml", grantOf("g-3"));

    assert.deepEqual(ids("other.yaml"), ["g-2", "g-3"]);
  });

  it("may hold a README and hidden files", () => {
    for (const name of ["README.md", ".gitkeep", ".a.yaml"]) {
      write(`grants/${name}`, "grants: nonsense");
    }
    assert.deepEqual(ids(), []);
  });

  it("tells the file of each fault, and what would be overlooked", () => {
    write("grants/a.yaml", grantOf("g-1").replace("alice", "alicia"));
    assert.deepEqual(faults(), [
      'grants/a.yaml:3:11 grants[0].user: found "alicia", allowed is a user of users: declare it or correct the name.',
    ]);

    write("grants/b.yml", grantOf("g-2"));
    mkdirSync(join(folder, "grants/2026"));
    assert.deepEqual(faults(), [
      "grants/2026:1:1: found a folder, allowed are files: move its files one level up.",
      "grants/b.yml:1:1: found another ending, allowed is .yaml: rename the file.",
    ]);

    rmSync(join(folder, "grants/2026"), { recursive: true });
    rmSync(join(folder, "grants/b.yml"));
    rmSync(join(folder, "grants/a.yaml"));
    write("grants/c.Yaml", grantOf("g-3"));
    assert.deepEqual(faults(), [
      "grants/c.Yaml:1:1: found another ending, allowed is .yaml: rename the file.",
    ]);
  });
});
