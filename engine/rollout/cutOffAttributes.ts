import * as fs from "node:fs";
import { join } from "node:path";

/**
 * Removes attribute files that a killed process left empty or cut off, from the folder of a `file://` backend. Pulumi's driver writes
 * `<file>.attrs` before it puts the file itself in place, and not in one step: as long as half of one is there, every
 * command that lists the folder fails with "EOF". They hold a checksum and the type of the content, and nothing needs them.
 * https://pkg.go.dev/gocloud.dev/blob/fileblob
 *
 * @returns their paths
 */
export function removeCutOffAttributes(folder: string): string[] {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : [];
  const cutOff = (names as string[])
    .filter((name) => name.endsWith(".attrs"))
    .map((name) => join(folder, name))
    .filter((file) => !isWhole(file));
  cutOff.forEach((file) => fs.rmSync(file, { force: true }));
  return cutOff;
}

function isWhole(file: string): boolean {
  try {
    JSON.parse(fs.readFileSync(file, "utf8"));
    return true;
  } catch (error) {
    // One that went away meanwhile is none; one that cannot be read is not ours to remove.
    return !(error instanceof SyntaxError);
  }
}
