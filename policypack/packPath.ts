import { accessSync, constants } from "node:fs";
import { join } from "node:path";

/** The first CLI that starts a policy pack which is a file: https://github.com/pulumi/pulumi/pull/24052. */
const startsFiles = [3, 255];

/**
 * What to give to `--policy-pack`: the pack as a program of its own, which is ready in a fifth of the time, or its folder
 * where the CLI is older or the system does not take the script for a program.
 *
 * @param pack the folder `policypack`
 * @param cliVersion as `pulumi version` prints it: `v3.259.0`
 */
export function packPath(
  pack: string,
  cliVersion: string,
  platform: NodeJS.Platform = process.platform,
): string {
  const program = join(pack, "serve");
  const [, major, minor] = /^v?(\d+)\.(\d+)\./.exec(cliVersion) ?? [];
  const newEnough =
    Number(major) > startsFiles[0]! ||
    (Number(major) === startsFiles[0] && Number(minor) >= startsFiles[1]!);
  return newEnough && platform !== "win32" && isExecutable(program) ? program : pack;
}

/** An archive or an artifact of CI may have lost the permission on its way. */
function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
