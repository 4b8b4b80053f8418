// Builds the Pulumi CLI from its Go modules: the engine tests need the real engine, and a Go module proxy
// is within reach of more machines than Pulumi's download site. `npm run engine` calls it; a second call does nothing.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = join(dirname(fileURLToPath(import.meta.url)), "../test/engine/pulumi-cli");
const cli = "github.com/pulumi/pulumi/pkg/v3";

main();

function main() {
  const version = moduleVersion();
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const folder = join(cache, "sekisho", `pulumi-${version}`);
  const binary = join(folder, "pulumi");
  if (existsSync(binary)) {
    console.log(`Pulumi ${version} is at ${binary}.`);
    return;
  }
  const go = spawnSync("go", ["version"], { encoding: "utf8" });
  if (go.status !== 0) {
    fail(`Pulumi ${version} is built with Go, and there is no go on PATH: install Go (go.dev/dl).`);
  }
  console.log(`Building Pulumi ${version} with ${go.stdout.trim()}; minutes the first time.`);
  mkdirSync(folder, { recursive: true });
  const workshop = mkdtempSync(join(folder, "build-"));
  try {
    build(version, join(workshop, "pulumi"));
    // A rename is atomic: two builds at once, or one that was stopped, leave no half binary behind.
    renameSync(join(workshop, "pulumi"), binary);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  console.log(`Pulumi ${version} is at ${binary}.`);
}

/** The version of the CLI that go.mod asks for, without the `v` that the CLI does not expect either. */
function moduleVersion() {
  const required = readFileSync(join(modules, "go.mod"), "utf8")
    .split("\n")
    .map((line) => line.trim().split(" "))
    .find(([path]) => path === cli);
  if (required === undefined) {
    fail(`${join(modules, "go.mod")} does not require ${cli}.`);
  }
  return required[1].replace(/^v/, "");
}

function build(version, output) {
  const stamp = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${version}`;
  const flags = ["-mod=readonly", "-trimpath", "-ldflags", `-s -w ${stamp}`, "-o", output];
  const result = spawnSync("go", ["build", ...flags, `${cli}/cmd/pulumi`], {
    cwd: modules,
    stdio: "inherit",
  });
  if (result.status !== 0) {
    fail(`Building Pulumi ${version} failed; Go's own message is above.`);
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
