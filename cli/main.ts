import { Command, CommanderError } from "commander";
import { version } from "../package.json";
import { addAwsConfig } from "./awsConfig";
import { addCheck } from "./check";
import { addExplain } from "./explain";
import { addGrant } from "./grant";
import { addMatrix } from "./matrix";
import { addPlan } from "./plan";
import { addRollout } from "./rollout";
import { addSshConfig } from "./sshConfig";
import { Stop } from "./stop";
import { addSwitchRoleUrls } from "./switchRoleUrls";

/** Runs the command line; the outcome is in `process.exitCode`. */
export async function main(argv: readonly string[]): Promise<void> {
  process.once("SIGINT", () => process.exit(130));
  // The reader has seen enough (`| head`); the answer is in the exit code all the same.
  process.stdout.on("error", leaveOnClosedPipe);
  process.on("uncaughtException", fail);
  try {
    await program().parseAsync(argv);
  } catch (error) {
    fail(error);
  }
}

function program(): Command {
  const sekisho = new Command("sekisho")
    .description(
      "Plans and judges an AWS organization in which the only way into an OS is OSAccess.",
    )
    .version(version)
    .exitOverride();
  addCheck(sekisho);
  addPlan(sekisho);
  addMatrix(sekisho);
  addExplain(sekisho);
  addGrant(sekisho);
  addRollout(sekisho);
  addAwsConfig(sekisho);
  addSshConfig(sekisho);
  addSwitchRoleUrls(sekisho);
  hintAtHelp(sekisho, "sekisho");
  return sekisho.addHelpText("after", examples);
}

/** After wrong use each command names its own help. */
function hintAtHelp(command: Command, name: string): void {
  command.showHelpAfterError(`'${name} --help' shows what there is.`);
  for (const child of command.commands) {
    hintAtHelp(child, `${name} ${child.name()}`);
  }
}

const examples = `
Examples:
  $ sekisho check                             the organization in organization.yaml
  $ sekisho plan account-web-production       what one stack makes
  $ sekisho matrix --user alice               where one person gets, and when
  $ sekisho explain anyone audit ssm:SendCommand
                                              why nobody there sends a command
  $ sekisho plan --help

Exit code: 0 fine, 1 the answer is no, 2 wrong use or files that cannot be read or do not check.`;

function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") {
    throw error;
  }
  process.exit();
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    // commander has written its message; its own code for wrong use is 1, which here means no.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof Stop) {
    console.error(error.message);
    process.exitCode = error.exitCode;
  } else {
    console.error(unexpected(error));
    process.exit(1);
  }
}

/** Nobody meant this to happen: say so, and how to learn more. */
function unexpected(error: unknown): string {
  if (process.env.SEKISHO_DEBUG) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const [message] = (error instanceof Error ? error.message : String(error)).split("\n");
  return `${message}\nThis is a fault in Sekisho, not in your files: SEKISHO_DEBUG=1 shows where it arose.`;
}
