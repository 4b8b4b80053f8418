import { KnownAccount, LandingZone } from "../model/landingZone";
import { regionalArn } from "../model/names";

/**
 * What a named requester needs to ask for a node, follow the request and take it back, after AWS's policy for users of
 * just-in-time node access; none for a role that `requesters` does not name. These calls know no MFA key: it is demanded by
 * the trust of the role.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-just-in-time-node-access-setting-up.html
 */
export function nodeAccessRequests(zone: LandingZone, account: KnownAccount, role: string) {
  const { mode, requesters = [] } = account.osAccess;
  if (mode !== "just-in-time-node-access" || !requesters.includes(role)) {
    return [];
  }
  const ssm = (resource: string) =>
    zone.regions.map((region) => regionalArn(zone, "ssm", region, account.id, resource));
  return [
    {
      Sid: "AskForNodes",
      Effect: "Allow",
      Action: ["ssm:StartAccessRequest", "ssm:GetAccessToken"],
      Resource: "*",
      Condition: { StringEquals: { "aws:RequestedRegion": zone.regions } },
    },
    {
      Sid: "FollowRequests",
      Effect: "Allow",
      Action: [
        "ssm:DescribeInstanceInformation",
        "ssm:DescribeInstanceProperties",
        "ssm:DescribeOpsItems",
        "ssm:DescribeSessions",
        "ssm:GetConnectionStatus",
        "ssm:GetOpsSummary",
        "ssm:ListDocuments",
        "ssm:ListOpsItemEvents",
        "ec2:DescribeInstances",
        "ec2:DescribeTags",
      ],
      Resource: "*",
    },
    {
      Sid: "OwnRequests",
      Effect: "Allow",
      Action: ["ssm:CreateOpsItem", "ssm:GetOpsItem"],
      Resource: ssm("opsitem/*"),
    },
    {
      Sid: "AskApprovers",
      Effect: "Allow",
      Action: "ssm:StartAutomationExecution",
      Resource: ssm("document/*"),
      Condition: { StringEquals: { "ssm:DocumentType": "ManualApprovalPolicy" } },
    },
    {
      Sid: "AskApproversExecution",
      Effect: "Allow",
      Action: "ssm:StartAutomationExecution",
      Resource: ssm("automation-execution/*"),
    },
    {
      Sid: "TakeRequestBack",
      Effect: "Allow",
      Action: "ssm:StopAutomationExecution",
      Resource: ssm("automation-execution/*"),
      Condition: {
        StringEquals: { "aws:ResourceTag/SystemsManagerJustInTimeNodeAccessManaged": "true" },
      },
    },
  ];
}
