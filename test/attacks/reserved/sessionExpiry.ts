import { Place, role } from "../world/places";
import { ReservedCalls } from "./reservedCalls";

const regional =
  (service: string, kind: string) =>
  ({ region, account }: Place, name = "SekishoSessionExpiry") =>
    `arn:aws:${service}:${region}:${account}:${kind}${name}`;

export const expiryFunction = regional("lambda", "function:");
export const expirySchedule = regional("events", "rule/");
export const expiryAlarm = regional("cloudwatch", "alarm:");

const named = (resource: typeof expiryFunction) => (place: Place) => [
  [resource(place, "team-job")],
  [resource(place, "SekishoSessionExpiry2")],
];

/**
 * Every way to disable, replace or silence what ends sessions when their windows do.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
 */
export const sessionExpiry: readonly ReservedCalls[] = [
  {
    aim: "disable the function that ends sessions",
    calls: [
      "lambda:UpdateFunctionCode",
      "lambda:UpdateFunctionConfiguration",
      "lambda:DeleteFunction",
      "lambda:CreateFunction",
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
    ],
    on: (place) => [[expiryFunction(place)], [expiryFunction(place, "SekishoSessionExpiry:1")]],
    keptFor: ["SekishoDeploy"],
    free: named(expiryFunction),
  },
  {
    aim: "stop the schedule that ends sessions",
    calls: [
      "events:DisableRule",
      "events:DeleteRule",
      "events:PutRule",
      "events:PutTargets",
      "events:RemoveTargets",
    ],
    on: (place) => [[expirySchedule(place)]],
    keptFor: ["SekishoDeploy"],
    free: named(expirySchedule),
  },
  {
    aim: "silence the alarm that rings when sessions are not ended",
    calls: [
      "cloudwatch:DeleteAlarms",
      "cloudwatch:DisableAlarmActions",
      "cloudwatch:PutAlarmMuteRule",
      "cloudwatch:PutCompositeAlarm",
      "cloudwatch:PutLogAlarm",
      "cloudwatch:PutMetricAlarm",
      "cloudwatch:SetAlarmState",
    ],
    on: (place) => [[expiryAlarm(place)]],
    keptFor: ["SekishoDeploy"],
    free: named(expiryAlarm),
  },
  {
    aim: "take the rights of the function that ends sessions away",
    calls: [
      "iam:CreateRole",
      "iam:UpdateAssumeRolePolicy",
      "iam:PutRolePolicy",
      "iam:DeleteRolePolicy",
      "iam:AttachRolePolicy",
      "iam:DetachRolePolicy",
      "iam:PutRolePermissionsBoundary",
      "iam:DeleteRolePermissionsBoundary",
      "iam:UpdateRole",
      "iam:UpdateRoleDescription",
      "iam:DeleteRole",
      "iam:TagRole",
      "iam:UntagRole",
    ],
    on: (place) => [[role(place, "SekishoSessionExpiry")]],
    keptFor: ["SekishoDeploy"],
    free: (place) => [[role(place, "TeamApplication")], [role(place, "SekishoSessionExpiry2")]],
  },
];
