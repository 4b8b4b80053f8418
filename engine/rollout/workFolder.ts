import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { writeAtomically } from "./atomicFile";

/** Where Pulumi keeps the settings of stacks, relative to the folder of Pulumi.yaml. */
export function settingsFolder(project: string): string {
  const { stackConfigDir } = (parse(fs.readFileSync(join(project, "Pulumi.yaml"), "utf8")) ??
    {}) as {
    stackConfigDir?: string;
  };
  return stackConfigDir ?? "";
}

/** The file of one stack's settings in that folder. */
export function settingsFile(folder: string, stack: string): string {
  return join(folder, `Pulumi.${stack}.yaml`);
}

/**
 * A folder of its own for one stack, with copies of Pulumi.yaml and of the stack's settings: commands that share a folder
 * race for its files (https://github.com/pulumi/pulumi/issues/8186), and an inline program gets the project's
 * configuration, such as `pulumi:disable-default-providers`, from the Pulumi.yaml it finds there.
 */
export function openWorkFolder(project: string, work: string, stack: string): string {
  const folder = join(work, stack);
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(join(project, "Pulumi.yaml"), join(folder, "Pulumi.yaml"));
  const settings = settingsFile(settingsFolder(project), stack);
  fs.mkdirSync(dirname(join(folder, settings)), { recursive: true });
  if (fs.existsSync(join(project, settings))) {
    fs.copyFileSync(join(project, settings), join(folder, settings));
  } else {
    fs.rmSync(join(folder, settings), { force: true });
  }
  return folder;
}

/** Takes over what Pulumi wrote into the stack's settings: the key of its secrets, when a stack is made. */
export function keepSettings(project: string, folder: string, stack: string): void {
  const settings = settingsFile(settingsFolder(project), stack);
  const written = textOf(join(folder, settings));
  if (written !== undefined && written !== textOf(join(project, settings))) {
    writeAtomically(join(project, settings), written);
  }
}

function textOf(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
}
