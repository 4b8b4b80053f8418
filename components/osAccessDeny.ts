import { actionsOf, pathsOntoNodes } from "../guardrails/catalogue";
import { KnownAccount, LandingZone } from "../model/landingZone";
import {
  channelDocumentArns,
  instanceArns,
  nodeArns,
  remoteDesktopDocumentArns,
} from "./sessionTargets";
import { denyTranscripts } from "./transcripts";

/**
 * What OSAccess may never do, whatever is attached to it: AWS's ReadOnlyAccess holds `ec2:GetPasswordData`,
 * `ssm:GetAccessToken` and reads of every bucket, and AWS edits it without asking.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html
 */
export function osAccessDeny(zone: LandingZone, account: KnownAccount): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      deny("NoOtherAccessPath", otherPathActions(account), "*"),
      ...undeclaredSessions(zone, account),
      ...untaggedNodes(zone, account),
      ...undeclaredPasswords(zone, account),
      sessionsOfOthers(),
      deny(
        "NoQueryResults",
        ["logs:GetQueryResults", "logs:GetLogFields", "logs:ListAnomalies"],
        "*",
      ),
      // Whoever works on a node does not read what was typed on it, his own transcript included.
      ...denyTranscripts(zone, account),
      ...(account.osAccess.sourceIp.length > 0 ? [elsewhere(account.osAccess.sourceIp)] : []),
    ],
  });
}

/** Every action of the catalogue that ends on a node and is not one of OSAccess's own. */
function otherPathActions(account: KnownAccount): string[] {
  const rdp = account.osAccess.channels.includes("rdp");
  const own = [
    "ssm:StartSession",
    "ssm:ResumeSession",
    ...(rdp ? ["ssm-guiconnect:StartConnection", "ec2:GetPasswordData"] : []),
  ];
  return actionsOf(pathsOntoNodes).filter((action) => !own.includes(action));
}

/**
 * StartSession on anything but the declared nodes and documents: a document of a channel that is off, an
 * interactive-command or remote-host document, a document of another account, an ECS task, another region. The
 * document that RDP needs is also the one of port forwarding: it is denied unless Fleet Manager calls. A key that
 * is absent matches `ForAllValues`, so a call that nobody made on the user's behalf is denied.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function undeclaredSessions(zone: LandingZone, account: KnownAccount) {
  const { channels } = account.osAccess;
  const rdp = channels.includes("rdp");
  return [
    {
      Sid: "NoUndeclaredNodeOrDocument",
      Effect: "Deny",
      Action: "ssm:StartSession",
      NotResource: [
        ...new Set([
          ...nodeArns(zone, account),
          ...channelDocumentArns(zone, account),
          ...(rdp ? remoteDesktopDocumentArns(zone) : []),
        ]),
      ],
    },
    ...(rdp && !channels.includes("port-forward")
      ? [
          deny("NoPortForwarding", "ssm:StartSession", remoteDesktopDocumentArns(zone), {
            "ForAllValues:StringNotEquals": { "aws:CalledVia": "ssm-guiconnect.amazonaws.com" },
          }),
        ]
      : []),
  ];
}

/** Where a tag selects the nodes; a node without the tag is denied as well, since an absent key does not equal. */
function untaggedNodes(zone: LandingZone, account: KnownAccount) {
  const { nodes } = account.osAccess;
  return nodes.kind === "tag"
    ? [
        deny("NoUntaggedNode", "ssm:StartSession", nodeArns(zone, account), {
          StringNotEquals: { [`ssm:resourceTag/${nodes.key}`]: nodes.value },
        }),
      ]
    : [];
}

/** With RDP the password of declared nodes is readable; ReadOnlyAccess would give that of every other as well. */
function undeclaredPasswords(zone: LandingZone, account: KnownAccount) {
  const { channels, nodes } = account.osAccess;
  const action = { Effect: "Deny", Action: "ec2:GetPasswordData" };
  return channels.includes("rdp")
    ? [
        { Sid: "NoUndeclaredPassword", ...action, NotResource: instanceArns(zone, account) },
        ...(nodes.kind === "tag"
          ? [
              deny("NoUntaggedPassword", "ec2:GetPasswordData", "*", {
                StringNotEquals: { [`aws:ResourceTag/${nodes.key}`]: nodes.value },
              }),
            ]
          : []),
      ]
    : [];
}

/** Sessions carry their owner's `aws:userid` as a tag; see `ownSessions` of the allows. */
function sessionsOfOthers() {
  return deny("NoSessionsOfOthers", ["ssm:ResumeSession", "ssm:TerminateSession"], "*", {
    StringNotEquals: { "ssm:resourceTag/aws:ssmmessages:session-id": "${aws:userid}" },
  });
}

/** `aws:SourceIp` is the caller's only where no AWS service calls in between. */
function elsewhere(sourceIp: readonly string[]) {
  return deny("OnlyFromDeclaredNetworks", "*", "*", {
    NotIpAddress: { "aws:SourceIp": sourceIp },
    Bool: { "aws:ViaAWSService": "false" },
  });
}

function deny(
  Sid: string,
  Action: string | string[],
  Resource: string | string[],
  Condition?: object,
) {
  return { Sid, Effect: "Deny", Action, Resource, ...(Condition && { Condition }) };
}
