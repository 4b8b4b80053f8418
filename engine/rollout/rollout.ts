import * as fs from "node:fs";
import { join } from "node:path";
import { LandingZone } from "../../model/landingZone";
import { packPath } from "../../policypack/packPath";
import { othersOf, waitForOthers } from "./barrier";
import { FreshFailures } from "./failureMarks";
import { Journal, PastRun, RunOptions } from "./journal";
import { MachineOptions, RolloutListener } from "./machineOptions";
import { thisProcess } from "./owner";
import { Prepared } from "./prepare";
import { Places } from "./places";
import { PreparedStack, isToRun } from "./preparedStack";
import { installProvider } from "./providerPlugin";
import { Recorder } from "./recorder";
import { StackOutcome } from "./report";
import { endedEntry, outcomeOf } from "./stackOutcomes";
import { Standing } from "./standing";
import { packFor } from "./runPack";
import { shareOf } from "./shards";
import { StackResult } from "./stackJob";
import { StackProcesses } from "./stackProcesses";
import { StackRunner, jobOf } from "./stackRunner";
import { WaveName, wavesOfOne } from "./waves";

/** Deploys what a prepared rollout decided to run, wave by wave. */
export class Rollout {
  private readonly standing: Standing;
  private readonly byWave = new Map<WaveName, PreparedStack[]>();
  /** This shard's stacks. */
  private readonly mine: ReadonlySet<PreparedStack>;
  private readonly journal: Journal;
  private readonly recorder: Recorder;
  private readonly fresh: FreshFailures;
  private processes: StackProcesses | undefined;
  private running = 0;
  private ran = 0;
  private stopped = false;

  constructor(
    private readonly zone: LandingZone,
    private readonly places: Places,
    private readonly prepared: Prepared,
    private readonly options: RunOptions,
    private readonly machine: MachineOptions,
    private readonly listener: RolloutListener,
    private readonly past: readonly PastRun[],
  ) {
    const { stacks } = prepared;
    for (const stack of stacks) {
      this.byWave.set(stack.wave, [...(this.byWave.get(stack.wave) ?? []), stack]);
    }
    this.mine = new Set(shareOf(stacks, options.shard));
    this.standing = new Standing(zone, stacks);
    this.journal = new Journal(machine.folder);
    this.fresh = new FreshFailures(prepared.recordStack.failuresElsewhere(), Date.now());
    this.recorder = new Recorder(prepared, this.journal, (line) => listener.note(line));
  }

  /** Begins no more stacks. Those that run end, and `cancel` lets them begin no more resources. */
  stop(cancel: boolean): void {
    this.stopped = true;
    if (cancel) {
      this.processes?.cancel();
    }
  }

  /** This shard's stacks that are to run. */
  toRun(): PreparedStack[] {
    return [...this.mine].filter(isToRun);
  }

  /** Runs them, and writes down what a dead rollout could not. */
  async run(): Promise<void> {
    const stacks = this.toRun().map(({ program }) => program.name);
    const { unrecorded } = this.prepared;
    if (stacks.length === 0 && unrecorded.length === 0 && this.past[0]?.finished !== false) {
      return;
    }
    const owner = thisProcess();
    this.journal.append({ event: "began", at: now(), owner, options: this.options, stacks });
    unrecorded.forEach((ended) => {
      this.journal.append(ended);
      this.recorder.add(ended);
    });
    await this.recorder.clearFailures();
    try {
      if (stacks.length > 0) {
        await this.runWaves();
      }
    } finally {
      this.markUnfinished();
      await this.recorder.all();
    }
    if (!this.stopped) {
      this.journal.append({ event: "finished", at: now(), fine: this.standing.isFine() });
    }
  }

  /** How each stack of the landing zone stands. */
  ends(): StackOutcome[] {
    return this.prepared.stacks.map((stack) => this.standing.of(stack, this.mine.has(stack)));
  }

  private async runWaves(): Promise<void> {
    const { root, project, base } = this.places;
    const { folder, logs } = this.machine;
    const pack = packFor(this.zone, root, folder);
    fs.mkdirSync(logs, { recursive: true });
    await installProvider(this.prepared.cli);
    const { secretsProvider } = this.options;
    const settings = {
      ...{ zone: this.zone, project, work: join(base, "work") },
      pack: packPath(pack, this.prepared.cli.version),
      ...(secretsProvider !== undefined && { secretsProvider }),
    };
    this.processes = new StackProcesses(root, settings, join(logs, "processes.log"));
    const runner = new StackRunner(this.processes, this.prepared.cli, this.past, {
      retryDelay: this.machine.retryDelay,
      note: (line) => this.listener.note(line),
      stopped: () => this.stopped,
    });
    try {
      for (const [name, all] of this.byWave) {
        if (!(await this.wave(name, all, runner))) {
          break;
        }
      }
    } finally {
      this.processes.stop();
      fs.rmSync(pack, { recursive: true, force: true });
    }
  }

