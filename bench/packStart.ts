import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { median, root, startNode } from "./childProcess";

const runPolicyPack = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

/** Seconds until a pack is ready: what `pulumi preview --policy-pack` waits for before it asks the pack anything. */
export interface PackStart {
  readonly pack: number;
  /** A compiled pack without policies: Node and the two SDKs alone. */
  readonly emptyPack: number;
}

/** Medians of so many starts, the two packs by turns, so that whatever else the machine does hits both. */
export async function packStart(times: number): Promise<PackStart> {
  const folder = mkdtempSync(join(tmpdir(), "sekisho-empty-pack-"));
  try {
    writeEmptyPack(folder);
    const pack: number[] = [];
    const emptyPack: number[] = [];
    for (let time = 0; time < times; time++) {
      pack.push(await secondsUntilReady(join(root, "policypack")));
      emptyPack.push(await secondsUntilReady(folder));
    }
    return { pack: median(pack, Number), emptyPack: median(emptyPack, Number) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeEmptyPack(folder: string): void {
  mkdirSync(join(folder, "dist"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const about = { name: "empty", version: "1.0.0", main: "dist/index.js" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(about));
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
  writeFileSync(
    join(folder, "dist", "index.js"),
    'const { PolicyPack } = require("@pulumi/policy");\nnew PolicyPack("empty", { policies: [] });\n',
  );
}

/** The pack is ready when it prints the port that it listens on. */
async function secondsUntilReady(pack: string): Promise<number> {
  const started = performance.now();
  // There is no engine: the pack would report to that address if anything went wrong.
  const child = startNode([runPolicyPack, "127.0.0.1:1", pack], {
    cwd: pack,
    env: { PULUMI_NODEJS_PROJECT: "sekisho", PULUMI_NODEJS_STACK: "bench" },
  });
  try {
    for await (const line of createInterface({ input: child.stdout! })) {
      if (/^\d+$/.test(line)) {
        return (performance.now() - started) / 1000;
      }
    }
    throw new Error(`The pack in ${pack} ended before it was ready: run npm run pack.`);
  } finally {
    child.kill();
  }
}
