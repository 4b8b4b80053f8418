import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { Context } from "mocha";

/** Oldest CLI that the tests were run with is the one `npm run engine` builds; older ones than this lack what they use. */
const oldest = [3, 248];

let found: string | undefined;
let searched = false;
let told = false;

/** Path of a Pulumi CLI: the one on PATH if it is new enough, else the one that `npm run engine` built. */
export function pulumiCli(): string | undefined {
  if (!searched) {
    searched = true;
    found = [...onPath(), built()].find((binary) => existsSync(binary) && isNewEnough(binary));
  }
  return found;
}

/**
 * For a `before` hook of a suite that needs the real engine: without one the suite's tests count as
 * skipped, and one line in the whole run says how to get it.
 */
export function needsPulumi(this: Context): void {
  if (pulumiCli() !== undefined) {
    return;
  }
  if (!told) {
    told = true;
    console.log(
      "engine tests skipped: no pulumi on PATH and none built; `npm run engine` builds it (needs Go).",
    );
  }
  this.skip();
}

function onPath(): string[] {
  return (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "pulumi"));
}

function built(): string {
  const goMod = readFileSync(join(__dirname, "pulumi-cli/go.mod"), "utf8");
  const version = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(goMod)?.[1] ?? "none";
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(cache, "sekisho", `pulumi-${version}`, "pulumi");
}

function isNewEnough(binary: string): boolean {
  const { stdout, status } = spawnSync(binary, ["version"], {
    encoding: "utf8",
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  const version = /^v?(\d+)\.(\d+)\./.exec(stdout ?? "");
  if (status !== 0 || version === null) {
    return false;
  }
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > oldest[0]! || (major === oldest[0] && minor >= oldest[1]!);
}
