import type { Command } from "commander";
import { plainName } from "./options";
import { print } from "./terminal";
import { userCommand, UserOptions, userTargets } from "./userCommands";

interface AwsConfigOptions extends UserOptions {
  readonly mfaDevice?: string;
}

const examples = `
Examples:
  $ export AWS_CONFIG_FILE=~/.aws/sekisho                 in ~/.profile: a file of its own, which is printed again
  $ sekisho aws-config alice > ~/.aws/sekisho             after each new grant; appended twice it could not be read
  $ aws configure --profile sekisho                       once: alice's own access key
  $ aws ssm start-session --profile OSAccess@web-production --target i-0123456789abcdef0
  $ aws s3 ls --profile ReadOnly@web-production

The AWS CLI asks for the MFA code, switches, and keeps the role's credentials until they end.

Exit code: 0 printed, 1 the user may switch to nothing, 2 wrong use or files that do not check.`;

/** `sekisho aws-config`: profiles of the AWS CLI for one user. */
export function addAwsConfig(program: Command): void {
  userCommand(program, "aws-config")
    .summary("print a user's profiles for the AWS CLI")
    .description(
      "Prints a profile for each role that the user may switch to, OSAccess where a grant is open or " +
        "still to come: with MFA, the user's name as session name, and the region.",
    )
    .option(
      "--mfa-device <name>",
      "the name of the MFA device (default: the user's name)",
      plainName,
    )
    .addHelpText("after", examples)
    .action(awsConfig);
}

async function awsConfig(name: string, options: AwsConfigOptions): Promise<void> {
  const { zone, user, targets, region } = await userTargets(name, options);
  const { awsProfiles } = await import("./awsProfiles");
  const mfaDevice = options.mfaDevice ?? user.name;
  await print(awsProfiles(zone, user, targets, { mfaDevice, region }));
}
