import { RequestResource } from "../../../iam/request";
import { awsDocument, build, data, payments, staging, web, webDevelopment } from "../world/places";
import { Place, preferences } from "../world/places";

/** What a grant lets one person do inside OSAccess of one account, without RDP. */
export interface SessionRight {
  readonly user: string;
  readonly account: string;
  /** First and last second in which a session starts. */
  readonly inside: readonly [string, string];
  /** Seconds in which none does. */
  readonly outside: readonly string[];
  readonly nodes: (place: Place) => readonly RequestResource[];
  /** Nodes that are not of the grant, by what is wrong with them. */
  readonly otherNodes: (place: Place) => Readonly<Record<string, RequestResource>>;
  readonly documents: (place: Place) => readonly string[];
  /** Documents of other channels, of no channel and of other accounts. */
  readonly otherDocuments: (place: Place) => readonly string[];
}

const named = ({ account, region }: Place, id: string, tags: Record<string, string>) => ({
  arn: id.startsWith("mi-")
    ? `arn:aws:ssm:${region}:${account}:managed-instance/${id}`
    : `arn:aws:ec2:${region}:${account}:instance/${id}`,
  context: Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [`ssm:resourceTag/${key}`, value]),
  ),
});

const allowed = { "os-access": "allowed" };
const anyNode = (place: Place) =>
  ["i-0aaaaaaaaaaaaaaa1", "mi-0bbbbbbbbbbbbbbb2"].map((id) => named(place, id, allowed));
const foreign = ({ account, region }: Place) => ({
  "of another account": named({ account: "686868686868", region }, "i-0aaaaaaaaaaaaaaa1", allowed),
  "of ECS, which bears every tag": {
    ...named({ account, region }, "", { ...allowed, team: "web" }),
    arn: `arn:aws:ecs:${region}:${account}:task/web/0a`,
  },
});

const shell = (place: Place) => [preferences(place)];
const tunnels = (place: Place) =>
  ["AWS-StartPortForwardingSession", "AWS-StartSSHSession"].map((name) => awsDocument(place, name));
const neverOpen = (place: Place) => [
  ...["AWS-StartInteractiveCommand", "AWS-StartPortForwardingSessionToRemoteHost"].map((name) =>
    awsDocument(place, name),
  ),
  `arn:aws:ssm:${place.region}:${place.account}:document/Mine`,
  preferences({ ...place, account: "686868686868" }),
];
const beyondShell = (place: Place) => [...tunnels(place), ...neverOpen(place)];

const shellOnNodes = {
  nodes: anyNode,
  otherNodes: foreign,
  documents: shell,
  otherDocuments: beyondShell,
};

/** What grants.yaml of the example says of sessions, read by a person and written apart from the program. */
export const sessionRights: readonly SessionRight[] = [
  {
    user: "alice",
    account: web,
    inside: ["2026-12-01T00:00:00Z", "2026-12-01T03:59:59Z"],
    outside: ["2026-11-30T23:59:59Z", "2026-12-01T04:00:00Z", "2027-12-01T01:00:00Z"],
    ...shellOnNodes,
  },
  {
    user: "bob",
    account: payments,
    inside: ["2026-12-03T13:00:00Z", "2026-12-03T14:59:59Z"],
    outside: ["2026-12-03T12:59:59Z", "2026-12-03T15:00:00Z"],
    nodes: (place) => [named(place, "i-0fedcba9876543210", allowed)],
    otherNodes: (place) => ({
      ...foreign(place),
      "that the grant does not name": named(place, "i-0fedcba9876543211", allowed),
      "that is on premises": named(place, "mi-0fedcba9876543210", allowed),
    }),
    documents: shell,
    otherDocuments: beyondShell,
  },
  ...[webDevelopment, data, build].map((account): SessionRight => ({
    user: "alice",
    account,
    inside: ["2026-12-14T00:00:00Z", "2026-12-18T08:59:59Z"],
    outside: ["2026-12-13T23:59:59Z", "2026-12-18T09:00:00Z", "2026-12-01T01:00:00Z"],
    ...shellOnNodes,
    ...(account === build && {
      nodes: (place) =>
        ["i-0123456789abcdef0", "mi-0123456789abcdef0"].map((id) => named(place, id, {})),
    }),
  })),
  {
    user: "erin",
    account: data,
    inside: ["2026-12-15T04:00:00Z", "2026-12-15T07:59:59Z"],
    outside: ["2026-12-15T03:59:59Z", "2026-12-15T08:00:00Z", "2026-12-08T02:00:00Z"],
    nodes: (place) => [named(place, "i-0aaaaaaaaaaaaaaa1", allowed)],
    otherNodes: (place) => ({
      ...foreign(place),
      // alice's grant of the same hours opens it by the shell.
      "that the grant does not name": named(place, "i-0aaaaaaaaaaaaaaa2", allowed),
      "that is on premises": named(place, "mi-0bbbbbbbbbbbbbbb2", allowed),
    }),
    documents: tunnels,
    otherDocuments: (place) => [...shell(place), ...neverOpen(place)],
  },
  {
    user: "bob",
    account: staging,
    inside: ["2026-12-16T00:00:00Z", "2026-12-16T01:59:59Z"],
    // A hard end: maxSession, an hour, before 03:00 the last session starts.
    outside: ["2026-12-15T23:59:59Z", "2026-12-16T02:00:00Z", "2026-12-16T02:59:59Z"],
    ...shellOnNodes,
  },
  {
    user: "carol",
    account: webDevelopment,
    inside: ["2026-12-14T00:00:00Z", "2026-12-15T01:29:59Z"],
    outside: ["2026-12-13T23:59:59Z", "2026-12-15T01:30:00Z", "2026-12-16T08:59:59Z"],
    nodes: (place) =>
      anyNode(place).map(({ arn, context }) => ({
        arn,
        context: { ...context, "ssm:resourceTag/team": "web" },
      })),
    otherNodes: (place) => ({
      ...foreign(place),
      "without the tag of the grant": named(place, "i-0aaaaaaaaaaaaaaa1", allowed),
      "of another team": named(place, "mi-0bbbbbbbbbbbbbbb2", { ...allowed, team: "data" }),
    }),
    documents: shell,
    otherDocuments: beyondShell,
  },
];

/** People of grants.yaml, and names that hold one of theirs. */
export function othersThan(user: string): string[] {
  return [
    ...["alice", "bob", "carol", "erin", "dave"].filter((name) => name !== user),
    user.slice(0, -2),
    user.slice(1),
    `${user}.x`,
    `x${user}`,
    user.toUpperCase(),
  ];
}
