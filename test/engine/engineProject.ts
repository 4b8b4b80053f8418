import { ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { copyPolicies, exampleText } from "../example/landingZone";
import { Judgement, readEvents, Step } from "./engineEvents";
import { startLanguageHost } from "./languageHost";
import { pulumiCli } from "./pulumiCli";

/** What one `pulumi` command said and how it ended. */
export interface CommandResult {
  /** The command as typed, for failure messages. */
  readonly command: string;
  readonly code: number | null;
  /** What happened to each resource, in order. */
  readonly steps: readonly Step[];
  readonly judgements: readonly Judgement[];
  /** Everything that was printed, by the command and by the program, in the order of arrival. */
  readonly output: string;
  /** Milliseconds: the whole command, and the program inside it from its start to its end. */
  readonly time: number;
  readonly programTime?: number;
}

/** A Pulumi project of its own, with its own home and state: nothing of the user's is read or written. */
export interface EngineProject {
  readonly folder: string;
  /** Runs `pulumi` with these arguments in the project's folder, without colour and without questions. */
  pulumi(...args: string[]): Promise<CommandResult>;
  /** Replaces a file of the project. */
  write(file: string, text: string): void;
  /** The project's file as it is now. */
  read(file: string): string;
  /** Ends what still runs and removes the project. */
  close(): void;
}

const repository = resolve(__dirname, "../..");
const running = new Set<ChildProcess>();
process.once("exit", () => running.forEach(killGroup));

/**
 * Opens a project over the repository's own program and the example's two files: files are copied, so that a test can
 * edit them, and folders are links. `files` replaces or adds files, so that a test can bring a program of its own.
 */
export function openProject(awsPort: number, files: Record<string, string> = {}): EngineProject {
  const root = fs.mkdtempSync(join(tmpdir(), "sekisho-engine-"));
  const folder = join(root, "project");
  for (const name of ["project", "home", "state", "bin"]) {
    fs.mkdirSync(join(root, name));
  }
  layOut(folder);
  const write = (file: string, text: string) => fs.writeFileSync(join(folder, file), text);
  Object.entries(files).forEach(([file, text]) => write(file, text));
  writePolicyLauncher(join(root, "bin"));
  const environment = environmentOf(root, awsPort);
  return {
    folder,
    write,
    read: (file) => fs.readFileSync(join(folder, file), "utf8"),
    pulumi: (...args) => runPulumi(folder, environment, args),
    close: () => fs.rmSync(root, { recursive: true, force: true }),
  };
}

function layOut(folder: string) {
  const skipped = ["dist", "test", "bench", "docs", "policies"];
  // Settings of the user's own stacks, such as a KMS key for secrets, are nothing to these ones.
  const ofStacks = /^Pulumi\..+\.yaml$/;
  for (const name of fs.readdirSync(repository)) {
    const source = join(repository, name);
    const hidden = name.startsWith(".");
    if (hidden || skipped.includes(name) || ofStacks.test(name)) {
      continue;
    } else if (name === "policypack") {
      // A copy: the pack looks for organization.yaml beside its folder, and Node follows links.
      fs.cpSync(source, join(folder, name), { recursive: true });
    } else if (fs.statSync(source).isDirectory()) {
      fs.symlinkSync(source, join(folder, name));
    } else {
      fs.copyFileSync(source, join(folder, name));
    }
  }
  for (const file of ["organization.yaml", "grants.yaml"] as const) {
    fs.writeFileSync(join(folder, file), exampleText(file));
  }
  copyPolicies(folder);
}

/**
 * Without a language plugin on PATH the engine starts a policy pack through an executable of this name,
 * with the engine's address and the pack's folder as arguments.
 */
function writePolicyLauncher(bin: string) {
  const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const launcher = join(bin, "pulumi-analyzer-policy-nodejs");
  const node = `'${process.execPath}' --stack-trace-limit=0 '${runner}'`;
  fs.writeFileSync(launcher, `#!/bin/sh\nexec ${node} "$@"\n`, { mode: 0o755 });
}

/** Built from nothing: no variable of the caller, such as a credential, reaches engine, program or pack. */
function environmentOf(root: string, awsPort: number): NodeJS.ProcessEnv {
  const path = [join(root, "bin"), dirname(process.execPath), "/usr/bin", "/bin"];
  return {
    PATH: path.join(delimiter),
    HOME: join(root, "home"),
    TMPDIR: tmpdir(),
    PULUMI_HOME: join(root, "home"),
    PULUMI_BACKEND_URL: `file://${join(root, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "engine tests",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // Makes the flag --event-log available, which the tests read instead of text for people.
    PULUMI_DEBUG_COMMANDS: "true",
    PULUMI_DEBUG_PROVIDERS: `aws:${awsPort}`,
  };
}

async function runPulumi(
  cwd: string,
  environment: NodeJS.ProcessEnv,
  args: string[],
): Promise<CommandResult> {
  const host = await startLanguageHost(environment);
  const log = join(environment.HOME!, `${randomUUID()}.json`);
  const logged = args[0] === "stack" ? [] : ["--event-log", log];
  const started = performance.now();
  // In a process group of its own, so that ending it ends the policy packs that it started.
  const cli = spawn(pulumiCli()!, [...args, ...logged, "--non-interactive", "--color", "never"], {
    cwd,
    env: { ...environment, PULUMI_DEBUG_LANGUAGES: `nodejs:${host.port}` },
    detached: true,
  });
  running.add(cli);
  let printed = "";
  const keep = (text: Buffer) => (printed += text.toString());
  cli.stdout.on("data", keep);
  cli.stderr.on("data", keep);
  try {
    const code = await new Promise<number | null>((done, fail) => {
      cli.on("error", fail);
      cli.on("close", done);
    });
    return {
      command: `pulumi ${args.join(" ")}`,
      code,
      ...readEvents(log),
      output: printed + host.printed(),
      time: performance.now() - started,
      programTime: host.programTimes[0],
    };
  } finally {
    killGroup(cli);
    running.delete(cli);
    host.stop();
  }
}

function killGroup(leader: ChildProcess) {
  try {
    process.kill(-leader.pid!, "SIGKILL");
  } catch {
    // The whole group has ended already, which is the rule.
  }
}
