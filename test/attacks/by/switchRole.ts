import { session } from "../world/actor";
import { person, withoutRcps, withoutScps } from "../world/people";
import {
  audit,
  data,
  factory,
  home,
  instance,
  logGroup,
  management,
  preferences,
  role,
  transcript,
  web,
  windows,
} from "../world/places";
import { Attack, Step } from "../world/scenario";
import { everything } from "../world/awsManagedPolicies";
import { trusting, ownAccount } from "../world/tampered";

const administrator = session(web, "Administrator", "bob");
const readOnly = session(web, "ReadOnly", "alice");
const calls = (as: Step["as"], call: string, ...on: string[]): Step => ({ as, call, on });
const factoryPlace = { account: factory, region: home.region };

/** People who switched roles for something else than an operating system, just-in-time requesters and delegated administrators. */
export const bySwitchRoles: readonly Attack[] = [
  {
    name: "an administrator by switch role starts a session",
    steps: [calls(administrator, "ssm:StartSession", instance(home), preferences(home))],
    because: ["OnlyOsAccessStartsSessions"],
  },
  {
    name: "an administrator by switch role gives himself a longer window's role",
    steps: [calls(administrator, "iam:UpdateAssumeRolePolicy", role(home, "OSAccess"))],
    because: ["ProtectExemptRoles"],
  },
  {
    name: "an administrator by switch role reads a transcript",
    steps: [calls(administrator, "s3:GetObject", transcript(home))],
    because: ["NoTranscriptsInS3", "TranscriptsOnlyToReader"],
  },
  ...["ReadOnly", "Administrator"].map((name) => ({
    name: `${name} reads the session log, where no SCP is attached`,
    given: [withoutScps],
    steps: [
      { ...calls(session(web, name, "bob", [everything]), "logs:FilterLogEvents", logGroup(home)) },
    ],
    because: ["NoTranscriptsInCloudWatch"],
  })),
  {
    name: "a reader by switch role asks for just-in-time access where that mode is off",
    steps: [calls(readOnly, "ssm:StartAccessRequest", instance(home))],
    because: ["NoJustInTimeAccess"],
  },
  {
    name: "a requester approves his own just-in-time request",
    steps: [
      {
        ...calls(
          session(factory, "Administrator", "bob"),
          "ssm:CreateDocument",
          `arn:aws:ssm:ap-northeast-1:${factory}:document/MyApproval`,
        ),
        context: { "ssm:DocumentType": "AutoApprovalPolicy" },
      },
    ],
    because: ["OnlyDeployWritesSessionDocuments"],
  },
  {
    name: "a requester starts the session as himself",
    steps: [
      calls(
        session(factory, "Administrator", "bob"),
        "ssm:StartSession",
        instance(factoryPlace),
        preferences(factoryPlace),
      ),
    ],
    because: ["OnlyOsAccessStartsSessions", "NoOsAccessBesideJustInTime"],
  },
  {
    name: "an OSAccess that an earlier mode left behind starts a session beside just-in-time access",
    steps: [
      calls(
        session(factory, "OSAccess", "alice", [everything]),
        "ssm:StartSession",
        instance(factoryPlace),
        preferences(factoryPlace),
      ),
    ],
    because: ["NoOsAccessBesideJustInTime"],
  },
  ...["ssm:ResumeSession", "ssm-guiconnect:StartConnection"].map((call) => ({
    name: `an OSAccess that an earlier mode left behind calls ${call}`,
    steps: [calls(session(factory, "OSAccess", "alice", [everything]), call)],
    because: ["NoOsAccessBesideJustInTime"],
  })),
  {
    name: "a role of the just-in-time token's name starts a session where that mode is off",
    steps: [
      calls(
        session(web, "SSM-JustInTimeAccessTokenRole", "bob", [everything]),
        "ssm:StartSession",
        instance(home),
        preferences(home),
      ),
    ],
    because: ["OnlyOsAccessStartsSessions"],
  },
  {
    name: "an administrator makes the just-in-time token role his own",
    steps: [
      calls(
        session(factory, "TeamAdmin", "mallory", [everything]),
        "iam:UpdateAssumeRolePolicy",
        role(factoryPlace, "SSM-JustInTimeAccessTokenRole"),
      ),
    ],
    because: ["ProtectExemptRoles"],
  },
  {
    name: "an administrator takes the just-in-time token role, which trusts its account",
    given: [
      trusting(role(factoryPlace, "SSM-JustInTimeAccessTokenRole"), ownAccount(factory)),
      withoutRcps,
    ],
    steps: [
      calls(
        session(factory, "TeamAdmin", "mallory", [everything]),
        "sts:AssumeRole",
        role(factoryPlace, "SSM-JustInTimeAccessTokenRole"),
      ),
    ],
    because: ["AutomationRolesOnlyByServices"],
  },
  {
    name: "a delegated administrator's stack set makes OSAccess in a member account",
    steps: [
      calls(
        session(web, "stacksets-exec-0a1b2c", "AWSCloudFormation", [everything]),
        "iam:CreateRole",
        role(home, "OSAccess"),
      ),
    ],
    because: ["ProtectExemptRoles"],
  },
  {
    name: "a delegated administrator of Systems Manager runs a command in a member account",
    steps: [
      calls(
        session(web, "AWS-SystemsManager-AutomationExecutionRole", "Automation", [everything]),
        "ssm:SendCommand",
        instance(home),
      ),
    ],
    because: ["OnlyAutomationSendsCommands"],
  },
  {
    name: "a delegated administrator starts sessions in his own account",
    steps: [
      calls(
        session(audit, "TeamAdmin", "mallory", [everything]),
        "ssm:StartSession",
        instance({ account: audit, region: home.region }),
      ),
    ],
    because: ["OnlyOsAccessStartsSessions"],
  },
  {
    name: "the management account's OrganizationAccountAccessRole starts a session in a member account",
    steps: [
      calls(
        session(web, "OrganizationAccountAccessRole", "root", [everything]),
        "ssm:StartSession",
        instance(home),
      ),
    ],
    because: ["OnlyOsAccessStartsSessions"],
  },
  {
    name: "an administrator of the management account takes OSAccess",
    steps: [
      calls(
        session(management, "Admin", "root", [everything]),
        "sts:AssumeRole",
        role(home, "OSAccess"),
      ),
    ],
    because: ["OsAccessOnlyFromIdentityAccount"],
  },
  ...[data, windows].map((account) => ({
    name: `an operator takes Administrator of ${account}`,
    steps: [
      {
        as: person("erin"),
        call: "sts:AssumeRole",
        on: [role({ account }, "Administrator")],
        context: { "sts:RoleSessionName": "erin" },
      },
    ],
    because: ["no identity" as const],
  })),
];
