import { Channel, KnownAccount, LandingZone } from "../model/landingZone";
import { preferencesDocument } from "../model/names";
import { Opening, openingsInto } from "../model/openings";
import { Window, Windows } from "./window";

/**
 * The document with which a channel starts its sessions. Fleet Manager's RDP goes through the one for ports.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-remote-desktop-connections.html
 */
const documentOf: Readonly<Record<Channel, string>> = {
  shell: preferencesDocument,
  rdp: "AWS-StartPortForwardingSession",
  "port-forward": "AWS-StartPortForwardingSession",
  ssh: "AWS-StartSSHSession",
};

/**
 * The windows of an account, in the order of the grants: what was asked for and granted, ended ones among them, because a
 * program that asks for the time would plan something else tomorrow. Until `until`, also with a hard end: that ends the
 * starting of sessions, not the sessions.
 */
export function windowsOf(zone: LandingZone, account: KnownAccount): Windows {
  return {
    account: account.id,
    owners: `arn:${zone.organization.partition}:sts::${account.id}:assumed-role/${zone.osAccessRole}/`,
    windows: openingsInto(zone, account).flatMap((opening) => windowOf(opening, account)),
  };
}

/** None where it would open nothing: revoked before its beginning, or without a channel. */
function windowOf(opening: Opening, { osAccess }: KnownAccount): Window[] {
  const { grant, from, until, channels, nodes = osAccess.nodes } = opening;
  if (from >= until || channels.length === 0) {
    return [];
  }
  return [
    {
      user: grant.user,
      from,
      until,
      ...(nodes.kind === "ids" && { nodes: nodes.ids }),
      documents: [...new Set(channels.map((channel) => documentOf[channel]))],
    },
  ];
}
