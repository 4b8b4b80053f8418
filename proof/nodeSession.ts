import { ExplainOptions } from "./assumption";
import { Request } from "../iam/request";
import { Channel, KnownAccount, LandingZone, NodeSelector } from "../model/landingZone";
import { preferencesDocument, regionalArn } from "../model/names";
import { Opening, openingsInto } from "../model/openings";

/** A node of EC2 that nobody has, for a question about none in particular. */
const someNode = "i-00000000000000000";

/** What begins the `aws:userid` of a session of OSAccess: AWS gives the role an id when it is made. */
export const someRoleId = "AROAEXAMPLEOSACCESS";

/**
 * A session on a node in the home region, over the first channel that is open. Of somebody with a grant it is on a node that the
 * grant names, with a document of its channels. The node carries the tags that account and grant ask for, unless the context says
 * otherwise: whether it really does is not in the plan.
 */
export function nodeSession(
  zone: LandingZone,
  account: KnownAccount,
  principal: string,
  { node, at, context }: ExplainOptions,
  session?: RoleSession,
): Request {
  const opening = session && openingFor(zone, account, session.user, at);
  const selectors = [...(opening?.nodes ? [opening.nodes] : []), account.osAccess.nodes];
  const [first] = selectors.flatMap((nodes) => (nodes.kind === "ids" ? nodes.ids : []));
  const id = node ?? first ?? someNode;
  const resource = id.startsWith("mi-")
    ? regionalArn(zone, "ssm", zone.home, account.id, `managed-instance/${id}`)
    : regionalArn(zone, "ec2", zone.home, account.id, `instance/${id}`);
  const channel = channelOf(opening);
  const given = {
    ...(channel === "rdp" && { "aws:CalledVia": "ssm-guiconnect.amazonaws.com" }),
    ...sessionOf(session, at),
    ...context,
  };
  return {
    principal,
    action: "ssm:StartSession",
    resources: [
      { arn: resource, context: { ...tagsOf(selectors), ...context } },
      documentOf(zone, account, channel),
    ],
    context: { "aws:RequestedRegion": zone.home, "aws:ViaAWSService": "false", ...given },
    unknown: ["aws:SourceIp", "aws:userid", "aws:TokenIssueTime"].filter((key) => !(key in given)),
  };
}

/** Whose session of OSAccess it is, and when he took the role where that is known. */
export interface RoleSession {
  readonly user: string;
  readonly issued?: string;
}

/** Condition keys of a session of a role, and of the moment. */
export function sessionOf(session: RoleSession | undefined, at: string | undefined) {
  return {
    ...(session && { "aws:userid": `${someRoleId}:${session.user}` }),
    ...(at !== undefined && { "aws:CurrentTime": at }),
    ...(session?.issued !== undefined && { "aws:TokenIssueTime": session.issued }),
  };
}

/** The user's grant that is open then, or opens next, or was the last. */
function openingFor(
  zone: LandingZone,
  account: KnownAccount,
  user: string,
  at: string | undefined,
): Opening | undefined {
  const own = openingsInto(zone, account)
    .filter(({ grant }) => grant.user === user)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return own.find(({ startUntil }) => at === undefined || at < startUntil) ?? own.at(-1);
}

function channelOf(opening: Opening | undefined): Channel {
  const { channels = [] } = opening ?? {};
  return channels.includes("shell") ? "shell" : (channels[0] ?? "shell");
}

function documentOf(zone: LandingZone, account: KnownAccount, channel: Channel): string {
  switch (channel) {
    case "shell":
      return regionalArn(zone, "ssm", zone.home, account.id, `document/${preferencesDocument}`);
    case "ssh":
      return regionalArn(zone, "ssm", zone.home, "", "document/AWS-StartSSHSession");
    default:
      return regionalArn(zone, "ssm", zone.home, "", "document/AWS-StartPortForwardingSession");
  }
}

function tagsOf(selectors: readonly NodeSelector[]): Record<string, string> {
  return Object.fromEntries(
    selectors.flatMap((nodes) =>
      nodes.kind === "tag" ? [[`ssm:resourceTag/${nodes.key}`, nodes.value] as const] : [],
    ),
  );
}
