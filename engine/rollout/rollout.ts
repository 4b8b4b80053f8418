import * as fs from "node:fs";
import { join } from "node:path";
import { LandingZone } from "../../model/landingZone";
import { planStacks, reportOf } from "../check";
import { closedGate } from "./gates";
import { confirmed } from "./confirm";
import { Ended, Journal, PastRun, RunOptions } from "./journal";
import { thisProcess } from "./owner";
import { Places, Prepared, PreparedStack } from "./prepare";
import { failedProbes } from "./probes";
import { StackOutcome } from "./report";
import { packFor } from "./runPack";
import { shareOf } from "./shards";
import { StackProcesses } from "./stackProcesses";
import { StackResult } from "./stackJob";
import { WaveName } from "./waves";
import { othersOf, waitForOthers } from "./barrier";
import { engineEnded, lockState } from "./releaseLocks";

/** What only this machine decides. */
export interface MachineOptions {
  /** How many stacks run at once. */
  readonly jobs: number;
  /** Folder of this run: journal and, unless told otherwise, logs. */
  readonly folder: string;
  readonly logs: string;
  /** Minutes that a shard waits for the others between waves. */
  readonly wait: number;
  /** Stacks whose lock may be removed, whoever holds it. */
  readonly release: readonly string[];
}

/** Told what happens, as it happens. */
export interface RolloutListener {
  /** A wave begins; so many of its stacks run. */
  wave(name: WaveName, stacks: number): void;
  started(stack: string): void;
  ended(outcome: StackOutcome, counts: { done: number; total: number; running: number }): void;
  note(line: string): void;
}

/** Waves of one or a canary: whatever is tolerated among many, a failure here stops the rollout. */
const strict: ReadonlySet<WaveName> = new Set([
  "management-bootstrap",
  "organization",
  "account-canary",
  "identity",
  "guardrails-canary",
]);

/** Deploys what a prepared rollout decided to run, wave by wave. */
export class Rollout {
  private readonly outcomes = new Map<string, StackOutcome>();
  private readonly done = new Set<string>();
  private readonly bootstrapped = new Set<string>();
  private readonly journal: Journal;
  private unrecorded: Ended[] = [];
  private running = 0;
  private total = 0;
  private stopped = false;
  private processes: StackProcesses | undefined;
  /** Names of the stacks that are this shard's. */
  private readonly share: ReadonlySet<string>;

  constructor(
    private readonly zone: LandingZone,
    private readonly places: Places,
    private readonly prepared: Prepared,
    private readonly options: RunOptions,
    private readonly machine: MachineOptions,
    private readonly listener: RolloutListener,
    private readonly past: readonly PastRun[],
  ) {
    this.journal = new Journal(machine.folder);
    this.share = new Set([...this.mine()].map(({ program }) => program.name));
  }

  /** Begins no more stacks. Those that run end, and `cancel` lets them begin no more resources. */
  stop(cancel: boolean): void {
    this.stopped = true;
    if (cancel) {
      this.processes?.cancel();
    }
  }

  /** What the proof, the pack and the preflight refuse of what is about to be deployed. */
  async probe(): Promise<string[]> {
    const running = this.prepared.stacks.filter(isToRun).map(({ program }) => program.name);
    if (running.length === 0) {
      return [];
    }
    // What does not run was judged when it last did, by the same pack and settings: they are in its fingerprint.
    const judged = await planStacks({ zone: this.zone, judged: true, stacks: running });
    const byName = new Map(judged.map((each) => [each.report.stack, each]));
    const all = this.prepared.stacks.map(
      ({ planned }) => byName.get(planned.report.stack) ?? planned,
    );
    return failedProbes(reportOf(this.zone, all));
  }

  /** @returns how each stack of the landing zone ended */
  async run(): Promise<StackOutcome[]> {
    const { stacks } = this.prepared;
    const mine = this.mine();
    this.total = [...mine].filter(isToRun).length;
    this.takeOverSuccesses();
    if (this.total > 0) {
      await this.runWaves(mine);
    }
    return stacks.map((stack) => this.outcomes.get(stack.program.name) ?? this.untouched(stack));
  }

