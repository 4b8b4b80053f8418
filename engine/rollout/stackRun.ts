import * as fs from "node:fs";
import { EngineEvent, LocalWorkspace, PulumiCommand, Stack } from "@pulumi/pulumi/automation";
import { StackProgram, stackPrograms } from "../../stacks/stackPrograms";
import { withoutSdkDiagnostics } from "../sdkDiagnostics";
import { accountOfStack } from "../stackAccount";
import { runCommand } from "./command";
import { EngineEvents } from "./engineEvents";
import { lockedBy } from "./lockText";
import { Place, pendingOperations, pendingText } from "./pendingOperations";
import { PendingOperation, readState } from "./stackState";
import { clearSettled, settle } from "./settle";
import { ProcessSettings, StackJob, StackResult } from "./stackJob";
import { keepSettings, openWorkFolder } from "./workFolder";

/**
 * Runs one stack through the real engine, with its program inline, and says how it ended; it never throws. One at a time
 * in a process: the SDK lets every program that runs hear of every promise of the process that is rejected.
 */
export async function runStack(
  job: StackJob,
  settings: ProcessSettings,
  signal: AbortSignal,
): Promise<StackResult> {
  const started = Date.now();
  const events = new EngineEvents();
  const log = logTo(job.log);
  let printed = "";
  const keep = (text: string) => {
    printed += text;
    log(text);
  };
  let folder: string | undefined;
  let pending: readonly PendingOperation[] = [];
  const place = placeOf(job.stack, settings);
  const result = (failure?: string): StackResult => ({
    stack: job.stack,
    changes: events.changes,
    drift: events.drift,
    pending: pending.map((operation) => pendingText(operation, place)),
    ...(failure !== undefined && { failure }),
    ...(failure !== undefined && lockedIn(printed + failure)),
    started,
    ended: Date.now(),
  });
  try {
    folder = openWorkFolder(settings.project, settings.work, job.stack);
    const stack = await stackIn(folder, job, settings);
    pending = job.exists ? pendingOperations(await readState(stack)) : [];
    pending.forEach((operation) => keep(`killed before: ${pendingText(operation, place)}\n`));
    if (pending.length > 0 && job.operation === "up") {
      await settle(pending, place, stack, keep);
    }
    const options = {
      color: "never" as const,
      policyPacks: [settings.pack],
      ...(job.refresh && { refresh: true }),
      onOutput: keep,
      onError: keep,
      onEvent: (event: EngineEvent) => events.take(event),
      signal,
    };
    await withoutSdkDiagnostics<unknown>(() =>
      job.operation === "up" ? stack.up(options) : stack.preview(options),
    );
    if (pending.length > 0 && job.operation === "up") {
      await clearSettled(pending, place, stack, keep);
    }
    return result();
  } catch (error) {
    const { message } = error as Error;
    keep(`${message}\n`);
    return result(events.reason() ?? shortReason(message));
  } finally {
    if (folder !== undefined) {
      keepSettings(settings.project, folder, job.stack);
    }
  }
}

async function stackIn(folder: string, job: StackJob, settings: ProcessSettings): Promise<Stack> {
  const workspace = await LocalWorkspace.create({
    workDir: folder,
    program: programOf(job.stack, settings),
    pulumiCommand: await command(),
    envVars: { PULUMI_SKIP_UPDATE_CHECK: "true", ...job.environment },
  });
  if (!job.exists) {
    const provider = settings.secretsProvider;
    await runCommand(workspace, [
      ...["stack", "init", job.stack, "--no-select"],
      ...(provider === undefined ? [] : ["--secrets-provider", provider]),
    ]);
  }
  // Every command names its stack. A selected one would be one more process, and a file for each stack in PULUMI_HOME.
  workspace.selectStack = () => Promise.resolve();
  const stack = await Stack.select(job.stack, workspace);
  // What the SDK asks the backend for after an update, three processes more: nobody here reads it.
  stack.outputs = () => Promise.resolve({});
  stack.info = () => Promise.resolve(undefined);
  return stack;
}

function programOf(
  stack: string,
  { zone }: ProcessSettings,
): () => Promise<Record<string, unknown>> {
  const program: StackProgram | undefined = stackPrograms(zone).find(({ name }) => name === stack);
  if (program === undefined) {
    throw new Error(`The landing zone has no stack '${stack}'.`);
  }
  return () => Promise.resolve((program.run() ?? {}) as Record<string, unknown>);
}

function lockedIn(text: string): Pick<StackResult, "locked"> {
  const locked = lockedBy(text);
  return locked === undefined ? {} : { locked };
}

/** The account in which the stack makes its resources. */
function placeOf(stack: string, { zone }: ProcessSettings): Place {
  const program = stackPrograms(zone).find(({ name }) => name === stack)!;
  const { partition } = zone.organization;
  return { partition, account: accountOfStack(zone, program).id };
}

let found: Promise<PulumiCommand> | undefined;

function command(): Promise<PulumiCommand> {
  return (found ??= PulumiCommand.get());
}

/** A full disk must not end the update that it was to tell of. */
function logTo(file: string): (text: string) => void {
  return (text) => {
    try {
      fs.appendFileSync(file, text);
    } catch {
      // The result says how the stack ended.
    }
  };
}

/** The CLI's error in one line, which may go on over several; at most as much as a person reads. */
function shortReason(text: string): string {
  // After "err?:" the SDK repeats itself.
  const lines = text
    .split(" err?:")[0]!
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const error = lines.findIndex((line) => line.startsWith("error:"));
  const said = error < 0 ? lines.slice(-1) : lines.slice(error, error + 4);
  return said.join(" ").slice(0, 400) || "no reason was given";
}
