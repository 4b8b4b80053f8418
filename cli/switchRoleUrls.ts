import type { Command } from "commander";
import { print } from "./terminal";
import { userCommand, UserOptions, userTargets } from "./userCommands";

const examples = `
Examples:
  $ sekisho switch-role-urls alice
  $ sekisho switch-role-urls alice --json | jq -r '.[] | select(.role == "OSAccess") | .url'

Sign in with MFA first, then open a link: the console shows the form filled in.

Exit code: 0 printed, 1 the user may switch to nothing, 2 wrong use or files that do not check.

--json prints a list: { account, role, url, windows? }, windows as [from, until] in UTC.`;

/** `sekisho switch-role-urls`: the console links of one user. */
export function addSwitchRoleUrls(program: Command): void {
  userCommand(program, "switch-role-urls")
    .summary("print a user's links to switch roles in the console")
    .description(
      "Prints a link for each role that the user may switch to, OSAccess where a grant is open or still to come.",
    )
    .option("--json", "print the links for programs")
    .addHelpText("after", examples)
    .action(switchRoleUrls);
}

async function switchRoleUrls(name: string, options: UserOptions): Promise<void> {
  const { zone, targets } = await userTargets(name, options);
  const { switchRoleUrl } = await import("./consoleLinks");
  const links = targets.map((target) => ({
    account: target.account.name,
    role: target.role,
    url: switchRoleUrl(zone, target),
    ...(target.openings && { windows: target.openings.map(({ from, until }) => [from, until]) }),
  }));
  if (options.json) {
    await print(JSON.stringify(links, null, 2));
    return;
  }
  const blocks = links.map(({ account, role, url, windows = [] }) => [
    `${role} in ${account}`,
    ...windows.map(([from, until]) => `  from ${from} until ${until}`),
    `  ${url}`,
  ]);
  await print(blocks.map((lines) => lines.join("\n")).join("\n"));
}
