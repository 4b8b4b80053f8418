import { ChildProcess, fork } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";
import { ProcessSettings, StackJob, StackResult } from "./stackJob";
import type { ToProcess } from "./stackProcess";

/**
 * The processes that run stacks, one stack at a time each, started when first needed. Processes, because the SDK keeps
 * what programs do apart only as long as nothing goes wrong, and because one that is killed takes only its stack with it.
 */
export class StackProcesses {
  private readonly idle: ChildProcess[] = [];
  private readonly all = new Set<ChildProcess>();
  private readonly output: number;

  /** `root` is the folder of Sekisho itself; `output` a file for what the processes print on their own. */
  constructor(
    private readonly root: string,
    private readonly settings: ProcessSettings,
    output: string,
  ) {
    this.output = fs.openSync(output, "a");
  }

  /** Runs one stack. A process that dies is a failure of its stack. */
  run(job: StackJob): Promise<StackResult> {
    const child = this.idle.pop() ?? this.start();
    const started = Date.now();
    return new Promise((resolve) => {
      const ended = (code: number | null, signal: string | null) =>
        resolve({
          ...{ stack: job.stack, changes: [], drift: [], pending: [], started, ended: Date.now() },
          failure: `the process that ran it ended with ${signal ?? `code ${code}`}: see 'rollout status'`,
        });
      child.once("exit", ended);
      child.once("message", (result: StackResult) => {
        child.off("exit", ended);
        this.idle.push(child);
        resolve(result);
      });
      tell(child, { job });
    });
  }

  /** Lets the engine finish the resources it is at, and begin no more. */
  cancel(): void {
    this.all.forEach((child) => tell(child, { cancel: true }));
  }

  /** Ends the processes; one that still runs a stack ends in order first. */
  stop(): void {
    this.all.forEach((child) => child.connected && child.disconnect());
    fs.closeSync(this.output);
  }

  private start(): ChildProcess {
    const child = fork(join(this.root, "engine/rollout/stackProcess.cjs"), {
      execArgv: ["--stack-trace-limit=0"],
      serialization: "advanced",
      stdio: ["ignore", this.output, this.output, "ipc"],
    });
    this.all.add(child);
    child.once("exit", () => {
      this.all.delete(child);
      this.idle.splice(0, Infinity, ...this.idle.filter((other) => other !== child));
    });
    // A message to a process that has just died: its exit says it.
    child.on("error", () => undefined);
    tell(child, { settings: this.settings });
    return child;
  }
}

function tell(child: ChildProcess, message: ToProcess): void {
  if (child.connected) {
    child.send(message, () => undefined);
  }
}