  /** Every stack as it is, where nothing was started. */
  notStarted(): StackOutcome[] {
    return this.prepared.stacks.map((stack) => this.untouched(stack));
  }

  private async runWaves(mine: ReadonlySet<PreparedStack>): Promise<void> {
    const { root, project, base } = this.places;
    const pack = packFor(this.zone, root, this.machine.folder);
    fs.mkdirSync(this.machine.logs, { recursive: true });
    const { secretsProvider } = this.options;
    const processes = new StackProcesses(
      root,
      {
        ...{ zone: this.zone, project, work: join(base, "work"), pack },
        ...(secretsProvider !== undefined && { secretsProvider }),
      },
      join(this.machine.logs, "processes.log"),
    );
    this.processes = processes;
    const stacks = [...mine].filter(isToRun).map(({ program }) => program.name);
    const owner = thisProcess();
    this.journal.append({ event: "began", at: now(), owner, options: this.options, stacks });
    try {
      for (const [name, all] of this.byWave()) {
        if (!(await this.wave(name, all, mine, processes))) {
          break;
        }
      }
    } finally {
      processes.stop();
      fs.rmSync(pack, { recursive: true, force: true });
    }
    const fine = [...this.outcomes.values()].every(({ outcome }) => outcome !== "failed");
    this.journal.append({ event: "finished", at: now(), fine });
  }

  /** @returns whether the next wave may begin */
  private async wave(
    name: WaveName,
    all: readonly PreparedStack[],
    mine: ReadonlySet<PreparedStack>,
    processes: StackProcesses,
  ): Promise<boolean> {
    const own = all.filter((stack) => mine.has(stack));
    const queue = own.filter(isToRun).filter((stack) => !this.block(stack));
    const tolerated = strict.has(name) ? 0 : this.options.tolerance;
    let failures = 0;
    if (queue.length > 0) {
      this.listener.wave(name, queue.length);
    }
    const lane = async () => {
      for (;;) {
        const stack = failures > tolerated || this.stopped ? undefined : queue.shift();
        if (stack === undefined) {
          return;
        }
        failures += (await this.runOne(stack, processes)) ? 0 : 1;
      }
    };
    await Promise.all(Array.from({ length: this.machine.jobs }, lane));
    await this.record();
    if (this.stopped || failures > tolerated) {
      return false;
    }
    const others = othersOf(all, mine, (stack) => this.gate(stack) === undefined);
    return waitForOthers(others, this.prepared, this.machine.wait, {
      done: (stack) => this.done.add(stack),
      note: (line) => this.listener.note(line),
    });
  }

  private async runOne(stack: PreparedStack, processes: StackProcesses): Promise<boolean> {
    const { name, kind } = stack.program;
    const log = join(this.machine.logs, `${name}.log`);
    const profile = kind === "bootstrap" ? this.options.bootstrapProfile : undefined;
    const job = {
      ...{ stack: name, operation: "up" as const, log, refresh: this.options.refresh },
      exists: stack.listed !== undefined,
      ...(profile !== undefined && { environment: { AWS_PROFILE: profile } }),
    };
    this.journal.append({ event: "started", at: now(), stack: name });
    this.listener.started(name);
    this.running++;
    let result = await processes.run(job);
    for (let tries = 0; tries < 3 && (await this.freed(result)); tries++) {
      result = await processes.run(job);
    }
    this.running--;
    this.end(stack, result, log);
    return result.failure === undefined;
  }

  /** Sees to a lock that a dead rollout left on the stack; true where it is worth another try. */
  private async freed({ stack, locked }: StackResult): Promise<boolean> {
    const { locks = [] } = locked ?? {};
    const states = locks.map((lock) => lockState(stack, lock, this.past));
    if (locks.length === 0 || states.includes("unknown")) {
      return false;
    }
    if (states.includes("alive")) {
      const { pid } = locks[0]!;
      this.listener.note(
        `${stack}: waiting for the engine of the dead rollout (pid ${pid}) to end`,
      );
      return (await Promise.all(locks.map(engineEnded))).every(Boolean);
    }
    this.listener.note(`${stack}: released the lock of a process that is gone: ${locked!.holder}`);
    await this.prepared.cli.cancel(stack);
    return true;
  }

