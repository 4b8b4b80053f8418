import { session } from "../attacks/world/actor";
import { everything } from "../attacks/world/awsManagedPolicies";
import { getsDataKey } from "../attacks/world/entering";
import { deploy, person, withoutRcps } from "../attacks/world/people";
import {
  awsDocument,
  document,
  factory,
  instance,
  Place,
  preferences,
  role,
  sessionOf,
  web,
} from "../attacks/world/places";
import { Attack, Step, Use } from "../attacks/world/scenario";

const place: Place = { account: factory, region: "ap-northeast-1" };
const tokenRole = "SSM-JustInTimeAccessTokenRole";
const execution = `arn:aws:ssm:${place.region}:${factory}:automation-execution/0a1b2c`;
const approvals = document(place, "ProductionApprovals");

const calls = (as: Step["as"], call: string, ...on: string[]): Step => ({ as, call, on });
const requester = session(factory, "ReadOnly", "alice");
const token = session(factory, tokenRole, "alice", [everything]);
const administrator = session(factory, "Administrator", "bob");
const teamAdministrator = session(factory, "TeamAdmin", "mallory", [everything]);

const switches = (credentials: Parameters<typeof person>[1], to: string): Step => ({
  as: person("alice", credentials),
  call: "sts:AssumeRole",
  on: [role(place, to)],
  context: { "sts:RoleSessionName": "alice" },
});

const approvalPolicy = (as: Step["as"], call: string, type: string): Step => ({
  ...calls(as, call, approvals),
  context: { "ssm:DocumentType": type },
});

/** What has to work in an account of the mode: a request, its approval, a session, and their preparation. */
export const uses: readonly Use[] = [
  {
    name: "alice switches to the requester with MFA, asks, gets a token, and is on the node by it",
    steps: [
      switches("MFA", "ReadOnly"),
      calls(requester, "ssm:StartAccessRequest"),
      {
        ...calls(requester, "ssm:StartAutomationExecution", approvals),
        context: { "ssm:DocumentType": "ManualApprovalPolicy" },
      },
      calls(requester, "ssm:StartAutomationExecution", execution),
      calls(requester, "ssm:GetAccessToken"),
      calls(token, "ssm:StartSession", instance(place), preferences(place)),
      getsDataKey(token, place),
      calls(token, "ssmmessages:OpenDataChannel", sessionOf(place, "alice")),
      calls(token, "ssm:ResumeSession", sessionOf(place, "alice")),
      calls(token, "ssm:TerminateSession", sessionOf(place, "alice")),
    ],
  },
  {
    name: "an approver answers, and a requester takes a request back",
    steps: [
      calls(administrator, "ssm:SendAutomationSignal", execution),
      {
        ...calls(requester, "ssm:StopAutomationExecution", execution),
        context: { "aws:ResourceTag/SystemsManagerJustInTimeNodeAccessManaged": "true" },
      },
    ],
  },
  {
    name: "the pipeline writes the approval policies and hands AWS the token role",
    steps: [
      ...["ManualApprovalPolicy", "AutoApprovalPolicy"].flatMap((type) =>
        ["ssm:CreateDocument", "ssm:UpdateDocument", "ssm:DeleteDocument"].map((call) =>
          approvalPolicy(deploy(factory), call, type),
        ),
      ),
      {
        ...calls(deploy(factory), "iam:PassRole", role(place, tokenRole)),
        context: { "iam:PassedToService": "justintimeaccess.ssm.amazonaws.com" },
      },
    ],
  },
  {
    name: "a requester asks in a session whose MFA nobody sees: AWS gives these calls no such key",
    steps: [
      { ...calls(requester, "ssm:StartAccessRequest"), context: {} },
      { ...calls(requester, "ssm:GetAccessToken"), context: {} },
    ],
  },
];

export const attacks: readonly Attack[] = [
  {
    name: "alice becomes the requester without MFA, where alone it can be demanded",
    steps: [switches("access key", "ReadOnly")],
    because: ["OnlyEnrolWithoutMfa"],
  },
  ...["ssm:StartAccessRequest", "ssm:GetAccessToken"].map((call) => ({
    name: `an administrator who is no requester calls ${call}`,
    steps: [calls(administrator, call)],
    because: ["NoJustInTimeAccess"],
  })),
  {
    name: "the requester's namesake in an account of the other mode asks",
    steps: [calls(session(web, "ReadOnly", "alice", [everything]), "ssm:StartAccessRequest")],
    because: ["NoJustInTimeAccess"],
  },
  {
    name: "the requester starts a session without a token",
    steps: [
      calls(
        session(factory, "ReadOnly", "alice", [everything]),
        "ssm:StartSession",
        instance(place),
        preferences(place),
      ),
    ],
    because: ["OnlyOsAccessStartsSessions", "NoOsAccessBesideJustInTime"],
  },
  ...["ManualApprovalPolicy", "AutoApprovalPolicy"].flatMap((type) =>
    ["ssm:CreateDocument", "ssm:UpdateDocument", "ssm:DeleteDocument"].map((call) => ({
      name: `an administrator writes approvals of his own: ${call} of an ${type}`,
      steps: [approvalPolicy(teamAdministrator, call, type)],
      because: ["OnlyDeployWritesSessionDocuments"],
    })),
  ),
  ...["iam:CreateRole", "iam:UpdateAssumeRolePolicy", "iam:AttachRolePolicy", "iam:PassRole"].map(
    (call) => ({
      name: `an administrator calls ${call} on the token role`,
      steps: [calls(teamAdministrator, call, role(place, tokenRole))],
      because: ["ProtectExemptRoles"],
    }),
  ),
  {
    name: "an administrator of an account of the other mode makes a token role there",
    steps: [
      calls(
        session(web, "TeamAdmin", "mallory", [everything]),
        "iam:CreateRole",
        role({ account: web }, tokenRole),
      ),
    ],
    because: ["ProtectExemptRoles"],
  },
  {
    name: "a token role of an account of the other mode starts a session",
    steps: [
      calls(
        session(web, tokenRole, "bob", [everything]),
        "ssm:StartSession",
        instance({ ...place, account: web }),
        preferences({ ...place, account: web }),
      ),
    ],
    because: ["OnlyOsAccessStartsSessions"],
  },
  {
    name: "an administrator takes the token role himself, where no RCP is attached",
    given: [withoutRcps],
    steps: [calls(teamAdministrator, "sts:AssumeRole", role(place, tokenRole))],
    because: ["AutomationRolesOnlyByServices"],
  },
  {
    name: "an OSAccess of the mode before opens a tunnel",
    steps: [
      calls(
        session(factory, "OSAccess", "alice", [everything]),
        "ssm:StartSession",
        instance(place),
        awsDocument(place, "AWS-StartPortForwardingSession"),
      ),
    ],
    because: ["NoOsAccessBesideJustInTime"],
  },
  {
    name: "a requester starts a runbook that only calls itself an approval",
    steps: [
      {
        ...calls(
          session(factory, "ReadOnly", "alice", [everything]),
          "ssm:StartAutomationExecution",
          document(place, "OwnRunbook"),
        ),
        context: { "ssm:DocumentType": "Automation" },
      },
    ],
    because: ["OnlyAutomationStartsOwnRunbooks"],
  },
];
