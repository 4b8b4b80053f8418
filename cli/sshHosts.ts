import { opens, profileName, SwitchTarget } from "./switchTargets";

export interface HostOptions {
  /** The region that the nodes are in. */
  readonly region: string;
  /** The OS user; ssh's own choice where it is not said. */
  readonly login?: string;
}

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
    const node = `"$(echo %h | cut -d. -f1)"`;
    const { name } = target.account;
    return host([`i-*.${name}`, `mi-*.${name}`], target, node, options);
  });
  const rest = opened.length === 1 ? [host(["i-*", "mi-*"], opened[0]!, "%h", options)] : [];
  // ssh takes the first value that it finds, so what is exact comes first.
  return [...named, ...byAccount, ...rest].join("\n\n");
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
  { region, login }: HostOptions,
): string {
  const session =
    `aws ssm start-session --profile ${profileName(target)} --region ${region} --target ${node} ` +
    "--document-name AWS-StartSSHSession --parameters portNumber=%p";
  return [
    `Host ${patterns.join(" ")}`,
    ...(login === undefined ? [] : [`  User ${login}`]),
    `  ProxyCommand ${session}`,
  ].join("\n");
}
