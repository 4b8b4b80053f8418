import { ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export const root = join(__dirname, "..");

/** What a process cost from its start to its end. */
export interface Cost {
  readonly seconds: number;
  /** Of all threads together; on a busy machine this says more than the seconds on the clock. */
  readonly cpuSeconds: number;
  /** Highest resident memory of the process with all its threads. */
  readonly peakMegabytes: number;
}

/** Runs Node to the end in a process of its own and says what it cost; it fails where the process fails. */
export async function costOf(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = root,
): Promise<Cost> {
  const started = performance.now();
  const child = startNode(["-r", join(__dirname, "costs.cjs"), ...args], { env, cwd });
  const [costs, errors] = await Promise.all([textOf(child, 3), textOf(child, 2), ended(child)]);
  const seconds = (performance.now() - started) / 1000;
  if (child.exitCode !== 0) {
    throw new Error(`node ${args.join(" ")} ended with ${child.exitCode}: ${errors.trim()}`);
  }
  return { seconds, ...(JSON.parse(costs) as Omit<Cost, "seconds">) };
}

/** Starts Node with a fourth stream for measurements. */
export function startNode(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
}

/** Everything that a process writes to one of its streams. */
export async function textOf(child: ChildProcess, stream: 1 | 2 | 3): Promise<string> {
  let text = "";
  for await (const chunk of child.stdio[stream] as NodeJS.ReadableStream) {
    text += String(chunk);
  }
  return text;
}

function ended(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  return new Promise((resolve, reject) =>
    child.once("exit", () => resolve()).once("error", reject),
  );
}

/** The middle one of some measurements. */
export function median<T>(measurements: readonly T[], by: (measurement: T) => number): T {
  return [...measurements].sort((a, b) => by(a) - by(b))[Math.floor(measurements.length / 2)]!;
}
