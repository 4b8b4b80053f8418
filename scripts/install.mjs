// Runs before `npm start` and `npm test`: a fresh clone needs no step of its own, and an installed one loses
// milliseconds. It has nothing to import but Node, because nothing else may be there yet.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

main();

function main() {
  const { engines } = json("package.json");
  const needed = engines.node.replace(">=", "");
  if (isOlder(process.versions.node, needed)) {
    fail(
      `Sekisho needs Node ${needed} or newer, and this is ${process.versions.node}: see nodejs.org.`,
    );
  }
  if (isInstalled()) {
    return;
  }
  // On stderr: `npm start -- --json` may be piped into a program.
  console.error("Installing dependencies ...");
  // Development dependencies in any case: without them the comparison below would never hold, and each
  // start under NODE_ENV=production would install again.
  const flags = ["--include=dev", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  const npm = spawnSync("npm", ["ci", ...flags], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    // npm runs this package's own scripts last: if one of them failed, node_modules would look whole.
    rmSync(join(root, "node_modules/.package-lock.json"), { force: true });
    process.stderr.write(`${npm.stdout ?? ""}${npm.stderr ?? ""}`);
    fail(`npm ci failed${npm.error ? `: ${npm.error.message}` : "; npm's own message is above"}.`);
  }
  if (!isInstalled()) {
    fail("npm ci succeeded, but node_modules does not hold what package-lock.json names.");
  }
}

/**
 * Compares what npm wrote down with what the lock file asks for. Times of change do not tell: a checkout
 * touches the lock file. npm writes node_modules/.package-lock.json last, so an installation that was
 * stopped halfway has none; the look at each folder finds one that was damaged later.
 */
function isInstalled() {
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) {
    return false;
  }
  const installed = json("node_modules/.package-lock.json").packages;
  return Object.entries(json("package-lock.json").packages)
    .filter(([path]) => path !== "")
    .every(([path, wanted]) => {
      const found = installed[path];
      if (found === undefined) {
        // A binary for another platform.
        return wanted.optional === true || wanted.devOptional === true;
      }
      return (
        found.version === wanted.version &&
        found.integrity === wanted.integrity &&
        existsSync(join(root, path, "package.json"))
      );
    });
}

function isOlder(version, needed) {
  const [have, want] = [version, needed].map((text) => text.split(".").map(Number));
  const at = want.findIndex((part, position) => part !== (have[position] ?? 0));
  return at !== -1 && (have[at] ?? 0) < want[at];
}

function json(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
