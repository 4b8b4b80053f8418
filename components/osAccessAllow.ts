import { KnownAccount, LandingZone } from "../model/landingZone";
import { regionalArn, sessionKeyAlias } from "../model/names";
import {
  channelDocumentArns,
  documentCheck,
  guiConnect,
  instanceArns,
  nodeArns,
  remoteDesktopDocumentArns,
} from "./sessionTargets";

/**
 * What OSAccess may do beyond reading and whoever takes it: find nodes, end sessions of his own, use the session key. Where the
 * window holds on taking the role alone it also starts sessions, on the declared nodes over the declared channels; otherwise
 * `openingStatements` lets each person in.
 */
export function osAccessAllow(zone: LandingZone, account: KnownAccount): string {
  const { channels, windows } = account.osAccess;
  const rdp = channels.includes("rdp");
  const plain = windows === "assume-role";
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      ...findNodes(),
      ...(plain && channels.some((channel) => channel !== "rdp")
        ? startSessions(zone, account)
        : []),
      ...(plain && rdp ? startRemoteDesktop(zone, account) : []),
      ...(rdp ? [connections(plain)] : []),
      ownSessions(zone, account, plain),
      ...(plain ? [dataChannel(zone)] : []),
      ...useSessionKey(zone, account),
    ],
  });
}

/** The least with which the console shows nodes and one's own sessions. */
function findNodes() {
  return [
    allow(
      "FindNodesAndSessions",
      [
        "ec2:DescribeInstances",
        "ec2:DescribeTags",
        "ssm:DescribeInstanceInformation",
        "ssm:DescribeInstanceProperties",
        "ssm:DescribeSessions",
        "ssm:GetConnectionStatus",
      ],
      "*",
    ),
  ];
}

/** Node and document stand apart: StartSession checks both, and a tag condition on the node would fail on the document. */
function startSessions(zone: LandingZone, account: KnownAccount) {
  return [
    allow("StartSessionsOnNodes", "ssm:StartSession", nodeArns(zone, account), {
      ...documentCheck,
      ...taggedNodes(account, "ssm:resourceTag"),
    }),
    allow(
      "StartSessionsWithDocuments",
      "ssm:StartSession",
      channelDocumentArns(zone, account),
      documentCheck,
    ),
  ];
}

function startRemoteDesktop(zone: LandingZone, account: KnownAccount) {
  const viaGuiConnect = { "ForAnyValue:StringEquals": guiConnect };
  return [
    allow("RemoteDesktopOnNodes", "ssm:StartSession", nodeArns(zone, account), {
      ...viaGuiConnect,
      ...taggedNodes(account, "ssm:resourceTag"),
    }),
    allow(
      "RemoteDesktopDocument",
      "ssm:StartSession",
      remoteDesktopDocumentArns(zone),
      viaGuiConnect,
    ),
    allow(
      "WindowsPassword",
      "ec2:GetPasswordData",
      instanceArns(zone, account),
      taggedNodes(account, "aws:ResourceTag"),
    ),
  ].filter(({ Resource }) => Resource.length > 0);
}

/** What Fleet Manager's console calls; the connection itself is started in a window. */
function connections(plain: boolean) {
  return allow(
    "RemoteDesktopConnections",
    [
      "ssm-guiconnect:CancelConnection",
      "ssm-guiconnect:GetConnection",
      "ssm-guiconnect:ListConnections",
      ...(plain ? ["ssm-guiconnect:StartConnection"] : []),
      "ssm:GetCommandInvocation",
      "ssm:GetInventorySchema",
    ],
    "*",
  );
}

/**
 * The tag that Systems Manager puts on a session holds `role id:session name`, which is `aws:userid`, whole: with a
 * trailing `*` bob would match bobby.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html (Example 4)
 */
function ownSessions(zone: LandingZone, account: KnownAccount, plain: boolean) {
  const sessions = zone.regions.map((region) =>
    regionalArn(zone, "ssm", region, account.id, "session/*"),
  );
  return allow(
    "OwnSessionsOnly",
    [...(plain ? ["ssm:ResumeSession"] : []), "ssm:TerminateSession"],
    sessions,
    { StringEquals: { "ssm:resourceTag/aws:ssmmessages:session-id": "${aws:userid}" } },
  );
}

/** The ARN that is checked for an assumed role is not documented; the token of StartSession is needed besides. */
function dataChannel(zone: LandingZone) {
  return allow("DataChannel", "ssmmessages:OpenDataChannel", [
    `arn:${zone.organization.partition}:ssm:*:*:session/*`,
  ]);
}

/** The key's own policy lets nobody else: the second lock on a session, which no SCP holds. */
function useSessionKey(zone: LandingZone, account: KnownAccount) {
  return [
    allow(
      "SessionKey",
      "kms:GenerateDataKey",
      zone.regions.map((region) => regionalArn(zone, "kms", region, account.id, "key/*")),
      { "ForAnyValue:StringEquals": { "kms:ResourceAliases": sessionKeyAlias } },
    ),
  ];
}

function taggedNodes(account: KnownAccount, key: "ssm:resourceTag" | "aws:ResourceTag") {
  const { nodes } = account.osAccess;
  return nodes.kind === "tag" ? { StringEquals: { [`${key}/${nodes.key}`]: nodes.value } } : {};
}

function allow(
  Sid: string,
  Action: string | string[],
  Resource: string | string[],
  Condition: object = {},
) {
  return {
    Sid,
    Effect: "Allow",
    Action,
    Resource,
    ...(Object.keys(Condition).length > 0 && { Condition }),
  };
}
