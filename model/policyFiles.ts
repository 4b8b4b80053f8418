import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";

/** A policy file's text, or what was found instead and what to do, as a fault says it. */
export type PolicyText =
  { readonly text: string } | { readonly found: string; readonly advice: string };

/** Reads a file by its name in guardrails.policies. */
export type ReadPolicyFile = (name: string) => PolicyText;

/** An RCP or SCP has a few thousand characters; what is longer than this is something else. */
const maximumBytes = 128 * 1024;

/** Reads the files below a folder, that of organization.yaml; a link that leads out of it is not followed. */
export function policyFilesBelow(folder: string): ReadPolicyFile {
  return (name) => {
    try {
      const path = realpathSync(join(folder, name));
      const below = relative(realpathSync(folder), path);
      if (below.startsWith("..") || isAbsolute(below)) {
        return {
          found: "a link that leads out of the folder",
          advice: "put the file itself there",
        };
      }
      const status = statSync(path);
      if (!status.isFile()) {
        return { found: "which is no regular file", advice: "name a file" };
      }
      if (status.size > maximumBytes) {
        const found = `which has ${status.size} bytes, more than any policy (${maximumBytes})`;
        return { found, advice: "name a policy" };
      }
      return { text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
    } catch (error) {
      return unreadable((error as NodeJS.ErrnoException).code);
    }
  };
}

/** For texts that have no folder: no file is there. */
export const noPolicyFiles: ReadPolicyFile = () => unreadable("ENOENT");

function unreadable(code: string | undefined): PolicyText {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return { found: "which does not exist", advice: "correct its name or write the file" };
    case "ERR_ENCODING_INVALID_ENCODED_DATA":
      return { found: "which is not UTF-8", advice: "save the file as UTF-8" };
    default:
      return { found: `which cannot be read (${code ?? "unknown"})`, advice: "check its rights" };
  }
}
