import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { Context } from "mocha";
import { Emulator, freePort, needsEmulators, program } from "./ministack";

/** For a `before` hook of a suite that needs S3: skipped where it is not installed, but not in CI, where it must be. */
export function needsMoto(this: Context): void {
  if (process.env.CI && !existsSync(program("moto_server"))) {
    throw new Error("CI needs the emulators: npm run emulators");
  }
  needsEmulators.call(this);
}

/** Starts moto, which holds S3 and KMS in memory, on a free port of this machine alone. It asks nobody who he is. */
export async function startMoto(): Promise<Emulator> {
  const port = await freePort();
  const child = spawn(program("moto_server"), ["-H", "127.0.0.1", "-p", String(port)], {
    env: { PATH: process.env.PATH, AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
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
    child.once("exit", () => reject(new Error(`moto ended at once:\n${said}`)));
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
