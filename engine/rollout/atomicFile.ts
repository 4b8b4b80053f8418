import * as fs from "node:fs";
import { dirname } from "node:path";

/** Writes a whole file or nothing: whoever reads it meanwhile, or after a crash, finds the old text or the new one. */
export function writeAtomically(file: string, text: string): void {
  fs.mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = fs.openSync(temporary, "w");
    try {
      fs.writeFileSync(descriptor, text);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}
