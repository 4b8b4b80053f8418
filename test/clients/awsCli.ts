import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Context } from "mocha";
import { Credentials } from "../emulators/awsCalls";
import { program } from "../emulators/ministack";
import { needsLinux } from "../components/onLinux";
import { libfaketime } from "./fakeClock";

/** For a `before` hook: without the AWS CLI, a terminal and a clock that can be set the tests count as skipped, said in one line. */
export function needsAwsCli(this: Context): void {
  needsLinux(this, "AWS CLI", ["script"]);
  const missing = [
    ...(existsSync(program("aws")) ? [] : ["what `npm run emulators` installs"]),
    ...(libfaketime === undefined ? ["libfaketime (Debian: libfaketime)"] : []),
  ];
  if (missing.length > 0) {
    console.log(`AWS CLI tests skipped: they need ${missing.join(" and ")}.`);
    this.skip();
  }
}

/** What somebody sees at a terminal. */
export interface AtTerminal {
  readonly status: number | null;
  readonly said: string;
}

/** The AWS CLI of one person: a home with the configuration and the own access key, and calls to an emulator. */
export class AwsCli {
  private readonly home = mkdtempSync(join(tmpdir(), "sekisho-aws-cli-"));
  private readonly config = join(this.home, "sekisho");

  constructor(
    private readonly url: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Takes the output of `sekisho aws-config`. */
  configure(text: string): void {
    writeFileSync(this.config, text);
  }

  /** `aws configure --profile <profile>`, answered with the key and nothing else. */
  addKey(profile: string, { accessKeyId, secretAccessKey }: Credentials): void {
    const { status, stderr } = spawnSync(program("aws"), ["configure", "--profile", profile], {
      env: this.variables(),
      input: `${accessKeyId}\n${secretAccessKey}\n\n\n`,
      encoding: "utf8",
    });
    if (status !== 0) {
      throw new Error(stderr);
    }
  }

  /** Runs `aws` without a terminal. */
  run(...args: string[]): AtTerminal {
    const { status, stdout, stderr } = spawnSync(program("aws"), args, {
      env: this.variables(),
      encoding: "utf8",
    });
    return { status, said: stdout + stderr };
  }

  /** Runs `aws` at a terminal and types the code when it asks for one. */
  runWithCode(code: string, ...args: string[]): Promise<AtTerminal> {
    const command = [program("aws"), ...args].map((word) => `'${word}'`).join(" ");
    return new Promise((resolve, reject) => {
      const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
        env: this.variables(),
        stdio: ["pipe", "pipe", "inherit"],
      });
      let said = "";
      let typed = false;
      child.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        // What is typed before the question is thrown away with the echo.
        if (!typed && said.includes("MFA code")) {
          typed = true;
          child.stdin.write(`${code}\n`);
        }
      });
      child.once("error", reject);
      child.once("close", (status) => resolve({ status, said }));
    });
  }

  remove(): void {
    rmSync(this.home, { recursive: true });
  }

  private variables(): Record<string, string> {
    return {
      PATH: process.env.PATH ?? "",
      // Nothing is kept from run to run: role credentials of an earlier one would answer.
      HOME: mkdtempSync(join(this.home, "run-")),
      AWS_CONFIG_FILE: this.config,
      AWS_SHARED_CREDENTIALS_FILE: join(this.home, "credentials"),
      AWS_ENDPOINT_URL: this.url,
      AWS_EC2_METADATA_DISABLED: "true",
      ...this.environment,
    };
  }
}
