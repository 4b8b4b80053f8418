import * as fs from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";

/** A process, named so that another of the same number is not taken for it. */
export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** Clock ticks from the start of the machine to that of the process; empty where the system does not tell. */
  readonly started: string;
  /** The machine's boot and the set of process numbers in which `pid` counts; empty where the system does not tell. */
  readonly machine: string;
}

export const ownerSchema = z.object({
  host: z.string(),
  pid: z.int().positive(),
  started: z.string(),
  machine: z.string(),
});

/** This process. */
export function thisProcess(): Owner {
  return {
    host: hostname(),
    pid: process.pid,
    started: startOf(process.pid) ?? "",
    machine: machine(),
  };
}

/** `alive` and `gone` are certain; `elsewhere`: another machine, or another container of this one, which only a person can know of. */
export function stateOf(owner: Owner): "alive" | "gone" | "elsewhere" {
  if (owner.host !== hostname() || owner.machine !== machine()) {
    return "elsewhere";
  }
  const started = startOf(owner.pid);
  return started === undefined || (owner.started !== "" && started !== owner.started)
    ? "gone"
    : "alive";
}

/** Whether there is a process of that number here which began before that moment. */
export function ranBefore(pid: number, moment: Date): boolean {
  const started = startOf(pid);
  if (started === undefined) {
    return false;
  }
  const boot = Number(/^btime (\d+)$/m.exec(textOf("/proc/stat") ?? "")?.[1]);
  // In hundredths of a second (USER_HZ). Unknown is alive, and two seconds make up for rounding.
  const began = (boot + Number(started) / 100) * 1000;
  return Number.isNaN(began) || began <= moment.getTime() + 2000;
}

/** Field 22 of /proc/<pid>/stat, or just that there is such a process; undefined where there is none. */
function startOf(pid: number): string | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  if (stat !== undefined) {
    // The name, in brackets, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie has ended; it waits for its parent to hear of it.
    return fields[0] === "Z" ? undefined : fields[19];
  }
  try {
    process.kill(pid, 0);
    return fs.existsSync("/proc/self/stat") ? undefined : "";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" ? "" : undefined;
  }
}

function machine(): string {
  const boot = textOf("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
  return `${boot} ${linkOf("/proc/self/ns/pid")}`.trim();
}

function textOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function linkOf(file: string): string {
  try {
    return fs.readlinkSync(file);
  } catch {
    return "";
  }
}
