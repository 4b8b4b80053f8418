import { opens, profileName, SwitchTarget } from "./switchTargets";

export interface HostOptions {
  /** The region that the nodes are in. */
  readonly region: string;
  /** The OS user; ssh's own choice where it is not said. */
  readonly login?: string;
  /** For the OpenSSH of Windows, which starts no command without the path of its shell. */
  readonly windows?: boolean;
}

/** How a shell is told the command, and how it takes the node out of a name with the account behind it. */
interface Shell {
  readonly run: (command: string) => string;
  readonly nodeInName: string;
}

const posix: Shell = { run: (command) => command, nodeInName: `"$(echo %h | cut -d. -f1)"` };

const powerShell: Shell = {
  run: (command) => `${powerShellPath} "${command}"`,
  nodeInName: "('%h' -split '[.]')[0]",
};

const powerShellPath = String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`;

/**
 * A part of ~/.ssh/config that leads ssh, scp and sftp through Session Manager to the nodes that the targets open for
 * SSH; empty if there are none. A node that a grant names by its id knows its account; any other is written
 * `i-0123456789abcdef0.web-production`.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-getting-started-enable-ssh-connections.html
 */
export function sshHosts(targets: readonly SwitchTarget[], options: HostOptions): string {
  const opened = targets.filter((target) => opens(target, "ssh"));
  if (opened.length === 0) {
    return "";
  }
  const named = opened.flatMap((target) =>
    namedNodes(target).map((id) => host([id], target, "%h", options)),
  );
  const byAccount = opened.map((target) => {
    // ssh hands over the name as it was typed; what follows the first dot is the account's.
    const { nodeInName } = shellOf(options);
    const { name } = target.account;
    return host([`i-*.${name}`, `mi-*.${name}`], target, nodeInName, options);
  });
  const rest = opened.length === 1 ? [host(["i-*", "mi-*"], opened[0]!, "%h", options)] : [];
  // ssh takes the first value that it finds, so what is exact comes first.
  return [...named, ...byAccount, ...rest].join("\n\n");
}

function shellOf({ windows = false }: HostOptions): Shell {
  return windows ? powerShell : posix;
}

function namedNodes({ account, openings = [] }: SwitchTarget): string[] {
  const ids = openings
    .filter(({ channels }) => channels.includes("ssh"))
    .flatMap(({ nodes = account.osAccess.nodes }) => (nodes.kind === "ids" ? nodes.ids : []));
  return [...new Set(ids)];
}

function host(
  patterns: readonly string[],
  target: SwitchTarget,
  node: string,
  options: HostOptions,
): string {
  const { region, login } = options;
  const session =
    `aws ssm start-session --profile ${profileName(target)} --region ${region} --target ${node} ` +
    "--document-name AWS-StartSSHSession --parameters portNumber=%p";
  return [
    `Host ${patterns.join(" ")}`,
    ...(login === undefined ? [] : [`  User ${login}`]),
    `  ProxyCommand ${shellOf(options).run(session)}`,
  ].join("\n");
}
