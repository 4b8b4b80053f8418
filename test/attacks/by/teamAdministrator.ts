import { session } from "../world/actor";
import { everything } from "../world/awsManagedPolicies";
import { teamAdministrator, withoutRcps, withoutScps } from "../world/people";
import {
  audit,
  awsDocument,
  document,
  hardening,
  home,
  instance,
  preferences,
  role,
  web,
} from "../world/places";
import { Attack } from "../world/scenario";
import { osAccessTrustsItsAccount, ownAccount, raised, trusting } from "../world/tampered";

const mallory = teamAdministrator(web);
const made = (name: string) => session(web, name, "mallory", [everything]);
const shell = [instance(home), preferences(home)];
const osAccess = role(home, "OSAccess");
const assume = (name: string) => ({ as: mallory, call: "sts:AssumeRole", on: [role(home, name)] });
const startAs = (name: string) => ({ as: made(name), call: "ssm:StartSession", on: shell });

/** Whoever has AdministratorAccess in a workload account, by a role that the team made. */
export const byTeamAdministrators: readonly Attack[] = [
  {
    name: "makes OSAccess in an account that has none",
    steps: [
      {
        as: teamAdministrator(audit),
        call: "iam:CreateRole",
        on: [role({ account: audit }, "OSAccess")],
        then: trusting(role({ account: audit }, "OSAccess"), ownAccount(audit)),
      },
    ],
    because: ["ProtectExemptRoles"],
  },
  {
    name: "makes an OSAccess with a path",
    steps: [{ as: mallory, call: "iam:CreateRole", on: [role(home, "team/OSAccess")] }],
    because: ["ProtectExemptRoles"],
  },
  ...["osaccess", "OSAccess2", "AWS-QuickSetup-OSAccess", "service-role/MyOSAccess"].map(
    (name) => ({
      name: `makes ${name}, which only looks like OSAccess, and starts a session with it`,
      steps: [
        {
          as: mallory,
          call: "iam:CreateRole",
          on: [role(home, name)],
          then: trusting(role(home, name), ownAccount(web)),
        },
        assume(name),
        startAs(name),
      ],
      because: ["OnlyOsAccessStartsSessions"],
    }),
  ),
  {
    name: "rewrites the trust of OSAccess to take it",
    steps: [
      {
        as: mallory,
        call: "iam:UpdateAssumeRolePolicy",
        on: [osAccess],
        then: osAccessTrustsItsAccount,
      },
      assume("OSAccess"),
      startAs("OSAccess"),
    ],
    stopsAt: 0,
    because: ["ProtectExemptRoles"],
  },
  {
    name: "takes OSAccess, whose trust somebody rewrote",
    given: [osAccessTrustsItsAccount],
    steps: [assume("OSAccess")],
    because: ["OsAccessOnlyFromIdentityAccount"],
  },
  {
    name: "takes OSAccess, whose trust somebody rewrote, where no SCP is attached",
    given: [osAccessTrustsItsAccount, withoutScps],
    steps: [assume("OSAccess")],
    because: ["OsAccessOnlyFromIdentityAccount"],
  },
  {
    name: "takes OSAccess, whose trust somebody rewrote, where no RCP is attached",
    given: [osAccessTrustsItsAccount, withoutRcps],
    steps: [assume("OSAccess")],
    because: ["OsAccessOnlyFromIdentityAccount"],
  },
  {
    name: "attaches AdministratorAccess to OSAccess",
    steps: [{ as: mallory, call: "iam:AttachRolePolicy", on: [osAccess], then: raised(osAccess) }],
    because: ["ProtectExemptRoles"],
  },
  {
    name: "takes the denies of OSAccess away",
    steps: [{ as: mallory, call: "iam:DeleteRolePolicy", on: [osAccess] }],
    because: ["ProtectExemptRoles"],
  },
  ...["OSAccess", "SekishoDeploy", "PatchAutomation", "SessionAuditor"].map((name) => ({
    name: `passes ${name} to a function of his own`,
    steps: [
      {
        as: mallory,
        call: "iam:PassRole",
        on: [role(home, name)],
        context: { "iam:PassedToService": "lambda.amazonaws.com" },
      },
    ],
    because: ["ProtectExemptRoles"],
  })),
  {
    name: "has Automation send a command in his name",
    steps: [
      {
        as: mallory,
        call: "ssm:StartAutomationExecution",
        on: [
          awsDocument(home, "AWS-RestartEC2Instance").replace("document", "automation-definition"),
        ],
      },
      {
        as: mallory,
        call: "ssm:SendCommand",
        on: [instance(home), awsDocument(home, "AWS-RunShellScript")],
        context: { "aws:ViaAWSService": "true", "aws:CalledVia": ["ssm.amazonaws.com"] },
      },
    ],
    because: ["OnlyAutomationSendsCommands"],
  },
  {
    name: "has a maintenance window's service-linked role send a command",
    steps: [
      { as: mallory, call: "ssm:CreateMaintenanceWindow" },
      {
        as: mallory,
        call: "ssm:RegisterTaskWithMaintenanceWindow",
        on: ["arn:aws:ssm:ap-northeast-1:444444444444:maintenancewindow/mw-0a"],
      },
    ],
    because: ["OnlyAutomationRegistersMaintenanceTasks"],
  },
  {
    name: "makes a Command document of his own and associates it",
    steps: [
      {
        as: mallory,
        call: "ssm:CreateDocument",
        on: [document(home, "Mine")],
        context: { "ssm:DocumentType": "Command" },
      },
      { as: mallory, call: "ssm:CreateAssociation", on: [instance(home), document(home, "Mine")] },
    ],
    because: ["OnlyAutomationSchedulesCommands", "OnlyHardeningIsAssociated"],
  },
  {
    name: "rewrites the hardening, which every node runs as root",
    steps: [{ as: mallory, call: "ssm:UpdateDocument", on: [hardening(home)] }],
    because: ["ProtectDocuments"],
  },
  {
    name: "switches the log off in the session preferences",
    steps: [{ as: mallory, call: "ssm:UpdateDocument", on: [preferences(home)] }],
    because: ["ProtectDocuments"],
  },
  {
    name: "leaves the organization",
    steps: [{ as: mallory, call: "organizations:LeaveOrganization" }],
    because: ["StayInOrganization"],
  },
  {
    name: "accepts the invitation of an organization of her own, which takes the account out of this one",
    steps: [{ as: mallory, call: "organizations:AcceptHandshake" }],
    because: ["StayInOrganization"],
  },
];
