import { KnownAccount, LandingZone } from "../../model/landingZone";
import { roleArn, sessionExpiry } from "../../model/names";
import { endsSessions } from "../../model/sessionExpiry";
import { AccessPath } from "../accessPath";
import { expirySchedule, sessionExpiryParts } from "../sessionExpiryParts";
import { changesRole } from "./roles";

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
    resources: (zone) => [expirySchedule(zone)],
    exists,
    attack: (zone, { id }) => ({
      resources: zone.regions.map((region) => expirySchedule(zone, region, id)),
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
    resources: (zone) => sessionExpiryParts(zone),
    exists,
    attack: (zone, { id }) => ({
      resources: zone.regions.flatMap((region) => sessionExpiryParts(zone, region, id)),
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
