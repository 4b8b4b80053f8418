import { Channel, KnownAccount, LandingZone, NodeSelector } from "../model/landingZone";
import { preferencesDocument, regionalArn } from "../model/names";

/** The service that opens RDP in the browser; it calls StartSession in the user's name. */
export const guiConnect = { "aws:CalledVia": "ssm-guiconnect.amazonaws.com" };

/**
 * With this key AWS checks that the document is allowed by name; today it always does, in 2023 it did so only with the
 * key. https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-specify-session-document.html
 */
export const documentCheck = { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } };

/** ARNs of the nodes on which sessions may be started: EC2 instances and on-premises managed instances. */
export function nodeArns(zone: LandingZone, account: KnownAccount): string[] {
  const { nodes } = account.osAccess;
  const ids = nodes.kind === "ids" ? nodes.ids : ["*"];
  return zone.regions.flatMap((region) => [
    ...ids
      .filter((id) => !id.startsWith("mi-"))
      .map((id) => regionalArn(zone, "ec2", region, account.id, `instance/${id}`)),
    ...ids
      .filter((id) => !id.startsWith("i-"))
      .map((id) => regionalArn(zone, "ssm", region, account.id, `managed-instance/${id}`)),
  ]);
}

/** ARNs of the EC2 instances among the nodes. */
export function instanceArns(zone: LandingZone, account: KnownAccount): string[] {
  return nodeArns(zone, account).filter((arn) => arn.split(":")[2] === "ec2");
}

/** AWS's own document a channel starts its sessions with; the shell's is the account's preferences document. */
const channelDocuments: Partial<Record<Channel, string>> = {
  "port-forward": "AWS-StartPortForwardingSession",
  ssh: "AWS-StartSSHSession",
};

/** The document Fleet Manager tunnels RDP through, on the user's behalf. */
const remoteDesktopDocument = "AWS-StartPortForwardingSession";

/**
 * ARNs of the session documents of the declared channels, RDP's left out. AWS's documents have no account in their ARN;
 * with one the request is refused.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-remote-desktop-connections.html
 */
export function channelDocumentArns(zone: LandingZone, account: KnownAccount): string[] {
  const { channels } = account.osAccess;
  return zone.regions.flatMap((region) => [
    ...(channels.includes("shell")
      ? [regionalArn(zone, "ssm", region, account.id, `document/${preferencesDocument}`)]
      : []),
    ...channels.flatMap((channel) => {
      const document = channelDocuments[channel];
      return document ? [regionalArn(zone, "ssm", region, "", `document/${document}`)] : [];
    }),
  ]);
}

/** ARNs of the document that carries RDP, in each declared region. */
export function remoteDesktopDocumentArns(zone: LandingZone): string[] {
  return zone.regions.map((region) =>
    regionalArn(zone, "ssm", region, "", `document/${remoteDesktopDocument}`),
  );
}

/** The nodes of a selector in any region, as few and short ARNs as there can be: a grant has little room. */
export function nodePatterns(
  { organization: { partition } }: LandingZone,
  { id: account }: KnownAccount,
  nodes: NodeSelector | undefined,
): string[] {
  const ids = nodes?.kind === "ids" ? nodes.ids : ["*"];
  return [
    ...ids
      .filter((id) => !id.startsWith("mi-"))
      .map((id) => `arn:${partition}:ec2:*:${account}:instance/${id}`),
    ...ids
      .filter((id) => !id.startsWith("i-"))
      .map((id) => `arn:${partition}:ssm:*:${account}:managed-instance/${id}`),
  ];
}

/** The session documents of some channels in any region, RDP's left out. */
export function channelDocumentPatterns(
  { organization: { partition } }: LandingZone,
  { id: account }: KnownAccount,
  channels: readonly Channel[],
): string[] {
  return channels.flatMap((channel) => {
    if (channel === "shell") {
      return [`arn:${partition}:ssm:*:${account}:document/${preferencesDocument}`];
    }
    const document = channelDocuments[channel];
    return document ? [`arn:${partition}:ssm:*::document/${document}`] : [];
  });
}

/** The document that carries RDP, in any region. */
export function remoteDesktopDocumentPattern({ organization }: LandingZone): string {
  return `arn:${organization.partition}:ssm:*::document/${remoteDesktopDocument}`;
}
