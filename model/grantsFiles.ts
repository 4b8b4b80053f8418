import { readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { Fault } from "./fault";

/** The folder of a grants file: `grants/` beside `grants.yaml`. Each `*.yaml` in it is a grants file of its own. */
export function grantsFolderOf(grantsFile: string): string {
  return grantsFile.slice(0, grantsFile.length - extname(grantsFile).length);
}

/** What stands in the folder of a grants file: names in the order of their text, and what would be overlooked there. */
export interface GrantsFolder {
  readonly files: readonly string[];
  readonly faults: readonly Fault[];
}

/**
 * Lists the folder of a grants file; no folder is an empty one. What looks like grants and would not be read is a fault. Other
 * names, as of a README, are left alone.
 */
export function listGrantsFolder(grantsFile: string): GrantsFolder {
  const folder = grantsFolderOf(grantsFile);
  if (folder === grantsFile) {
    return { files: [], faults: [] };
  }
  const entries = entriesOf(folder).filter(({ name }) => !name.startsWith("."));
  const at = (name: string, message: string): Fault => ({
    file: join(folder, name),
    line: 1,
    column: 1,
    path: "",
    message,
  });
  const faults = entries.flatMap((entry) => {
    if (entry.isDirectory()) {
      return [at(entry.name, "found a folder, allowed are files: move its files one level up.")];
    }
    return /\.(ya?ml|json)$/i.test(entry.name) && !entry.name.endsWith(".yaml")
      ? [at(entry.name, "found another ending, allowed is .yaml: rename the file.")]
      : [];
  });
  const files = entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith(".yaml"))
    .map(({ name }) => join(folder, name))
    // Not localeCompare: the order must not depend on the machine's language.
    .sort((a, b) => (a < b ? -1 : 1));
  return { files, faults };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") {
      return [];
    }
    throw error;
  }
}
