// Installs the AWS emulators that some tests ask for a second opinion, into the user's cache and keyed by what
// test/emulators/requirements.txt says. `npm run emulators` calls it; a second call does nothing.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const requirements = join(
  dirname(fileURLToPath(import.meta.url)),
  "../test/emulators/requirements.txt",
);

main();

function main() {
  const digest = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const folder = join(cache, "sekisho", `emulators-${digest}`);
  if (existsSync(join(folder, "complete"))) {
    console.log(`The emulators are in ${folder}.`);
    return;
  }
  // Its scripts name the interpreter by its full path, so the environment is made where it stays and marked when whole.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  run("python3", ["-m", "venv", folder], "Python 3.10 or newer with its venv module is needed");
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
  run(
    join(folder, "bin", "pip"),
    ["install", ...quiet, "--requirement", requirements],
    "pip could not install what test/emulators/requirements.txt names",
  );
  mkdirSync(join(folder, "complete"));
  console.log(`The emulators are in ${folder}.`);
}

function run(command, args, complaint) {
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) {
    console.error(`${complaint}${error ? `: ${error.message}` : "; its own message is above"}.`);
    process.exit(1);
  }
}