  /** @returns whether the next wave may begin */
  private async wave(
    name: WaveName,
    all: readonly PreparedStack[],
    runner: StackRunner,
  ): Promise<boolean> {
    const own = all.filter((stack) => this.mine.has(stack));
    const queue = own.filter(isToRun).filter((stack) => !this.standing.blocks(stack));
    const tolerated = wavesOfOne.has(name) ? 0 : this.options.tolerance;
    let failures = 0;
    if (queue.length > 0) {
      this.listener.wave(name, queue.length);
    }
    const lane = async () => {
      while (queue.length > 0 && failures <= tolerated && !this.stopped) {
        failures += (await this.runOne(queue.shift()!, runner)) ? 0 : 1;
        await this.recorder.now();
      }
    };
    const lanes = Array.from({ length: this.machine.jobs }, () =>
      lane().catch((error: Error) => {
        // What cannot be written down must not be begun; what runs in the other lanes ends in order.
        this.stopped = true;
        throw error;
      }),
    );
    const ends = await Promise.allSettled(lanes);
    await this.recorder.all();
    ends.forEach((end) => {
      if (end.status === "rejected") {
        throw end.reason;
      }
    });
    if (this.stopped || failures > tolerated) {
      return false;
    }
    if (!this.isMoreToCome(name)) {
      // Whether the others succeed is for them to say.
      return false;
    }
    const others = othersOf(all, this.mine, (stack) => this.standing.gate(stack) === undefined);
    return waitForOthers(others, this.prepared, {
      ...{ minutes: this.machine.wait, tolerated: tolerated - failures, fresh: this.fresh },
      stopped: () => this.stopped,
      record: () => this.recorder.all(),
      done: (stack) => this.standing.succeeded(stack),
      failed: (stack, { shard, why }) => {
        const reason = `on shard ${shard}: ${why}`;
        this.standing.set({ stack, wave: name, outcome: "failed", why: reason });
        this.listener.note(`${stack} failed ${reason}`);
      },
      late: (stack) => {
        const why = `its shard did not bring it to what is declared within ${this.machine.wait} minutes`;
        this.standing.set({ stack, wave: name, outcome: "not started", why });
      },
      note: (line) => this.listener.note(line),
    });
  }

  /** Tells the other shards, which would wait for them, of the stacks that this one was stopped before. */
  private markUnfinished(): void {
    if (!this.stopped || this.options.shard.of === 1) {
      return;
    }
    for (const { program, fingerprint } of this.toRun()) {
      if (!this.standing.has(program.name)) {
        const stack = { stack: program.name, fingerprint: fingerprint! };
        const time = { at: now(), started: Date.now(), ended: Date.now() };
        this.recorder.add({ event: "ended", ...stack, ...time, failure: "the shard was stopped" });
      }
    }
  }

  /** Whether stacks of this shard are to run in a later wave. */
  private isMoreToCome(wave: WaveName): boolean {
    const names = [...this.byWave.keys()];
    const later = new Set(names.slice(names.indexOf(wave) + 1));
    return this.toRun().some((stack) => later.has(stack.wave));
  }

  private async runOne(stack: PreparedStack, runner: StackRunner): Promise<boolean> {
    const { name } = stack.program;
    this.journal.append({ event: "started", at: now(), stack: name });
    this.running++;
    const result = await runner.run(jobOf(stack, "up", this.options, this.machine.logs));
    this.running--;
    this.ran++;
    this.write(stack, result);
    const outcome = outcomeOf(stack, result, this.machine.logs);
    this.standing.set(outcome);
    this.listener.ended(outcome, {
      ...{ done: this.ran, total: this.toRun().length, running: this.running },
    });
    return result.failure === undefined;
  }

  private write(stack: PreparedStack, result: StackResult): void {
    const { failure } = result;
    const { name } = stack.program;
    const entry = endedEntry(stack, this.prepared.inputs, result, now());
    this.journal.append(entry);
    if (failure === undefined || this.options.shard.of > 1) {
      this.recorder.add(entry);
    }
    if (failure === undefined) {
      this.standing.succeeded(name);
    }
  }
}

function now(): string {
  return new Date().toISOString();
}
