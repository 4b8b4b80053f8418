import { Context } from "../../../iam/request";
import { enters, getsDataKey, startsShell, taggedInstance } from "../world/entering";
import { osAccess } from "../world/people";
import {
  awsDocument,
  build,
  data,
  home,
  managedInstance,
  payments,
  Place,
  preferences,
  sessionOf,
  web,
  webDevelopment,
  windows,
} from "../world/places";
import { Change, Step, Use } from "../world/scenario";

const at = (time: string) => ({ "aws:CurrentTime": time });
const place = (account: string, region = "ap-northeast-1"): Place => ({ account, region });
const own = (account: string, name: string) => ({
  "ssm:resourceTag/aws:ssmmessages:session-id": `AROA${account}OSACCESS:${name}`,
});
const calls = (as: Step["as"], call: string, ...on: string[]): Step => ({ as, call, on });
/** AWS took everything out of the policies that it writes itself: ours must do. */
const withoutReadOnlyAccess: Change = (world) =>
  world.with(
    new Map([
      ["arn:aws:iam::aws:policy/ReadOnlyAccess", undefined],
      ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore", undefined],
    ]),
  );

/** Moments in the windows of grants.yaml other than that of alice in web-production. */
const bobsDisk = at("2026-12-03T14:00:00Z");
const erinsUpdate = at("2026-12-08T02:00:00Z");
const alicesTests = at("2026-12-15T00:00:00Z");
const erinsTunnel = at("2026-12-15T05:00:00Z");

const desktop = {
  ...erinsUpdate,
  "aws:CalledVia": ["ssm-guiconnect.amazonaws.com"],
  "aws:ViaAWSService": "true",
};

/** A session on RDP: Fleet Manager starts it in the user's name. */
const opensDesktop = (where: Place): Step[] => [
  { as: osAccess(windows, "erin"), call: "ssm-guiconnect:StartConnection", context: erinsUpdate },
  {
    as: osAccess(windows, "erin"),
    call: "ssm:StartSession",
    on: [taggedInstance(where), awsDocument(where, "AWS-StartPortForwardingSession")],
    context: desktop,
  },
  {
    as: osAccess(windows, "erin"),
    call: "ssm:StartSession",
    on: [{ ...taggedInstance(where), arn: managedInstance(where) }],
    context: desktop,
  },
  {
    as: osAccess(windows, "erin"),
    call: "ec2:GetPasswordData",
    on: [taggedInstance(where)],
    context: erinsUpdate,
  },
  calls(osAccess(windows, "erin"), "ssm-guiconnect:GetConnection"),
  calls(osAccess(windows, "erin"), "ssm-guiconnect:ListConnections"),
  calls(osAccess(windows, "erin"), "ssm-guiconnect:CancelConnection"),
  calls(osAccess(windows, "erin"), "ssm:GetCommandInvocation"),
  calls(osAccess(windows, "erin"), "ssm:GetInventorySchema"),
];

/** A shell on the one node that bob's grant names. */
const startsOnDisk = (context: Context): Step => ({
  as: osAccess(payments, "bob"),
  call: "ssm:StartSession",
  on: [
    {
      ...taggedInstance(place(payments)),
      arn: `arn:aws:ec2:ap-northeast-1:${payments}:instance/i-0fedcba9876543210`,
    },
    preferences(place(payments)),
  ],
  context: { ...bobsDisk, ...context },
});

