import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { buildSync } from "esbuild";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Cost, median, root, startNode, textOf } from "./childProcess";
import { StackQuestions, answerAll, stackQuestions } from "./stackQuestions";

const runPolicyPack = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
const policyPack = join(root, "policypack");

/** What a pack cost; `seconds` and the rest until it has answered for a whole stack. */
export interface PackCost extends Cost {
  readonly title: string;
  /** Seconds until a pack is ready: what `pulumi preview --policy-pack` waits for before it asks the pack anything. */
  readonly ready: number;
}

interface Start {
  readonly title: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** Medians of so many starts, the packs by turns, so that whatever else the machine does hits all. */
export async function packStart(times: number): Promise<PackCost[]> {
  const folder = mkdtempSync(join(tmpdir(), "sekisho-packs-"));
  try {
    const questions = await stackQuestions(join(root, "organization.yaml"));
    const starts: Start[] = [
      asFolder("empty policy pack", emptyPack(join(folder, "empty"))),
      asFolder("policy pack with the SDK outside of it", plainPack(join(folder, "plain"))),
      asFolder("policy pack", policyPack),
      {
        title: "policy pack as a program",
        args: ["--stack-trace-limit=0", join(policyPack, "serve")],
        folder: policyPack,
      },
    ];
    const costs: PackCost[] = [];
    for (let time = 0; time < times; time++) {
      for (const start of starts) {
        costs.push(await packCost(start, questions));
      }
    }
    return starts.map(({ title }) => {
      const own = costs.filter((cost) => cost.title === title);
      return {
        ...median(own, ({ seconds }) => seconds),
        ready: median(
          own.map(({ ready }) => ready),
          Number,
        ),
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function asFolder(title: string, folder: string): Start {
  return { title, args: [runPolicyPack], folder };
}

/** A compiled pack without policies: Node and the two SDKs alone. */
export function emptyPack(folder: string): string {
  mkdirSync(join(folder, "dist"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const about = { name: "empty", version: "1.0.0", main: "dist/index.js" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(about));
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
  writeFileSync(
    join(folder, "dist", "index.js"),
    'const { PolicyPack } = require("@pulumi/policy");\nnew PolicyPack("empty", { policies: [] });\n',
  );
  return folder;
}

/** The pack compiled as any other would be, which loads the whole SDK. */
function plainPack(folder: string): string {
  mkdirSync(folder);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const file of ["package.json", "PulumiPolicy.yaml", "dist/config.json"]) {
    cpSync(join(policyPack, file), join(folder, file));
  }
  buildSync({
    entryPoints: [join(policyPack, "index.ts")],
    outdir: join(folder, "dist"),
    bundle: true,
    platform: "node",
    target: "node20",
    external: ["@pulumi/*"],
  });
  return folder;
}

async function packCost(start: Start, questions: StackQuestions): Promise<PackCost> {
  const started = performance.now();
  const since = () => (performance.now() - started) / 1000;
  // There is no engine: the pack would report to that address if anything went wrong.
  const args = [...start.args, "127.0.0.1:1", start.folder];
  const child = startNode(["-r", join(__dirname, "costs.cjs"), ...args], {
    cwd: start.folder,
    env: { PULUMI_NODEJS_PROJECT: "sekisho", PULUMI_NODEJS_STACK: "bench" },
  });
  const costs = textOf(child, 3);
  try {
    // The pack is ready when it prints the port that it listens on.
    for await (const line of createInterface({ input: child.stdout! })) {
      if (/^\d+$/.test(line)) {
        const ready = since();
        const client = new AnalyzerClient(`127.0.0.1:${line}`, grpc.credentials.createInsecure());
        await answerAll(client, questions).finally(() => client.close());
        const seconds = since();
        child.kill();
        return {
          title: start.title,
          ready,
          seconds,
          ...(JSON.parse(await costs) as Omit<Cost, "seconds">),
        };
      }
    }
    throw new Error(`The pack in ${start.folder} ended before it was ready: run npm run pack.`);
  } finally {
    child.kill();
  }
}
