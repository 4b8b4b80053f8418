// Gets the linters and schemas that the files in docs/examples/ci are checked with, into the user's cache and keyed by
// what test/ci/linters pins. `npm run linters` calls it; a second call does nothing.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const pins = join(dirname(fileURLToPath(import.meta.url)), "../test/ci/linters");
const tools = [
  "github.com/rhysd/actionlint/cmd/actionlint",
  "github.com/santhosh-tekuri/jsonschema/cmd/jv",
];

main();

function main() {
  const folder = join(cache(), "sekisho", `linters-${digest()}`);
  if (existsSync(join(folder, "complete"))) {
    console.log(`The linters are in ${folder}.`);
    return;
  }
  // A Python environment names its interpreter by the full path, so it is made where it stays and marked when whole.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  run("python3", ["-m", "venv", folder], "Python 3.10 or newer with its venv module is needed");
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
  run(
    join(folder, "bin", "pip"),
    ["install", ...quiet, "--no-deps", "--requirement", join(pins, "requirements.txt")],
    "pip could not install what test/ci/linters/requirements.txt names",
  );
  run(
    "go",
    ["build", "-mod=readonly", "-trimpath", "-o", `${join(folder, "bin")}/`, ...tools],
    "Go (go.dev/dl) could not build what test/ci/linters/go.mod names",
  );
  mkdirSync(join(folder, "complete"));
  console.log(`The linters are in ${folder}.`);
}

function cache() {
  return process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
}

function digest() {
  const hash = createHash("sha256");
  for (const file of ["requirements.txt", "go.mod", "go.sum"]) {
    hash.update(readFileSync(join(pins, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

function run(command, args, complaint) {
  const options = { cwd: pins, stdio: ["ignore", "inherit", "inherit"] };
  const { status, error } = spawnSync(command, args, options);
  if (status !== 0) {
    console.error(`${complaint}${error ? `: ${error.message}` : "; its own message is above"}.`);
    process.exit(1);
  }
}
