import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ownerSchema } from "./owner";

const shardSchema = z.object({ index: z.int().positive(), of: z.int().positive() });

/** The options of a rollout that `resume` takes over. */
const optionsSchema = z.object({
  shard: shardSchema,
  canary: z.string().optional(),
  tolerance: z.int().nonnegative(),
  all: z.boolean(),
  refresh: z.boolean(),
  bootstrap: z.boolean(),
  bootstrapProfile: z.string().optional(),
  only: z.array(z.string()).optional(),
  secretsProvider: z.string().optional(),
  /** organization.yaml and grants.yaml, as they were named. */
  file: z.string(),
  grants: z.string().optional(),
});

export type RunOptions = z.infer<typeof optionsSchema>;

const entrySchema = z.discriminatedUnion("event", [
  z.object({
    event: z.literal("began"),
    at: z.string(),
    owner: ownerSchema,
    options: optionsSchema,
    /** The stacks that are to run, in order. */
    stacks: z.array(z.string()),
  }),
  z.object({ event: z.literal("started"), at: z.string(), stack: z.string() }),
  z.object({
    event: z.literal("ended"),
    at: z.string(),
    stack: z.string(),
    fingerprint: z.string(),
    /** What the fingerprint follows from. */
    inputs: z.string().optional(),
    /** `lastUpdate` before it began; none for a new stack. */
    before: z.string().optional(),
    /** Milliseconds since the epoch. */
    started: z.number(),
    ended: z.number(),
    failure: z.string().optional(),
  }),
  /** The records of all stacks that had ended until then are in the backend. */
  z.object({ event: z.literal("recorded"), at: z.string() }),
  z.object({ event: z.literal("finished"), at: z.string(), fine: z.boolean() }),
]);

export type JournalEntry = z.infer<typeof entrySchema>;
export type Began = Extract<JournalEntry, { event: "began" }>;
export type Ended = Extract<JournalEntry, { event: "ended" }>;

const fileName = "journal.jsonl";

/**
 * What a rollout did, a line of JSON each, on disk before the next thing happens: it outlives the process that writes it.
 * It is a help for `status` and `resume` on the same disk; what holds for everyone is in the backend.
 */
export class Journal {
  private readonly file: string;

  constructor(folder: string) {
    this.file = join(folder, fileName);
  }

  append(entry: JournalEntry): void {
    fs.mkdirSync(dirname(this.file), { recursive: true });
    const descriptor = fs.openSync(this.file, "a");
    try {
      fs.writeSync(descriptor, `${JSON.stringify(entry)}\n`);
      fs.fsyncSync(descriptor);
    } catch (error) {
      // Node names no file here.
      (error as Error).message += ` '${this.file}'`;
      throw error;
    } finally {
      fs.closeSync(descriptor);
    }
  }
}

/** A run as its journal tells it. */
export interface PastRun {
  readonly folder: string;
  readonly began: Began;
  /** Stacks that began and did not end. */
  readonly running: readonly string[];
  /** The last end of each stack that ended. */
  readonly ended: ReadonlyMap<string, Ended>;
  /** Succeeded, but their records did not reach the backend. */
  readonly unrecorded: readonly Ended[];
  readonly finished: boolean;
  /** It has finished, and everything that it was to run succeeded. */
  readonly complete: boolean;
}

/** Reads a journal. A line that was cut off by a crash tells nothing; undefined where nothing is told. */
export function readJournal(folder: string): PastRun | undefined {
  const file = join(folder, fileName);
  const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : [];
  const entries = lines.flatMap((line) => parsed(line) ?? []);
  const began = entries.find((entry) => entry.event === "began");
  if (began === undefined) {
    return undefined;
  }
  const running = new Set<string>();
  const ended = new Map<string, Ended>();
  let unrecorded: Ended[] = [];
  for (const entry of entries) {
    if (entry.event === "started") {
      running.add(entry.stack);
    } else if (entry.event === "ended") {
      running.delete(entry.stack);
      ended.set(entry.stack, entry);
      unrecorded.push(...(entry.failure === undefined ? [entry] : []));
    } else if (entry.event === "recorded") {
      unrecorded = [];
    }
  }
  const finished = entries.some(({ event }) => event === "finished");
  const succeeded = began.stacks.every(
    (stack) => ended.get(stack)?.failure === undefined && ended.has(stack),
  );
  const complete = finished && succeeded;
  return { folder, began, running: [...running], ended, unrecorded, finished, complete };
}

/** Runs whose folders are kept. */
const keptRuns = 20;

/** Removes the folders of all but the latest runs, with their journals and logs. */
export function dropOldRuns(base: string): void {
  pastRuns(base)
    .slice(keptRuns)
    .forEach(({ folder }) => fs.rmSync(folder, { recursive: true, force: true }));
}

/** Every run that left a journal in the folder, the latest first. */
export function pastRuns(base: string): PastRun[] {
  const names = fs.existsSync(base) ? fs.readdirSync(base) : [];
  return names
    .sort()
    .reverse()
    .flatMap((name) => readJournal(join(base, name)) ?? []);
}

function parsed(line: string): JournalEntry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
