import { Context } from "../../../iam/request";
import { startsShell, taggedInstance } from "../world/entering";
import { osAccess } from "../world/people";
import {
  awsDocument,
  build,
  data,
  document,
  home,
  instance,
  managedInstance,
  payments,
  preferences,
  sessionOf,
  stranger,
  transcript,
  web,
  Place,
} from "../world/places";
import { Attack } from "../world/scenario";
import { second, starts, twice } from "./osAccessAttempt";

const alice = osAccess(web, "alice");
const dataPlace: Place = { account: data, region: "ap-northeast-1" };
const buildPlace: Place = { account: build, region: "ap-northeast-1" };

/** Whoever is in OSAccess by right, and wants more than the account declares. */
export const byOsAccess: readonly Attack[] = [
  ...twice(
    web,
    "enters a node without the tag",
    starts(alice, [instance(home), preferences(home)]),
    "NoUntaggedNode",
  ),
  ...twice(
    web,
    "enters a node with another value of the tag",
    starts(alice, [
      { arn: instance(home), context: { "ssm:resourceTag/os-access": "denied" } },
      preferences(home),
    ]),
    "NoUntaggedNode",
  ),
  ...twice(
    web,
    "enters an on-premises node without the tag",
    starts(alice, [managedInstance(home), preferences(home)]),
    "NoUntaggedNode",
  ),
  ...twice(
    web,
    "enters an untagged node in the second region",
    starts(alice, [
      instance({ account: web, region: "us-east-1" }),
      preferences({ account: web, region: "us-east-1" }),
    ]),
    "NoUntaggedNode",
  ),
  ...[
    "AWS-StartSSHSession",
    "AWS-StartPortForwardingSession",
    "AWS-StartPortForwardingSessionToRemoteHost",
    "AWS-StartInteractiveCommand",
    "AWS-StartNonInteractiveCommand",
  ].flatMap((name) =>
    twice(
      web,
      `opens a session with ${name}`,
      starts(alice, [taggedInstance(home), awsDocument(home, name)]),
      "NoUndeclaredNodeOrDocument",
    ),
  ),
  ...twice(
    web,
    "opens a session with a document of a stranger",
    starts(alice, [
      taggedInstance(home),
      document({ account: stranger, region: home.region }, "SSM-SessionManagerRunShell"),
    ]),
    "NoUndeclaredNodeOrDocument",
  ),
  ...twice(
    web,
    "opens a session in a region that is not declared",
    startsShell("alice", { account: web, region: "eu-west-1" }),
    "NoUndeclaredNodeOrDocument",
  ),
  ...twice(
    web,
    "enters a container",
    starts(alice, [`arn:aws:ecs:ap-northeast-1:${web}:task/web/0a`]),
    "NoUndeclaredNodeOrDocument",
  ),
  ...twice(
    build,
    "enters a node that is not in the list",
    starts(osAccess(build, "alice"), [instance(buildPlace), preferences(buildPlace)]),
    "NoUndeclaredNodeOrDocument",
  ),
  ...twice(
    data,
    "runs an interactive command beside the declared channels",
    starts(osAccess(data, "alice"), [
      taggedInstance(dataPlace),
      awsDocument(dataPlace, "AWS-StartInteractiveCommand"),
    ]),
    "NoUndeclaredNodeOrDocument",
  ),
  ...["ssm:ResumeSession", "ssm:TerminateSession"].flatMap((call) =>
    [
      { "ssm:resourceTag/aws:ssmmessages:session-id": `AROA${web}OSACCESS:bob` },
      { "ssm:resourceTag/aws:ssmmessages:session-id": `AROA${web}OSACCESS:alice2` },
      {},
    ].flatMap((tag, index) =>
      twice(
        web,
        `calls ${call} on a session of ${["bob", "alice2", "nobody"][index]}`,
        { as: alice, call, on: [{ arn: sessionOf(home, "bob"), context: tag as Context }] },
        "NoSessionsOfOthers",
      ),
    ),
  ),
  ...["ssm:ResumeSession", "ssm:TerminateSession"].flatMap((call) =>
    twice(
      web,
      `calls ${call} on a session of the second region`,
      { as: alice, call, on: [sessionOf(second(web), "bob")] },
      "NoSessionsOfOthers",
    ),
  ),
  ...twice(
    web,
    "enters an on-premises node of the second region without the tag",
    starts(alice, [managedInstance(second(web)), preferences(second(web))]),
    "NoUntaggedNode",
  ),
  ...[home.region, "us-east-1"].flatMap((region) => [
    ...twice(
      data,
      `opens a document of its own account in ${region} that is not that of sessions`,
      starts(osAccess(data, "alice"), [
        { ...taggedInstance(dataPlace), arn: instance({ account: data, region }) },
        document({ account: data, region }, "Mine"),
      ]),
      "NoUndeclaredNodeOrDocument",
    ),
    ...twice(
      data,
      `opens AWS's document for interactive commands in ${region}`,
      starts(osAccess(data, "alice"), [
        { ...taggedInstance(dataPlace), arn: instance({ account: data, region }) },
        awsDocument({ account: data, region }, "AWS-StartInteractiveCommand"),
      ]),
      "NoUndeclaredNodeOrDocument",
    ),
    ...[instance, managedInstance].flatMap((node) =>
      twice(
        build,
        `enters ${node({ account: build, region })}, which is not in the list`,
        starts(osAccess(build, "alice"), [
          node({ account: build, region }),
          preferences({ account: build, region }),
        ]),
        "NoUndeclaredNodeOrDocument",
      ),
    ),
  ]),
  ...twice(
    web,
    "reads a Windows password where RDP is off",
    { as: alice, call: "ec2:GetPasswordData", on: [taggedInstance(home)] },
    "NoOtherAccessPath",
  ),
  ...twice(
    payments,
    "works from outside the declared network",
    {
      as: osAccess(payments, "bob"),
      call: "ec2:DescribeInstances",
      context: { "aws:SourceIp": "198.51.100.7" },
    },
    "OnlyFromDeclaredNetworks",
  ),
  ...twice(
    web,
    "reads her transcript",
    { as: alice, call: "s3:GetObject", on: [transcript(home)] },
    "NoTranscriptsInS3",
  ),
];
