import { Context } from "../../../iam/request";
import { expiryAlarm, expiryFunction, expirySchedule } from "../reserved/sessionExpiry";
import { federated, service, session } from "../world/actor";
import { deploy } from "../world/people";
import { home, instance, Place, role, sessionOf, stranger, web } from "../world/places";
import { Attack, Use } from "../world/scenario";

const name = "SekishoSessionExpiry";
const us: Place = { account: web, region: "us-east-1" };
const elsewhere: Place = { account: web, region: "eu-west-1" };
const expiry = session(web, name, name);

const log = ({ region, account }: Place, group = "/sekisho/session-expiry") =>
  `arn:aws:logs:${region}:${account}:log-group:${group}:log-stream:2026/12/01`;

/** Somebody's service comes for the role. */
const taken = (as: string, context: Context = {}) => ({
  as: service(as, context),
  call: "sts:AssumeRole",
  on: [role(home, name)],
});

const from = (place: Place, functionName?: string): Context => ({
  "aws:SourceAccount": place.account,
  "aws:SourceArn": expiryFunction(place, functionName),
});

/** Whoever would have the rights of the function that ends sessions, or got at its code. */
export const byExpiryFunctions: readonly Attack[] = [
  ...[
    { who: "a function of a stranger", context: from({ ...home, account: stranger }) },
    {
      who: "a stranger's service that names our function",
      context: { ...from(home), "aws:SourceAccount": stranger },
    },
    { who: "a team's function", context: from(home, "team-job") },
    { who: "a function of that name in a region that is not declared", context: from(elsewhere) },
  ].map(({ who, context }) => ({
    name: `${who} takes the role that ends sessions`,
    steps: [taken("lambda.amazonaws.com", context)],
    because: ["no resource"],
  })),
  ...["ec2.amazonaws.com", "events.amazonaws.com"].map((other) => ({
    name: `${other} takes the role that ends sessions`,
    steps: [taken(other)],
    because: ["no resource"],
  })),
  {
    name: "Lambda tags a session of the role that ends sessions",
    steps: [{ ...taken("lambda.amazonaws.com", from(home)), call: "sts:TagSession" }],
    because: ["no resource"],
  },
  ...["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "AssumeRole"].map((call) => ({
    name: `somebody from an identity provider calls ${call} on the role that ends sessions`,
    steps: [{ as: federated("accounts.google.com"), call: `sts:${call}`, on: [role(home, name)] }],
    because: ["no resource"],
  })),
  {
    name: "a role of the account takes the role that ends sessions",
    steps: [
      {
        as: session(web, "TeamAdmin", "mallory", []),
        call: "sts:AssumeRole",
        on: [role(home, name)],
      },
    ],
    because: ["no resource"],
  },
  ...[
    { call: "ec2:TerminateInstances", on: [instance(home)] },
    { call: "ssm:TerminateSession", on: [sessionOf(elsewhere, "alice")] },
    { call: "ssmmessages:OpenDataChannel", on: [sessionOf(home, "alice")] },
    { call: "logs:CreateLogStream", on: [log(home, "/team/application")] },
    { call: "logs:PutLogEvents", on: [log(elsewhere)] },
    { call: "logs:GetLogEvents", on: [log(home)] },
  ].map(({ call, on }) => ({
    name: `the function that ends sessions calls ${call} on ${on.join()}`,
    steps: [{ as: expiry, call, on }],
    because: ["no identity"],
  })),
];

/** What the function, and who deploys it, must be able to do. */
export const ofExpiryFunctions: readonly Use[] = [
  ...[home, us].map((place) => ({
    name: `the function that ends sessions does its work in ${place.region}`,
    steps: [
      taken("lambda.amazonaws.com", from(place)),
      { as: expiry, call: "ssm:DescribeSessions" },
      { as: expiry, call: "ssm:TerminateSession", on: [sessionOf(place, "alice")] },
      ...["logs:CreateLogStream", "logs:PutLogEvents"].map((call) => ({
        as: expiry,
        call,
        on: [log(place)],
      })),
    ],
  })),
  ...(["aws:SourceAccount", "aws:SourceArn"] as const).map((only) => ({
    name: `Lambda takes the role that ends sessions and tells nothing but ${only}`,
    steps: [taken("lambda.amazonaws.com", { [only]: from(home)[only]! })],
  })),
  {
    name: "a deployment changes what ends sessions",
    steps: [home, us].flatMap((place) =>
      (
        [
          ["lambda:CreateFunction", expiryFunction],
          ["lambda:UpdateFunctionCode", expiryFunction],
          ["lambda:PutFunctionEventInvokeConfig", expiryFunction],
          ["lambda:AddPermission", expiryFunction],
          ["events:PutRule", expirySchedule],
          ["events:PutTargets", expirySchedule],
          ["events:DisableRule", expirySchedule],
          ["cloudwatch:PutMetricAlarm", expiryAlarm],
        ] as const
      ).map(([call, on]) => ({ as: deploy(web), call, on: [on(place)] })),
    ),
  },
];
