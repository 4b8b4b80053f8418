import { getsDataKey } from "../world/entering";
import { person, reader, withoutRcps, withoutScps } from "../world/people";
import {
  audit,
  bucket,
  data,
  factory,
  home,
  identity,
  logGroup,
  logStream,
  management,
  payments,
  Place,
  role,
  transcript,
  web,
  windows,
} from "../world/places";
import { Change, Step, Use } from "../world/scenario";
import { everything } from "../world/awsManagedPolicies";
import { session, user } from "../world/actor";

const place = (account: string, region = "ap-northeast-1"): Place => ({ account, region });
const calls = (as: Step["as"], call: string, ...on: string[]): Step => ({ as, call, on });
const self = (name: string) => `arn:aws:iam::${identity}:user/os-access/${name}`;
const device = `arn:aws:iam::${identity}:mfa/alice-phone`;

/** AWS took everything out of the policies that it writes itself: ours must do. */
const withoutReadOnlyAccess: Change = (world) =>
  world.with(
    new Map([
      ["arn:aws:iam::aws:policy/ReadOnlyAccess", undefined],
      ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore", undefined],
    ]),
  );

const switches = (name: string, account: string, to: string): Step => ({
  as: person(name),
  call: "sts:AssumeRole",
  on: [role({ account }, to)],
  context: { "sts:RoleSessionName": name },
});

/** What AWS's approvals give to whoever asks, and the token's role. */
const requester = [everything];

/** What people do besides, who do it right. */
export const byPeople: readonly Use[] = [
  {
    name: "a user of factory-production asks for just-in-time access, fetches the token and starts the session",
    steps: [
      switches("alice", factory, "ReadOnly"),
      ...["ReadOnly", "Administrator"].flatMap((name) =>
        ["ssm:StartAccessRequest", "ssm:GetAccessToken"].map((call) =>
          calls(session(factory, name, "bob", requester), call),
        ),
      ),
      ...["ssm:StartSession", "ssm:ResumeSession", "ssm-guiconnect:StartConnection"].map((call) =>
        calls(session(factory, "SSM-JustInTimeAccessTokenRole", "bob", requester), call),
      ),
      getsDataKey(
        session(factory, "SSM-JustInTimeAccessTokenRole", "bob", requester),
        place(factory),
      ),
    ],
  },
  {
    name: "people switch to what their groups may",
    steps: [
      switches("alice", web, "ReadOnly"),
      switches("alice", management, "ReadOnly"),
      switches("alice", audit, "ReadOnly"),
      switches("bob", web, "Administrator"),
      switches("carol", data, "Administrator"),
      switches("bob", payments, "ReadOnly"),
      switches("dave", web, "SessionAuditor"),
      switches("dave", windows, "SessionAuditor"),
      switches("dave", identity, "SessionAuditor"),
    ],
  },
  {
    name: "dave reads transcripts",
    given: [withoutReadOnlyAccess],
    steps: [
      ...["s3:ListBucket", "s3:ListBucketVersions", "s3:GetBucketLocation"].map((call) =>
        calls(reader(web), call, bucket(home)),
      ),
      ...["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectRetention"].map((call) =>
        calls(reader(web), call, transcript(home)),
      ),
      ...[
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "logs:GetQueryResults",
        "s3:ListAllMyBuckets",
      ].map((call) => calls(reader(web), call)),
      ...[home, place(web, "us-east-1")].flatMap((where) =>
        ["logs:GetLogEvents", "logs:FilterLogEvents", "logs:StartQuery"].flatMap((call) => [
          calls(reader(web), call, logGroup(where)),
          calls(reader(web), call, logStream(where)),
        ]),
      ),
    ],
  },
  ...[
    { where: "", given: [] },
    { where: ", where neither SCP nor RCP is attached", given: [withoutScps, withoutRcps] },
  ].map(({ where, given }) => ({
    name: `a new user enrols an MFA device in the console${where}`,
    given,
    steps: [
      calls(person("alice", "console without MFA"), "iam:GetUser", self("alice")),
      calls(person("alice", "console without MFA"), "iam:ListMFADevices", self("alice")),
      calls(person("alice", "console without MFA"), "iam:ListVirtualMFADevices"),
      calls(person("alice", "console without MFA"), "iam:GetAccountPasswordPolicy"),
      calls(person("alice", "console without MFA"), "iam:CreateVirtualMFADevice", device),
      calls(person("alice", "console without MFA"), "iam:EnableMFADevice", self("alice")),
      calls(person("alice", "console without MFA"), "iam:ResyncMFADevice", self("alice")),
      calls(person("alice", "console without MFA"), "iam:GetMFADevice", self("alice")),
    ],
  })),
  ...[
    {
      whose: "a user of the identity account who is no person",
      account: identity,
      name: "breaker",
    },
    { whose: "a user of another account of its OU", account: audit, name: "scanner" },
  ].map(({ whose, account, name }) => ({
    name: `${whose} looks after his own credentials`,
    steps: ["iam:CreateAccessKey", "iam:ChangePassword", "iam:EnableMFADevice"].map((call) =>
      calls(user(account, name, "MFA", [everything]), call, `arn:aws:iam::${account}:user/${name}`),
    ),
  })),
  {
    name: "a user looks after her own credentials, with MFA",
    steps: [
      "iam:ChangePassword",
      "iam:CreateAccessKey",
      "iam:DeactivateMFADevice",
      "iam:DeleteAccessKey",
      "iam:EnableMFADevice",
      "iam:GetAccessKeyLastUsed",
      "iam:ListAccessKeys",
      "iam:UpdateAccessKey",
    ].map((call) => calls(person("alice"), call, self("alice"))),
  },
];
