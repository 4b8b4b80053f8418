import * as fs from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ownerSchema, stateOf, thisProcess } from "./owner";
import { RolloutRefused } from "./refused";
import { Shard, overlap, shardName } from "./shards";

const lockSchema = z.object({
  owner: ownerSchema,
  shard: z.object({ index: z.int(), of: z.int() }),
  since: z.string(),
});

type RunLock = z.infer<typeof lockSchema>;

/**
 * Makes this process the only one that rolls out from this folder, or this shard of it, and returns what gives that up again.
 * Against rollouts from elsewhere Pulumi's own locks hold, a stack at a time.
 *
 * @throws {RolloutRefused} one line that says who is at it
 */
export function claimRollout(base: string, shard: Shard): () => void {
  fs.mkdirSync(base, { recursive: true });
  const file = join(base, `lock-${shardName(shard)}.json`);
  dropIfOwnerIsGone(file);
  write(file, { owner: thisProcess(), shard, since: new Date().toISOString() });
  const release = () => fs.rmSync(file, { force: true });
  for (const other of locksIn(base)) {
    if (other !== file && isHeldAgainst(other, shard)) {
      release();
      throw held(other);
    }
  }
  return release;
}

function locksIn(base: string): string[] {
  const names = fs.existsSync(base) ? fs.readdirSync(base) : [];
  return names
    .filter((name) => /^lock-\d+-of-\d+\.json$/.test(name))
    .map((name) => join(base, name));
}

function isHeldAgainst(file: string, shard: Shard): boolean {
  const lock = read(file);
  return lock !== undefined && overlap(lock.shard, shard) && stateOf(lock.owner) !== "gone";
}

function dropIfOwnerIsGone(file: string): void {
  const lock = read(file);
  // A torn file is a crash in the moment of its making: nothing was begun under it.
  if (fs.existsSync(file) && (lock === undefined || stateOf(lock.owner) === "gone")) {
    fs.rmSync(file, { force: true });
  }
}

function write(file: string, lock: RunLock): void {
  try {
    fs.writeFileSync(file, JSON.stringify(lock), { flag: "wx" });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EEXIST" ? held(file) : error;
  }
}

function held(file: string): RolloutRefused {
  const lock = read(file);
  if (lock === undefined) {
    return new RolloutRefused(
      `Another rollout begins from this folder at this moment (${file}).`,
      1,
    );
  }
  const { owner, since } = lock;
  const who = `a rollout on ${owner.host} (pid ${owner.pid}) since ${since}`;
  const what =
    stateOf(owner) === "elsewhere"
      ? `whether it still runs cannot be known here: if it does not, remove ${file}`
      : "wait for it, or end it";
  return new RolloutRefused(`This folder is taken by ${who}; ${what}.`, 1);
}

function read(file: string): RunLock | undefined {
  try {
    return lockSchema.safeParse(JSON.parse(fs.readFileSync(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}
