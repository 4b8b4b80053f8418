import { parse, parseCIDR } from "ipaddr.js";
import type { PackConfiguration } from "./configuration";
import { ruleSources } from "./ingressRules";
import { Subject, resourcePolicy } from "./policy";

/** SSH and RDP: doors that leave neither a name nor a transcript. */
const remotePorts = [22, 3389];

/** SSH and RDP are doors of their own, so nobody outside gets to them. */
export const noRemoteIngress = resourcePolicy({
  name: "no-remote-ingress",
  description: "A security group must not let in SSH or RDP from outside.",
  severity: "high",
  remediationSteps:
    "Remove the rule and use Session Manager, or name the network in remoteIngress.",
  checks: [{ types: Object.keys(ruleSources), violations }],
});

function* violations(subject: Subject, { remoteIngress = [] }: PackConfiguration) {
  const { title, rules } = ruleSources[subject.type]!;
  for (const { protocol, from, to, sources } of rules(subject)) {
    const ports = remotePorts.filter((port) => carries(protocol, from, to, port));
    if (ports.length === 0) {
      continue;
    }
    for (const source of sources()) {
      const fault = faultOf(source, remoteIngress);
      if (fault !== undefined) {
        yield (
          `The ${title} '${subject.name}' must not let ${fault} in on port ${ports.join(" and ")}: ` +
          "SSH and RDP are ways in without a name and a transcript. Remove the rule and use Session Manager."
        );
      }
    }
  }
}

/** `-1` is every protocol, with every port; 6 is TCP, and RDP speaks UDP (17) as well. */
function carries(protocol: unknown, from: unknown, to: unknown, port: number): boolean {
  const name = String(protocol).toLowerCase();
  if (name === "-1" || name === "all") {
    return true;
  }
  const protocols = port === 3389 ? ["tcp", "6", "udp", "17"] : ["tcp", "6"];
  if (!protocols.includes(name)) {
    return false;
  }
  // A rule without ports, or with -1, is for all of them.
  const [first, last] = [Number(from ?? 0), Number(to ?? 65_535)];
  return (first <= port && port <= last) || first === -1;
}

/** Why a source may be somebody outside; nothing for another security group or a network of one's own. */
function faultOf(source: string, allowed: readonly string[]): string | undefined {
  if (source.startsWith("pl-")) {
    return allowed.includes(source)
      ? undefined
      : `the prefix list ${source}, whose networks nobody knows here,`;
  }
  return isInside(source, allowed) ? undefined : source;
}

/** Networks that no router of the internet carries: RFC 1918, RFC 6598, link-local and RFC 4193. */
const insideNetworks = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "127.0.0.0/8",
  "fc00::/7",
  "fe80::/10",
  "::1/128",
];

function isInside(source: string, allowed: readonly string[]): boolean {
  try {
    const [address, length] = source.includes("/") ? parseCIDR(source) : [parse(source), 128];
    return [...insideNetworks, ...allowed.filter((network) => !network.startsWith("pl-"))]
      .map((network) => parseCIDR(network))
      .some(
        ([network, bits]) =>
          network.kind() === address.kind() && length >= bits && address.match(network, bits),
      );
  } catch {
    // What is no CIDR may be anyone.
    return false;
  }
}
