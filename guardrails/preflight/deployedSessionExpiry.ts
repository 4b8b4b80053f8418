import { KnownAccount, LandingZone } from "../../model/landingZone";
import { regionalArn, sessionExpiry } from "../../model/names";
import { endsSessions } from "../../model/sessionExpiry";
import { expirySchedule } from "../sessionExpiryParts";
import { DeployedType } from "./deployedTypes";

const functionOf = (zone: LandingZone, { id }: KnownAccount, region: string) => [
  regionalArn(zone, "lambda", region, id, `function:${sessionExpiry}`),
];

const scheduleOf = (zone: LandingZone, { id }: KnownAccount, region: string) => [
  expirySchedule(zone, region, id),
];

/** What ends sessions in each region, beside its role and its log group. */
export const deployedSessionExpiry: readonly DeployedType[] = [
  {
    type: "aws:lambda/function:Function",
    actions: [
      "lambda:CreateFunction",
      "lambda:DeleteFunction",
      "lambda:GetFunction",
      "lambda:GetFunctionCodeSigningConfig",
      "lambda:GetFunctionConfiguration",
      "lambda:ListTags",
      "lambda:ListVersionsByFunction",
      "lambda:TagResource",
      "lambda:UntagResource",
      "lambda:UpdateFunctionCode",
      "lambda:UpdateFunctionConfiguration",
    ],
    resources: functionOf,
    made: endsSessions,
  },
  {
    type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    actions: [
      "lambda:DeleteFunctionEventInvokeConfig",
      "lambda:GetFunctionEventInvokeConfig",
      "lambda:PutFunctionEventInvokeConfig",
    ],
    resources: functionOf,
    made: endsSessions,
  },
  {
    type: "aws:lambda/permission:Permission",
    actions: ["lambda:AddPermission", "lambda:GetPolicy", "lambda:RemovePermission"],
    resources: functionOf,
    made: endsSessions,
  },
  {
    type: "aws:cloudwatch/eventRule:EventRule",
    actions: [
      "events:DeleteRule",
      "events:DescribeRule",
      "events:DisableRule",
      "events:EnableRule",
      "events:ListTagsForResource",
      "events:PutRule",
      "events:TagResource",
      "events:UntagResource",
    ],
    resources: scheduleOf,
    made: endsSessions,
  },
  {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    actions: ["events:ListTargetsByRule", "events:PutTargets", "events:RemoveTargets"],
    resources: scheduleOf,
    made: endsSessions,
  },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    actions: [
      "cloudwatch:DeleteAlarms",
      "cloudwatch:DescribeAlarms",
      "cloudwatch:ListTagsForResource",
      "cloudwatch:PutMetricAlarm",
      "cloudwatch:TagResource",
      "cloudwatch:UntagResource",
    ],
    resources: (zone, { id }, region) => [
      regionalArn(zone, "cloudwatch", region, id, `alarm:${sessionExpiry}`),
    ],
    made: endsSessions,
  },
];
