import { Channel, KnownAccount, LandingZone, NodeSelector } from "../model/landingZone";
import { Opening, openingsInto } from "../model/openings";
import { chunks } from "./chunks";
import { maximumNodesAStatement } from "./managedPolicyQuotas";
import {
  channelDocumentPatterns,
  documentCheck,
  guiConnect,
  nodePatterns,
  remoteDesktopDocumentPattern,
} from "./sessionTargets";

/** What opens a session, takes one up again and carries what is typed: each only inside a window. */
const sessionCalls = ["ssm:StartSession", "ssm:ResumeSession", "ssmmessages:OpenDataChannel"];

/**
 * The statements with which OSAccess lets one person in: under his own session name, in his window, to the nodes and over the
 * channels of his grant. Credentials that outlive the window start and resume nothing.
 *
 * Node, document and session stand in one statement, for room: an action looks only at the resources of its own types. Account
 * and regions are pinned by the role's Deny, which also holds the account's tag. The dates are literal, since a policy variable
 * cannot stand in a date condition.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function openingStatements(zone: LandingZone, account: KnownAccount, opening: Opening) {
  const { from, startUntil, channels } = opening;
  if (account.osAccess.windows === "assume-role" || startUntil <= from) {
    return [];
  }
  const overSessionManager = channels.filter((channel) => channel !== "rdp");
  return [
    ...(overSessionManager.length > 0 ? sessions(zone, account, opening, overSessionManager) : []),
    ...(channels.includes("rdp") ? remoteDesktop(zone, account, opening) : []),
  ];
}

/**
 * What a revocation closes from its moment on: credentials that were taken before it, until they end by themselves. Nobody can be
 * told by his grant in a session, so whoever holds another grant takes the role again. Each moment has a statement: one that is
 * still to come closes nothing yet, and must not take the place of one that does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 */
export function revocationStatements(zone: LandingZone, account: KnownAccount) {
  const moments = new Map<string, Set<string>>();
  for (const { grant } of openingsInto(zone, account)) {
    const { user, revoked } = grant;
    if (revoked !== undefined) {
      moments.set(user, (moments.get(user) ?? new Set()).add(revoked));
    }
  }
  return [...moments].flatMap(([user, all]) =>
    [...all].sort().map((revoked) => ({
      Sid: `Revoked${user}`,
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: {
        StringLike: { "aws:userid": `*:${user}` },
        DateGreaterThanEquals: { "aws:CurrentTime": revoked },
        DateLessThan: { "aws:TokenIssueTime": revoked },
      },
    })),
  );
}

/**
 * A session on another node that an earlier window opened may be resumed here: it would have run on anyway, and what ends it is
 * said in `overrunOf`.
 */
function sessions(
  zone: LandingZone,
  account: KnownAccount,
  opening: Opening,
  channels: readonly Channel[],
) {
  const documents = channelDocumentPatterns(zone, account, channels);
  // Until 2023 a session without a named document was a shell whether or not the shell's document was allowed; with this key
  // AWS asks for the document by name. Where the grant opens the shell, that says nothing new.
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-specify-session-document.html
  const byName = channels.includes("shell") ? {} : documentCheck;
  const others = [...documents, `arn:${zone.organization.partition}:ssm:*:*:session/*`];
  return start(zone, account, opening, sessionCalls, others, byName);
}

/** RDP runs through Fleet Manager, which calls StartSession in the user's name, and asks for the Windows password. */
function remoteDesktop(zone: LandingZone, account: KnownAccount, opening: Opening) {
  const { nodes = account.osAccess.nodes } = opening;
  const instances = nodePatterns(zone, account, opening.nodes).filter((arn) =>
    arn.includes(":instance/"),
  );
  const passwords = tagged(nodes, "aws:ResourceTag");
  const viaGuiConnect = { "ForAnyValue:StringEquals": guiConnect };
  const documents = [remoteDesktopDocumentPattern(zone)];
  return [
    ...start(zone, account, opening, ["ssm:StartSession"], documents, viaGuiConnect),
    allow(
      opening,
      ["ssm-guiconnect:StartConnection", "ssm:ResumeSession", "ssmmessages:OpenDataChannel"],
      ["*"],
    ),
    ...chunks(instances, maximumNodesAStatement).map((some) =>
      allow(opening, ["ec2:GetPasswordData"], some, passwords),
    ),
  ];
}

/** Where the grant names a tag the nodes stand alone: a document has no tags. */
function start(
  zone: LandingZone,
  account: KnownAccount,
  opening: Opening,
  calls: readonly string[],
  others: readonly string[],
  condition: object,
) {
  const nodes = nodePatterns(zone, account, opening.nodes);
  return opening.nodes?.kind === "tag"
    ? [
        allow(opening, ["ssm:StartSession"], nodes, {
          ...condition,
          ...tagged(opening.nodes, "ssm:resourceTag"),
        }),
        allow(opening, calls, others, condition),
      ]
    : chunks(nodes, maximumNodesAStatement).map((some) =>
        allow(opening, calls, [...some, ...others], condition),
      );
}

function tagged(nodes: NodeSelector, key: "ssm:resourceTag" | "aws:ResourceTag"): object {
  return nodes.kind === "tag" ? { StringEquals: { [`${key}/${nodes.key}`]: nodes.value } } : {};
}

/**
 * `aws:userid` of a role session is `role id:session name`, and the role's trust makes the session name the user's. Neither part
 * can hold a colon, so that the pattern matches that one name.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
function allow(
  { grant, from, startUntil }: Opening,
  Action: readonly string[],
  Resource: readonly string[],
  condition: object = {},
) {
  return {
    Sid: `Grant${grant.id}`,
    Effect: "Allow",
    Action,
    Resource,
    Condition: {
      StringLike: { "aws:userid": `*:${grant.user}` },
      DateGreaterThanEquals: { "aws:CurrentTime": from },
      DateLessThan: { "aws:CurrentTime": startUntil },
      ...condition,
    },
  };
}
