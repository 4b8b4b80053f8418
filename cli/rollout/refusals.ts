import { Stop } from "../stop";

/** Runs something of the rollout; what it refuses, and what the machine refuses it, ends the command in one line. */
export async function refusalsStop<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const { name, message, code, exitCode } = error as Error & { code?: string; exitCode?: 1 | 2 };
    if (name === "RolloutRefused") {
      throw new Stop(message, exitCode ?? 2);
    }
    if (code === "ENOSPC" || code === "EACCES" || code === "EROFS" || code === "EDQUOT") {
      throw new Stop(
        `The rollout stopped, because it cannot write what it does: ${message}. Make room, then 'sekisho rollout resume'.`,
        1,
      );
    }
    throw error;
  }
}