/** How people enter operating systems who have the right to. */
export const inSessions: readonly Use[] = [
  {
    name: "alice enters web-production in her window, with MFA, and ends her session",
    given: [withoutReadOnlyAccess],
    steps: [
      enters("alice", web),
      ...[
        "ec2:DescribeInstances",
        "ec2:DescribeTags",
        "ssm:DescribeInstanceInformation",
        "ssm:DescribeInstanceProperties",
        "ssm:DescribeSessions",
        "ssm:GetConnectionStatus",
      ].map((call) => calls(osAccess(web, "alice"), call)),
      startsShell("alice", home),
      getsDataKey(osAccess(web, "alice"), home),
      calls(osAccess(web, "alice"), "ssmmessages:OpenDataChannel", sessionOf(home, "alice")),
      ...["ssm:ResumeSession", "ssm:TerminateSession"].map((call) => ({
        as: osAccess(web, "alice"),
        call,
        on: [{ arn: sessionOf(home, "alice"), context: own(web, "alice") }],
      })),
    ],
  },
  {
    name: "alice enters an on-premises node in the second region",
    given: [withoutReadOnlyAccess],
    steps: [
      enters("alice", web),
      {
        ...startsShell("alice", place(web, "us-east-1")),
        on: [
          { ...taggedInstance(home), arn: managedInstance(place(web, "us-east-1")) },
          preferences(place(web, "us-east-1")),
        ],
      },
      getsDataKey(osAccess(web, "alice"), place(web, "us-east-1")),
      calls(
        osAccess(web, "alice"),
        "ssmmessages:OpenDataChannel",
        sessionOf(place(web, "us-east-1"), "alice"),
      ),
      ...["ssm:ResumeSession", "ssm:TerminateSession"].map((call) => ({
        as: osAccess(web, "alice"),
        call,
        on: [{ arn: sessionOf(place(web, "us-east-1"), "alice"), context: own(web, "alice") }],
      })),
    ],
  },
  ...[home, place(web, "us-east-1")].map((where) => ({
    name: `alice starts sessions on instances and on-premises nodes of ${where.region}, with an old client`,
    given: [withoutReadOnlyAccess],
    steps: [
      { ...startsShell("alice", where), context: {} },
      {
        ...startsShell("alice", where),
        on: [{ ...taggedInstance(where), arn: managedInstance(where) }, preferences(where)],
      },
    ],
  })),
  {
    name: "alice enters in the first and in the last second of her window, with a code that is almost an hour old",
    steps: [
      enters("alice", web, at("2026-12-01T00:00:00Z")),
      enters("alice", web, { ...at("2026-12-01T03:59:59Z"), "aws:MultiFactorAuthAge": "3599" }),
    ],
  },
  {
    name: "alice enters every account of her development window",
    steps: [webDevelopment, data, build].map((account) => enters("alice", account, alicesTests)),
  },
  {
    name: "bob enters payments-production from the office",
    steps: [
      enters("bob", payments, bobsDisk),
      startsOnDisk({}),
      startsOnDisk({ "aws:SourceIp": "203.0.113.200" }),
      {
        as: osAccess(payments, "bob"),
        call: "ec2:DescribeInstances",
        context: { "aws:SourceIp": "52.94.133.131", "aws:ViaAWSService": "true" },
      },
    ],
  },
  ...[place(windows), place(windows, "us-east-1")].map((where) => ({
    name: `erin opens a desktop in ${where.region}`,
    given: [withoutReadOnlyAccess],
    steps: [enters("erin", windows, erinsUpdate), ...opensDesktop(where)],
  })),
  ...[place(data), place(data, "us-east-1")].map((where) => ({
    name: `erin forwards a port and opens SSH in ${where.region} where her grant names both`,
    given: [withoutReadOnlyAccess],
    steps: ["AWS-StartPortForwardingSession", "AWS-StartSSHSession"].map((name) => ({
      as: osAccess(data, "erin"),
      call: "ssm:StartSession",
      on: [taggedInstance(where), awsDocument(where, name)],
      context: erinsTunnel,
    })),
  })),
  ...[place(build), place(build, "us-east-1")].map((where) => ({
    name: `alice enters the listed nodes of build-development in ${where.region}`,
    given: [withoutReadOnlyAccess],
    steps: [
      "ec2:REGION:131313131313:instance/i-",
      "ssm:REGION:131313131313:managed-instance/mi-",
    ].map((node) => ({
      as: osAccess(build, "alice"),
      call: "ssm:StartSession",
      on: [`arn:aws:${node.replace("REGION", where.region)}0123456789abcdef0`, preferences(where)],
      context: alicesTests,
    })),
  })),
];
