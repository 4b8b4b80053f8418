import { ChildProcess, spawn } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { parseDocument } from "yaml";
import type { RolloutReport, StackOutcome } from "../../../engine/rollout/report";
import { pulumiCli } from "../../engine/pulumiCli";
import { organizationOf } from "./organization";

const repository = resolve(__dirname, "../../..");

/** How a command ended. */
export interface CommandEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `rollout up --json` said, with how it ended. */
export interface RolloutEnd extends CommandEnd {
  readonly report: RolloutReport;
  /** By the stack's name. */
  readonly stacks: Readonly<Record<string, StackOutcome>>;
}

/** A command that runs. */
export interface RunningRollout {
  readonly child: ChildProcess;
  /** Resolves when stderr has held the text. */
  seen(text: string | RegExp): Promise<void>;
  /** Kills the command alone; its stack processes see that it is gone and end in order. */
  kill(): Promise<CommandEnd>;
  /** Kills the command, its stack processes, and every engine: as when the machine loses power. */
  killAll(): Promise<CommandEnd>;
  readonly end: Promise<CommandEnd>;
}

/** A folder with Pulumi.yaml and the two files, a home and a backend of its own, and the command to roll out from it. */
export interface RolloutProject {
  readonly folder: string;
  /** Folder of the file backend. */
  readonly state: string;
  /** Variables of the commands; a test may add to them, or name another backend. */
  readonly environment: NodeJS.ProcessEnv;
  start(...args: string[]): RunningRollout;
  /** `sekisho rollout <args>`, to its end. */
  run(...args: string[]): Promise<CommandEnd>;
  /** `sekisho rollout <args> --json`, to its end, with the report. */
  report(...args: string[]): Promise<RolloutEnd>;
  /** The CLI itself, in the folder. */
  pulumi(...args: string[]): Promise<CommandEnd>;
  /** Changes one value of organization.yaml. */
  edit(path: readonly (string | number)[], value: unknown): void;
  close(): void;
}

/** Opens a project of so many small accounts against the stand-in for AWS that listens on the port. */
export function openRollout(awsPort: number, accounts: number): RolloutProject {
  const root = fs.mkdtempSync(join(tmpdir(), "sekisho-rollout-"));
  const [folder, state] = [join(root, "project"), join(root, "state")];
  for (const name of ["project", "home", "state", "bin", "tmp"]) {
    fs.mkdirSync(join(root, name));
  }
  fs.copyFileSync(join(repository, "Pulumi.yaml"), join(folder, "Pulumi.yaml"));
  const organization = join(folder, "organization.yaml");
  fs.writeFileSync(organization, organizationOf(accounts));
  fs.writeFileSync(join(folder, "grants.yaml"), "grants: []\n");
  writePolicyLauncher(join(root, "bin"));
  const environment = environmentOf(root, awsPort);
  const running = new Set<ChildProcess>();
  const launch = (binary: string, args: string[]) => {
    const command = start(binary, args, folder, environment);
    running.add(command.child);
    return command;
  };
  const rollout = (args: string[]) =>
    launch(process.execPath, [join(repository, "bin/sekisho.cjs"), "rollout", ...args]);
  return {
    ...{ folder, state, environment },
    start: (...args) => rollout(args),
    run: (...args) => rollout(args).end,
    report: async (...args) => reported(await rollout([...args, "--json"]).end),
    pulumi: (...args) => launch(pulumiCli()!, [...args, "--non-interactive"]).end,
    edit(path, value) {
      const document = parseDocument(fs.readFileSync(organization, "utf8"));
      document.setIn(path, value);
      fs.writeFileSync(organization, document.toString());
    },
    close() {
      running.forEach(killGroup);
      fs.rmSync(root, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A command that was told `--json`, with its report. */
export function reported(end: CommandEnd): RolloutEnd {
  if (end.stdout.trim() === "") {
    throw new Error(`The rollout printed no report (exit code ${end.code}):\n${end.stderr}`);
  }
  const report = JSON.parse(end.stdout) as RolloutReport;
  return {
    ...end,
    report,
    stacks: Object.fromEntries(report.stacks.map((each) => [each.stack, each])),
  };
}

/** As in test/engine/engineProject.ts: without a language plugin on PATH this starts the policy pack. */
function writePolicyLauncher(bin: string): void {
  const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const node = `'${process.execPath}' --stack-trace-limit=0 '${runner}'`;
  const launcher = join(bin, "pulumi-analyzer-policy-nodejs");
  fs.writeFileSync(launcher, `#!/bin/sh\nexec ${node} "$@"\n`, { mode: 0o755 });
}

/** Built from nothing: no variable of the caller reaches command, engine or pack. */
function environmentOf(root: string, awsPort: number): NodeJS.ProcessEnv {
  const path = [
    join(root, "bin"),
    dirname(pulumiCli()!),
    dirname(process.execPath),
    "/usr/bin",
    "/bin",
  ];
  return {
    PATH: path.join(delimiter),
    HOME: join(root, "home"),
    TMPDIR: join(root, "tmp"),
    PULUMI_HOME: join(root, "home"),
    PULUMI_BACKEND_URL: `file://${join(root, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "rollout tests",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DEBUG_PROVIDERS: `aws:${awsPort}`,
  };
}

function start(
  binary: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): RunningRollout {
  // In a process group of its own, so that all that it starts can be ended with it.
  const child = spawn(binary, args, {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  const waiting = new Set<() => void>();
  child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => {
    stderr += text.toString();
    waiting.forEach((look) => look());
  });
  const end = new Promise<CommandEnd>((resolve, reject) => {
    child.on("error", reject);
    // Not `close`: a killed command leaves processes that hold its streams for a moment.
    child.on("exit", (code, signal) =>
      setImmediate(() => resolve({ code, signal, stdout, stderr })),
    );
  });
  const flushed = new Promise<void>((resolve) => child.on("close", () => resolve()));
  return {
    child,
    seen: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (typeof text === "string" ? stderr.includes(text) : text.test(stderr)) {
            waiting.delete(look);
            resolve();
          }
        };
        waiting.add(look);
        look();
        void end.then(({ code }) =>
          reject(new Error(`The command ended with ${code} before it said ${text}:\n${stderr}`)),
        );
      }),
    kill: () => {
      child.kill("SIGKILL");
      return end;
    },
    killAll: () => {
      killGroup(child);
      return end;
    },
    end: Promise.race([
      Promise.all([end, flushed]).then(([{ code, signal }]) => ({ code, signal, stdout, stderr })),
      end.then((ended) => (ended.signal === null ? new Promise<never>(() => undefined) : ended)),
    ]),
  };
}

function killGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-pid!, "SIGKILL");
  } catch {
    // The whole group has ended already, which is the rule.
  }
}
