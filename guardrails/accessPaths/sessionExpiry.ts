import { KnownAccount, LandingZone } from "../../model/landingZone";
import { regionalArn, roleArn, sessionExpiry } from "../../model/names";
import { endsSessions } from "../../model/sessionExpiry";
import { AccessPath } from "../accessPath";
import { changesRole } from "./roles";

/** The function, by name and by name and version, its schedule and its alarm. */
const parts = (zone: LandingZone, region = "*", account = "*") => [
  regionalArn(zone, "lambda", region, account, `function:${sessionExpiry}`),
  regionalArn(zone, "lambda", region, account, `function:${sessionExpiry}:*`),
  schedule(zone, region, account),
  regionalArn(zone, "cloudwatch", region, account, `alarm:${sessionExpiry}`),
];

const schedule = (zone: LandingZone, region = "*", account = "*") =>
  regionalArn(zone, "events", region, account, `rule/${sessionExpiry}`);

const exists = (_: LandingZone, accounts: readonly KnownAccount[]) => accounts.some(endsSessions);

/** Tampering with what ends sessions when their windows do. */
export const sessionExpiryPaths: readonly AccessPath[] = [
  {
    id: "OnlyDeployPausesSessionExpiry",
    title:
      "The schedule of the function that ends sessions is switched off by the deploy role alone.",
    can: "pause the end of sessions",
    opens: "Sessions that go on after their windows; the heartbeat alarm rings after five minutes.",
    actions: ["events:DisableRule"],
    resources: (zone) => [schedule(zone)],
    exists,
    attack: (zone, { id }) => ({
      resources: zone.regions.map((region) => schedule(zone, region, id)),
    }),
    exempt: ["deploy"],
    // Whoever enters by break-glass has no window: the function would end his sessions within two minutes.
    emergency: true,
    source: "Service Authorization Reference, Amazon EventBridge (iam-data, September 2026)",
  },
  {
    id: "ProtectSessionExpiry",
    title:
      "The function that ends sessions, its schedule and its alarm are made, changed and removed by the deploy role alone.",
    can: "disable the end of sessions",
    opens:
      "Sessions that go on after their windows, with other code, without a schedule or throttled to nothing; and nobody told.",
    actions: [
      "lambda:CreateFunction",
      "lambda:DeleteFunction",
      "lambda:UpdateFunctionCode",
      "lambda:UpdateFunctionConfiguration",
      "lambda:PutFunctionConcurrency",
      "lambda:PutFunctionScalingConfig",
      "lambda:PutFunctionEventInvokeConfig",
      "lambda:UpdateFunctionEventInvokeConfig",
      "lambda:DeleteFunctionEventInvokeConfig",
      "lambda:AddPermission",
      "lambda:RemovePermission",
      "lambda:PutResourcePolicy",
      "lambda:DeleteResourcePolicy",
      "lambda:CreateFunctionUrlConfig",
      "lambda:UpdateFunctionUrlConfig",
      "lambda:PutFunctionCodeSigningConfig",
      "lambda:UpdateFunctionCodeSigningConfig",
      "lambda:PutRuntimeManagementConfig",
      "events:PutRule",
      "events:DeleteRule",
      "events:PutTargets",
      "events:RemoveTargets",
      "cloudwatch:PutMetricAlarm",
      "cloudwatch:PutCompositeAlarm",
      "cloudwatch:PutLogAlarm",
      "cloudwatch:PutAlarmMuteRule",
      "cloudwatch:DeleteAlarms",
      "cloudwatch:DisableAlarmActions",
      "cloudwatch:SetAlarmState",
    ],
    resources: (zone) => parts(zone),
    exists,
    attack: (zone, { id }) => ({
      resources: zone.regions.flatMap((region) => parts(zone, region, id)),
    }),
    exempt: ["deploy"],
    source:
      "Service Authorization Reference, AWS Lambda, Amazon EventBridge and Amazon CloudWatch (iam-data, September 2026)",
  },
  {
    id: "ProtectSessionExpiryRole",
    title:
      "The role of the function that ends sessions is made and changed by the deploy role alone.",
    can: "disable the end of sessions by its role",
    opens: "Sessions that go on after their windows, because nothing may end them any more.",
    actions: changesRole,
    resources: (zone) => [roleArn(zone, "*", sessionExpiry)],
    exists,
    attack: (zone, { id }) => ({ resources: [roleArn(zone, id, sessionExpiry)] }),
    exempt: ["deploy"],
    source: "as ProtectNodeRoles: passing it hands out no right that people do not have",
  },
];
