import { KnownAccount, LandingZone } from "../model/landingZone";
import { regionalArn, sessionKeyAlias } from "../model/names";
import {
  channelDocumentArns,
  instanceArns,
  nodeArns,
  remoteDesktopDocumentArns,
} from "./sessionTargets";

/** The service that opens RDP in the browser; it calls StartSession in the user's name. */
const guiConnect = { "aws:CalledVia": "ssm-guiconnect.amazonaws.com" };

/**
 * With this key AWS checks that the document is allowed by name; today it always does, in 2023 it did so only with the
 * key. https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-specify-session-document.html
 */
const documentCheck = { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } };

/**
 * What OSAccess may do beyond reading: find nodes, start sessions on the declared ones over the declared channels, and
 * resume or end its own. Node and document stand in statements of their own, since StartSession checks both and a tag
 * condition on the node would fail on the document.
 */
export function osAccessAllow(zone: LandingZone, account: KnownAccount): string {
  const { channels } = account.osAccess;
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      ...findNodes(),
      ...(channels.some((channel) => channel !== "rdp") ? startSessions(zone, account) : []),
      ...(channels.includes("rdp") ? startRemoteDesktop(zone, account) : []),
      ...ownSessions(zone, account),
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
      "RemoteDesktopConnections",
      [
        "ssm-guiconnect:CancelConnection",
        "ssm-guiconnect:GetConnection",
        "ssm-guiconnect:ListConnections",
        "ssm-guiconnect:StartConnection",
        "ssm:GetCommandInvocation",
        "ssm:GetInventorySchema",
      ],
      "*",
    ),
    allow(
      "WindowsPassword",
      "ec2:GetPasswordData",
      instanceArns(zone, account),
      taggedNodes(account, "aws:ResourceTag"),
    ),
  ].filter(({ Resource }) => Resource.length > 0);
}

/**
 * The tag that Systems Manager puts on a session holds `role id:session name`, which is `aws:userid`, whole: with a
 * trailing `*` bob would match bobby.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html (Example 4)
 */
function ownSessions(zone: LandingZone, account: KnownAccount) {
  const sessions = zone.regions.map((region) =>
    regionalArn(zone, "ssm", region, account.id, "session/*"),
  );
  return [
    allow("OwnSessionsOnly", ["ssm:ResumeSession", "ssm:TerminateSession"], sessions, {
      StringEquals: { "ssm:resourceTag/aws:ssmmessages:session-id": "${aws:userid}" },
    }),
    // The ARN that is checked for an assumed role is not documented; the token of StartSession is needed besides.
    allow("DataChannel", "ssmmessages:OpenDataChannel", [
      `arn:${zone.organization.partition}:ssm:*:*:session/*`,
    ]),
  ];
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
