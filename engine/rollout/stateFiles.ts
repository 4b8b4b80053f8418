import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { project } from "../offline";

/** A stack's state as a file. */
export interface StateFile {
  readonly sha256: string;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

/** The folder of a `file://` backend, as Pulumi finds it from the project's folder; undefined for other backends. */
export function backendFolder(url: string, projectFolder: string): string | undefined {
  if (!url.startsWith("file://")) {
    return undefined;
  }
  const path = url
    .slice("file://".length)
    .split("?")[0]!
    .replace(/^~(?=\/|$)/, homedir());
  return join(resolve(projectFolder, path), ".pulumi");
}

/**
 * The state files of the project's stacks, or of some. `pulumi stack import` and `pulumi state` keep the time that a state carries, which is what
 * `pulumi stack ls` shows as its last update; the file tells all the same.
 */
export function stateFiles(folder: string, wanted?: readonly string[]): Map<string, StateFile> {
  const stacks = join(folder, "stacks", project);
  const names = fs.existsSync(stacks) ? fs.readdirSync(stacks) : [];
  return new Map(
    names.flatMap((name) => {
      const stack = /^(.+)\.json(\.gz|\.zst)?$/.exec(name)?.[1];
      if (stack === undefined || wanted?.includes(stack) === false) {
        return [];
      }
      const file = join(stacks, name);
      const sha256 = createHash("sha256").update(fs.readFileSync(file)).digest("hex");
      return [[stack, { sha256, modified: fs.statSync(file).mtimeMs }]];
    }),
  );
}
