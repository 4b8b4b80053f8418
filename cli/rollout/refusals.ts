import { Stop } from "../stop";

/** A full disk, no permission, or something else where a file or a folder of ours should be. */
const unwritable = new Set([
  ...["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "EIO"],
  ...["ENOTDIR", "EISDIR", "EEXIST"],
]);

/** Runs something of the rollout; what it refuses, and what the machine refuses it, ends the command in one line. */
export async function refusalsStop<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const { name, message, code, exitCode } = error as Error & { code?: string; exitCode?: 1 | 2 };
    if (name === "RolloutRefused") {
      throw new Stop(message, exitCode ?? 2);
    }
    if (code !== undefined && unwritable.has(code)) {
      throw new Stop(
        `The rollout stopped, because it cannot write what it does: ${message}. Mend that, then 'sekisho rollout resume', or 'up' if it had not begun.`,
        1,
      );
    }
    throw error;
  }
}
