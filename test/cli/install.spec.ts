import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const script = join(__dirname, "../../scripts/install.mjs");
const lock = {
  packages: {
    "": { name: "sekisho" },
    "node_modules/yaml": { version: "2.9.1", integrity: "sha512-a" },
    "node_modules/binary-for-another-platform": { version: "1.0.0", optional: true },
  },
};
const installed = { packages: { "node_modules/yaml": lock.packages["node_modules/yaml"] } };

describe("scripts/install.mjs", () => {
  let folder: string;

  before(function () {
    // The npm of these tests is a script that its first line and its mode make a command.
    if (process.platform === "win32") {
      console.log("install tests skipped: they need a system that runs scripts as commands.");
      this.skip();
    }
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sekisho-install-"));
    mkdirSync(join(folder, "scripts"));
    cpSync(script, join(folder, "scripts/install.mjs"));
    write("package.json", { engines: { node: ">=20.20" } });
    write("package-lock.json", lock);
    npmThat(`require("node:fs").writeFileSync("npm-ran", process.argv.slice(2).join(" "))`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("does nothing where all is installed, packages for other platforms aside", () => {
    writeInstalled();

    assert.deepEqual(install(), { status: 0, stderr: "", npmRan: false });
  });

  const incomplete = [
    { title: "there is no node_modules", arrange: () => undefined },
    {
      title: "npm was stopped before it wrote down what is there",
      arrange: () => write("node_modules/yaml/package.json", {}),
    },
    {
      title: "another version is asked for",
      arrange: () => {
        writeInstalled();
        write("package-lock.json", {
          packages: { "node_modules/yaml": { version: "2.9.2", integrity: "sha512-a" } },
        });
      },
    },
    {
      title: "another content is asked for",
      arrange: () => {
        writeInstalled();
        write("package-lock.json", {
          packages: { "node_modules/yaml": { version: "2.9.1", integrity: "sha512-b" } },
        });
      },
    },
    {
      title: "one more package is asked for",
      arrange: () => {
        writeInstalled();
        write("package-lock.json", {
          packages: { ...lock.packages, "node_modules/zod": { version: "4.6.7" } },
        });
      },
    },
    {
      title: "somebody removed a package's folder",
      arrange: () => {
        writeInstalled();
        rmSync(join(folder, "node_modules/yaml"), { recursive: true });
      },
    },
  ];
  for (const { title, arrange } of incomplete) {
    it(`runs npm ci where ${title}`, () => {
      arrange();

      assert.equal(install().npmRan, true);
    });
  }

  const installs = `
    const { mkdirSync, writeFileSync } = require("node:fs");
    mkdirSync("node_modules/yaml", { recursive: true });
    writeFileSync("node_modules/yaml/package.json", "{}");
    writeFileSync("node_modules/.package-lock.json", ${JSON.stringify(JSON.stringify(installed))});
    console.log("added 1 package");`;

  it("says in one line that it installs, and ends well once all is there", () => {
    npmThat(installs);

    assert.deepEqual(install(), {
      status: 0,
      stderr: "Installing dependencies ...\n",
      npmRan: false,
    });
  });

  it("runs npm ci again where npm failed after it had installed all", () => {
    npmThat(`${installs} process.exit(1)`);
    const first = install();
    const second = install();

    assert.deepEqual([first.status, second.status], [1, 1]);
    assert.match(second.stderr, /^Installing dependencies /);
  });

  it("shows what npm says where it fails", () => {
    npmThat(`console.error("npm error code ENOTFOUND"); process.exit(1)`);

    assert.deepEqual(install(), {
      status: 1,
      stderr:
        "Installing dependencies ...\nnpm error code ENOTFOUND\n" +
        "npm ci failed; npm's own message is above.\n",
      npmRan: false,
    });
  });

  it("does not believe an npm that installs nothing", () => {
    const { status, stderr } = install();

    assert.equal(status, 1);
    assert.match(stderr, /npm ci succeeded, but node_modules does not hold/);
  });

  it("refuses a Node that is too old, whatever is installed", () => {
    writeInstalled();
    write("package.json", { engines: { node: ">=99.1" } });

    assert.deepEqual(install(), {
      status: 1,
      stderr: `Sekisho needs Node 99.1 or newer, and this is ${process.versions.node}: see nodejs.org.\n`,
      npmRan: false,
    });
  });

  function install() {
    const path = `${join(folder, "bin")}${delimiter}${process.env.PATH}`;
    const { status, stderr } = spawnSync(process.execPath, ["scripts/install.mjs"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PATH: path },
    });
    return { status, stderr, npmRan: existsSync(join(folder, "npm-ran")) };
  }

  function npmThat(does: string) {
    const npm = join(folder, "bin/npm");
    mkdirSync(join(folder, "bin"), { recursive: true });
    writeFileSync(npm, `#!${process.execPath}\n${does}`);
    chmodSync(npm, 0o755);
  }

  function writeInstalled() {
    write("node_modules/yaml/package.json", {});
    write("node_modules/.package-lock.json", installed);
  }

  function write(file: string, content: unknown) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(content));
  }
});