  private end(stack: PreparedStack, result: StackResult, log: string): void {
    const { name } = stack.program;
    const { failure, started, ended } = result;
    const before = stack.listed?.lastUpdate;
    const entry: Ended = {
      ...{
        event: "ended",
        at: now(),
        stack: name,
        fingerprint: stack.fingerprint!,
        started,
        ended,
      },
      ...(before !== undefined && { before }),
      ...(failure !== undefined && { failure }),
    };
    this.journal.append(entry);
    if (failure === undefined) {
      this.unrecorded.push(entry);
      this.done.add(name);
      this.bootstrapped.add(name);
    }
    const { why } = stack.decision;
    const outcome: StackOutcome = {
      ...{ stack: name, wave: stack.wave, seconds: (ended - started) / 1000, log },
      ...{ changes: result.changes, drift: result.drift, pending: result.pending },
      ...(failure === undefined
        ? { outcome: "succeeded" as const, why }
        : { outcome: "failed" as const, why: reasonOf(result), ranBecause: why }),
    };
    this.outcomes.set(name, outcome);
    this.listener.ended(outcome, {
      done: [...this.outcomes.values()].filter(({ seconds }) => seconds !== undefined).length,
      total: this.total,
      running: this.running,
    });
  }

  /** Writes what has succeeded since the last time into the backend. */
  private async record(): Promise<void> {
    if (this.unrecorded.length === 0) {
      return;
    }
    const listed = await this.prepared.cli.stacks();
    const records = new Map(
      this.unrecorded.flatMap((ended) => {
        const record = confirmed(ended, listed.get(ended.stack));
        return record === undefined ? [] : [[ended.stack, record] as const];
      }),
    );
    await this.prepared.recordStack.add(records);
    this.journal.append({ event: "recorded", at: now() });
    this.unrecorded = [];
  }

  /** Successes of a run that died before it could record them count as this one's. */
  private takeOverSuccesses(): void {
    for (const { program, decision, listed } of this.prepared.stacks) {
      if (!decision.run) {
        this.done.add(program.name);
      }
      if (program.kind === "bootstrap" && (listed?.resourceCount ?? 0) > 1) {
        this.bootstrapped.add(program.name);
      }
    }
  }

  private mine(): Set<PreparedStack> {
    const share = [...this.byWave().values()].flatMap((all) => shareOf(all, this.options.shard));
    return new Set(share);
  }

  private byWave(): Map<WaveName, PreparedStack[]> {
    const byWave = new Map<WaveName, PreparedStack[]>();
    for (const stack of this.prepared.stacks) {
      byWave.set(stack.wave, [...(byWave.get(stack.wave) ?? []), stack]);
    }
    return byWave;
  }

  private gate({ program }: PreparedStack): string | undefined {
    return closedGate(this.zone, program, { done: this.done, bootstrapped: this.bootstrapped });
  }

  private block(stack: PreparedStack): boolean {
    const why = this.gate(stack);
    if (why !== undefined) {
      const { program, wave } = stack;
      this.outcomes.set(program.name, { stack: program.name, wave, outcome: "blocked", why });
    }
    return why !== undefined;
  }

  /** A stack that did not run. */
  private untouched({ program, wave, decision, left }: PreparedStack): StackOutcome {
    const of = { stack: program.name, wave };
    if (!decision.run) {
      return { ...of, outcome: "unchanged", why: decision.why };
    }
    if (left !== undefined) {
      return { ...of, outcome: "left", why: left.why };
    }
    if (!this.share.has(program.name)) {
      const outcome = this.done.has(program.name) ? "unchanged" : "other shard";
      return { ...of, outcome, why: decision.why };
    }
    return { ...of, outcome: "not started", why: decision.why };
  }
}

/** Whether the rollout is to run the stack when its turn comes. */
export function isToRun({ decision, left }: PreparedStack): boolean {
  return decision.run && left === undefined;
}

function reasonOf({ failure, locked }: StackResult): string {
  return locked === undefined ? failure! : `locked by ${locked.holder}`;
}

function now(): string {
  return new Date().toISOString();
}
