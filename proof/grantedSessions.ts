import { compiledPolicy } from "../guardrails/compiledPolicy";
import { CompiledPolicy } from "../iam/compile";
import { KnownAccount, LandingZone, NodeSelector } from "../model/landingZone";
import { preferencesDocument, regionalArn } from "../model/names";
import { Opening } from "../model/openings";

/*
 * What grants open, said a second time and apart from the policies that are deployed: as Deny statements, which take it out
 * of a question. What is allowed then is more than was granted.
 */

/** The id of the policy that takes the granted out. No policy of an account is called so. */
export const grantedPolicy = "what grants open";

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

interface Granted {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition: Condition;
}

/** Every call, but in the windows of these openings. */
export function exceptWindows(openings: readonly Opening[]): Granted[] {
  return openings.map((opening) => ({
    Action: ["*"],
    Resource: ["*"],
    Condition: windowOf(opening),
  }));
}

/** Every call, but those of which one of the names is the caller's. */
export function exceptPeople(users: readonly string[]): Granted[] {
  return users.length === 0
    ? []
    : [
        {
          Action: ["*"],
          Resource: ["*"],
          Condition: { StringLike: { "aws:userid": users.map((user) => `*:${user}`) } },
        },
      ];
}

/** Every call from a moment on, but with credentials from that moment on. */
export function exceptSinceRevocation(moment: string): Granted[] {
  const before = { DateLessThan: { "aws:CurrentTime": moment } };
  const younger = { DateGreaterThanEquals: { "aws:TokenIssueTime": moment } };
  return [before, younger].map((Condition) => ({ Action: ["*"], Resource: ["*"], Condition }));
}

/** Every call, but on the nodes, documents and own sessions that an opening is for, while it is. */
export function exceptOpenings(
  zone: LandingZone,
  account: KnownAccount,
  openings: readonly Opening[],
): Granted[] {
  return [notAtAll, ...openings.flatMap((opening) => exceptOpening(zone, account, opening))];
}

/**
 * What stands after the type of a node or a document holds no colon, though a pattern cannot say so:
 * `arn:aws:ssm:*:*:session/*` fits `arn:aws:ssm:us-east-1:444444444444:managed-instance/:session/`, which is no node.
 */
const notAtAll: Granted = {
  Action: ["ssm:StartSession", "ec2:GetPasswordData"],
  Resource: ["*/*:*"],
  Condition: {},
};

function exceptOpening(zone: LandingZone, account: KnownAccount, opening: Opening): Granted[] {
  const { channels } = opening;
  const during = windowOf(opening);
  const managed = channels.filter((channel) => channel !== "rdp");
  const nodes = (condition: Condition): Granted => ({
    Action: ["ssm:StartSession"],
    Resource: nodesOf(zone, account, opening),
    Condition: joined(during, tags(account, opening, "ssm:resourceTag"), condition),
  });
  const documents = (names: readonly string[], condition: Condition): Granted => ({
    Action: ["ssm:StartSession"],
    Resource: names,
    Condition: joined(during, condition),
  });
  // Without the shell a session must name its document: one that names none is a shell to old clients.
  const byName: Condition = channels.includes("shell")
    ? {}
    : { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } };
  const byFleetManager: Condition = {
    "ForAnyValue:StringEquals": { "aws:CalledVia": "ssm-guiconnect.amazonaws.com" },
  };
  return [
    ...(managed.length > 0
      ? [nodes(byName), documents(documentsOf(zone, account, managed), byName)]
      : []),
    ...(channels.includes("rdp")
      ? [
          nodes(byFleetManager),
          documents(documentsOf(zone, account, ["port-forward"]), byFleetManager),
          { Action: ["ssm-guiconnect:StartConnection"], Resource: ["*"], Condition: during },
          {
            Action: ["ec2:GetPasswordData"],
            Resource: nodesOf(zone, account, opening).filter((arn) => arn.includes(":ec2:")),
            Condition: joined(during, tags(account, opening, "aws:ResourceTag")),
          },
        ]
      : []),
    {
      Action: ["ssm:ResumeSession"],
      Resource: ["*"],
      Condition: joined(during, ownSession),
    },
    // AWS does not document which ARN it checks here; the token of the session's start is needed besides.
    { Action: ["ssmmessages:OpenDataChannel"], Resource: ["*"], Condition: during },
  ].filter(({ Resource }) => Resource.length > 0);
}

/** The statements as a policy that denies. */
export function denying(granted: readonly Granted[]): CompiledPolicy[] {
  if (granted.length === 0) {
    return [];
  }
  const Statement = granted.map((each) => ({ Effect: "Deny", ...each }));
  const text = JSON.stringify({ Version: "2012-10-17", Statement });
  return [compiledPolicy("identity", text, grantedPolicy)];
}

const ownSession: Condition = {
  StringEquals: { "ssm:resourceTag/aws:ssmmessages:session-id": "${aws:userid}" },
};

function windowOf({ from, startUntil }: Opening): Condition {
  return {
    DateGreaterThanEquals: { "aws:CurrentTime": from },
    DateLessThan: { "aws:CurrentTime": startUntil },
  };
}

/** In the declared regions, by id where ids are named. */
function nodesOf(zone: LandingZone, account: KnownAccount, opening: Opening): string[] {
  const { nodes = account.osAccess.nodes } = opening;
  const ids = nodes.kind === "ids" ? nodes.ids : ["*"];
  return zone.regions.flatMap((region) =>
    ids.flatMap((id) => [
      ...(id.startsWith("mi-")
        ? []
        : [regionalArn(zone, "ec2", region, account.id, `instance/${id}`)]),
      ...(id.startsWith("i-")
        ? []
        : [regionalArn(zone, "ssm", region, account.id, `managed-instance/${id}`)]),
    ]),
  );
}

/** A node bears the tag of the account and that of the grant. */
function tags(
  account: KnownAccount,
  { nodes }: Opening,
  key: "ssm:resourceTag" | "aws:ResourceTag",
): Condition {
  const selectors: NodeSelector[] = [account.osAccess.nodes, ...(nodes ? [nodes] : [])];
  const wanted = selectors.flatMap((selector) =>
    selector.kind === "tag" ? [[`${key}/${selector.key}`, selector.value]] : [],
  );
  return wanted.length === 0 ? {} : { StringEquals: Object.fromEntries(wanted) as never };
}

function documentsOf(
  zone: LandingZone,
  account: KnownAccount,
  channels: Opening["channels"],
): string[] {
  return zone.regions.flatMap((region) =>
    channels.map((channel) =>
      channel === "shell"
        ? regionalArn(zone, "ssm", region, account.id, `document/${preferencesDocument}`)
        : regionalArn(zone, "ssm", region, "", `document/${tunnelDocuments[channel]}`),
    ),
  );
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html */
const tunnelDocuments: Readonly<Record<string, string>> = {
  "port-forward": "AWS-StartPortForwardingSession",
  ssh: "AWS-StartSSHSession",
};

function joined(...conditions: readonly Condition[]): Condition {
  const merged: Record<string, Record<string, string | readonly string[]>> = {};
  for (const [operator, keys] of conditions.flatMap((condition) => Object.entries(condition))) {
    merged[operator] = { ...merged[operator], ...keys };
  }
  return merged;
}
