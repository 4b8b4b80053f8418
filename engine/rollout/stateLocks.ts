import * as fs from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { project } from "../offline";
import { Lock } from "./lockText";

const lockSchema = z.object({
  pid: z.number(),
  username: z.string(),
  hostname: z.string(),
  timestamp: z.string(),
});

/** Who holds which stack, where the backend is a folder: `.pulumi/locks/organization/<project>/<stack>/<uuid>.json`. */
export function stateLocks(folder: string): Map<string, Lock[]> {
  const stacks = join(folder, "locks", "organization", project);
  return new Map(
    namesIn(stacks).flatMap((stack) => {
      const locks = namesIn(join(stacks, stack)).flatMap((name) => {
        const lock = lockIn(join(stacks, stack, name));
        return lock === undefined ? [] : [lock];
      });
      return locks.length === 0 ? [] : [[stack, locks]];
    }),
  );
}

function namesIn(folder: string): string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
}

function lockIn(file: string): Lock | undefined {
  if (!file.endsWith(".json")) {
    return undefined;
  }
  try {
    return lockSchema.safeParse(JSON.parse(fs.readFileSync(file, "utf8"))).data;
  } catch {
    // Its owner has just released it.
    return undefined;
  }
}
