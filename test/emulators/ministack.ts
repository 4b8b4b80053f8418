import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { Context } from "mocha";

/** A running emulator of AWS that enforces IAM policies. */
export interface Emulator {
  /** `http://127.0.0.1:45671/`. */
  readonly url: string;
  stop(): Promise<void>;
}

let told = false;

/** For a `before` hook of a suite that needs an emulator: without one its tests count as skipped, said in one line. */
export function needsEmulators(this: Context): void {
  if (existsSync(program("ministack"))) {
    return;
  }
  if (!told) {
    told = true;
    console.log(
      "emulator tests skipped: `npm run emulators` installs what they need (needs Python 3.10 or newer).",
    );
  }
  this.skip();
}

/** Starts ministack on a free port with a state of its own; `environment` is added to its own few variables. */
export async function startMinistack(
  environment: Readonly<Record<string, string>> = {},
): Promise<Emulator> {
  const folder = mkdtempSync(join(tmpdir(), "sekisho-ministack-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const child = spawn(program("ministack"), [], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      AUTH: "true",
      // It would listen to the whole network otherwise.
      BIND_HOST: "127.0.0.1",
      GATEWAY_PORT: String(port),
      STATE_DIR: join(folder, "state"),
      S3_DATA_DIR: join(folder, "s3"),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Running on")) {
        resolve();
      }
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`ministack ended at once:\n${said}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Path of a command that `npm run emulators` installs, there or not. */
export function program(name: string): string {
  const requirements = readFileSync(join(__dirname, "requirements.txt"));
  const digest = createHash("sha256").update(requirements).digest("hex").slice(0, 16);
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(cache, "sekisho", `emulators-${digest}`, "bin", name);
}

/** A port on which nobody listens at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
