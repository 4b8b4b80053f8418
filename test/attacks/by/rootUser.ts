import { rootUser } from "../world/people";
import {
  awsDocument,
  bucket,
  home,
  instance,
  logGroup,
  preferences,
  role,
  sessionKey,
  transcript,
  web,
} from "../world/places";
import { Attack, Step } from "../world/scenario";
import { osAccessTrustsItsAccount, ownAccount, trusting } from "../world/tampered";

const root = rootUser(web);
const calls = (call: string, ...on: string[]): Step => ({ as: root, call, on });
const osAccess = role(home, "OSAccess");

/** The root user of a workload account, who needs no policy of its own: only guardrails and resource policies hold it. */
export const byRootUsers: readonly Attack[] = [
  {
    name: "the root user starts a session",
    steps: [calls("ssm:StartSession", instance(home), preferences(home))],
    because: ["OnlyOsAccessStartsSessions"],
  },
  {
    name: "the root user sends a command",
    steps: [calls("ssm:SendCommand", instance(home), awsDocument(home, "AWS-RunShellScript"))],
    because: ["OnlyAutomationSendsCommands"],
  },
  {
    name: "the root user pushes an SSH key",
    steps: [calls("ec2-instance-connect:SendSSHPublicKey", instance(home))],
    because: ["NoOtherConsoles"],
  },
  {
    name: "the root user switches the serial console on",
    steps: [calls("ec2:EnableSerialConsoleAccess")],
    because: ["NoOtherConsoles"],
  },
  {
    name: "the root user rewrites the trust of OSAccess",
    steps: [{ ...calls("iam:UpdateAssumeRolePolicy", osAccess), then: osAccessTrustsItsAccount }],
    because: ["ProtectExemptRoles"],
  },
  {
    name: "the root user rewrites the trust of the deploy role",
    steps: [
      {
        ...calls("iam:UpdateAssumeRolePolicy", role(home, "SekishoDeploy")),
        then: trusting(role(home, "SekishoDeploy"), ownAccount(web)),
      },
    ],
    because: ["ProtectExemptRoles"],
  },
  {
    name: "the root user takes OSAccess, which no root user can take of any role",
    given: [osAccessTrustsItsAccount],
    steps: [calls("sts:AssumeRole", osAccess)],
    because: ["OsAccessOnlyFromIdentityAccount"],
  },
  {
    name: "the root user replaces the policy of the log bucket, which only guardrails keep it from",
    steps: [calls("s3:PutBucketPolicy", bucket(home))],
    because: ["ProtectSessionLogBuckets"],
  },
  {
    name: "the root user reads a transcript",
    steps: [calls("s3:GetObject", transcript(home))],
    because: ["TranscriptsOnlyToReader"],
  },
  {
    name: "the root user deletes a transcript past its retention",
    steps: [calls("s3:BypassGovernanceRetention", transcript(home))],
    because: ["KeepTranscripts", "NoDelete"],
  },
  {
    name: "the root user deletes the session log group",
    steps: [calls("logs:DeleteLogGroup", logGroup(home))],
    because: ["ProtectSessionLogGroups"],
  },
  ...[
    "kms:PutKeyPolicy",
    "kms:ScheduleKeyDeletion",
    "kms:CreateGrant",
    "kms:GenerateDataKey",
    "kms:Decrypt",
  ].map((call) => ({
    name: `the root user calls ${call} on the session key`,
    steps: [calls(call, sessionKey(home))],
    because: ["no resource" as const],
  })),
  {
    name: "the root user leaves the organization",
    steps: [calls("organizations:LeaveOrganization")],
    because: ["StayInOrganization"],
  },
];
