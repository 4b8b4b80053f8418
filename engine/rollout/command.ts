import type { PulumiCommand, Workspace } from "@pulumi/pulumi/automation";

type Run = (
  args: string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
  onOutput?: (text: string) => void,
) => Promise<{ readonly stdout: string }>;

/** Runs a command of the CLI that the SDK has no method for. Its own way to start the CLI is not in its types. */
export async function runPulumi(
  command: PulumiCommand,
  args: string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
  onOutput?: (text: string) => void,
): Promise<string> {
  const { stdout } = await (command as unknown as { run: Run }).run(
    args,
    folder,
    environment,
    onOutput,
  );
  return stdout;
}

/** The same in a workspace. */
export function runCommand(
  workspace: Workspace,
  args: string[],
  onOutput?: (text: string) => void,
): Promise<string> {
  const { pulumiCommand, workDir, envVars } = workspace;
  return runPulumi(pulumiCommand, args, workDir, envVars, onOutput);
}
