import type { Command } from "commander";
import { plainName } from "./options";
import { Stop } from "./stop";
import { print } from "./terminal";
import { userCommand, UserOptions, userTargets } from "./userCommands";

interface SshConfigOptions extends UserOptions {
  readonly login?: string;
  readonly windows?: boolean;
}

const examples = `
Examples:
  $ sekisho ssh-config alice --login ec2-user > ~/.ssh/sekisho     and 'Include sekisho' at the top of ~/.ssh/config
  $ ssh i-0123456789abcdef0
  $ scp report.csv i-0123456789abcdef0:/tmp/
  $ sftp i-0123456789abcdef0.data-development                      the account in words

It uses the profiles of 'sekisho aws-config', the AWS CLI and its Session Manager plugin. What goes through
SSH leaves no transcript, so the account must open the channel ssh and a grant must name it.

Exit code: 0 printed, 1 nothing opens ssh to the user, 2 wrong use or files that do not check.`;

/** `sekisho ssh-config`: what lets ssh, scp and sftp of one user go through Session Manager. */
export function addSshConfig(program: Command): void {
  userCommand(program, "ssh-config")
    .summary("print a user's hosts for ssh, scp and sftp")
    .description(
      "Prints host blocks for OpenSSH that lead to nodes through Session Manager, for the accounts in which " +
        "the user's grants open the channel ssh.",
    )
    .option("--login <name>", "the OS user to log in as (default: ssh's own choice)", plainName)
    .option("--windows", "for the OpenSSH of Windows, through PowerShell")
    .addHelpText("after", examples)
    .action(sshConfig);
}

async function sshConfig(name: string, options: SshConfigOptions): Promise<void> {
  const { user, targets, region } = await userTargets(name, options);
  const { sshHosts } = await import("./sshHosts");
  const { login, windows = false } = options;
  const hosts = sshHosts(targets, { region, windows, ...(login !== undefined && { login }) });
  if (hosts === "") {
    throw new Stop(
      `Nothing opens ssh to ${user.name}: no grant that is open or to come names the channel ssh in an account that has it.`,
      1,
    );
  }
  await print(hosts);
}
