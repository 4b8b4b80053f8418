import { service, session } from "./world/actor";
import { everything } from "./world/awsManagedPolicies";
import { startsShell } from "./world/entering";
import { deploy, osAccess, person, teamAdministrator, withoutRcps } from "./world/people";
import {
  hardening,
  home,
  identity,
  instance,
  management,
  preferences,
  role,
  sessionOf,
  transcript,
  web,
} from "./world/places";
import { Change, Step, Use } from "./world/scenario";
import { raised, trustOf, trusting } from "./world/tampered";

/** Something that stays possible, and why no statement of ours can or may close it. */
export interface Open extends Use {
  readonly reason: string;
}

const team = teamAdministrator(web);
const calls = (as: Step["as"], call: string, ...on: string[]): Step => ({ as, call, on });
const ec2 = (resource: string) => `arn:aws:ec2:${home.region}:${web}:${resource}`;
const serviceLinked = (path: string) =>
  session(web, `aws-service-role/${path}`, "AWSService", [everything]);

const managementTrusted: Change = trusting(
  role({ account: management }, "OSAccess"),
  trustOf({ AWS: `arn:aws:iam::${management}:root` }),
);

/** Kept true by a test: what is closed one day has to leave the list. */
export const openByNature: readonly Open[] = [
  {
    name: "the service-linked role of Systems Manager sends a command",
    reason:
      "Service-linked roles are outside SCPs and RCPs; registering what makes it act is what is denied.",
    steps: [
      calls(
        serviceLinked("ssm.amazonaws.com/AWSServiceRoleForAmazonSSM"),
        "ssm:SendCommand",
        instance(home),
      ),
    ],
  },
  {
    name: "an administrator of the management account starts a session in it",
    reason: "No SCP reaches the management account: keep no nodes in it.",
    steps: [
      calls(
        session(management, "Admin", "root", [everything]),
        "ssm:StartSession",
        instance({ account: management, region: home.region }),
      ),
    ],
  },
  {
    name: "an administrator of the management account detaches the guardrails",
    reason: "Somebody has to be able to; it is alarmed, not denied.",
    steps: [
      calls(session(management, "Admin", "root", [everything]), "organizations:DetachPolicy"),
    ],
  },
  {
    name: "an administrator of the management account rewrites OSAccess there and takes it",
    given: [managementTrusted],
    reason: "Neither SCPs nor RCPs hold in the management account.",
    steps: [
      calls(
        session(management, "Admin", "root", [everything]),
        "sts:AssumeRole",
        role({ account: management }, "OSAccess"),
      ),
    ],
  },
  {
    name: "a team launches an instance with user data of its own",
    reason:
      "It is how every service is delivered; what starts on a new node is the pipeline's to control.",
    steps: [
      calls(team, "ec2:RunInstances", instance(home)),
      calls(team, "ec2:CreateLaunchTemplateVersion", ec2("launch-template/lt-0a")),
      calls(team, "autoscaling:StartInstanceRefresh"),
    ],
  },
  {
    name: "a team attaches a node's volume to a node of its own and changes it",
    reason: "Backups and repairs need the calls; keys of one's own and detection limit them.",
    steps: [
      calls(team, "ec2:StopInstances", instance(home)),
      calls(team, "ec2:DetachVolume", ec2("volume/vol-0a"), instance(home)),
      calls(team, "ec2:AttachVolume", ec2("volume/vol-0a"), instance(home)),
      calls(team, "ec2:CreateSnapshot", ec2("volume/vol-0a")),
      calls(team, "ebs:GetSnapshotBlock", ec2("snapshot/snap-0a")),
    ],
  },
  {
    name: "a team opens port 22 of a node",
    reason:
      "No condition key of an SCP holds the port of a security group; the policy pack looks at it.",
    steps: [calls(team, "ec2:AuthorizeSecurityGroupIngress", ec2("security-group/sg-0a"))],
  },
  {
    name: "a team delivers code to its nodes with CodeDeploy",
    reason: "Delivery is root by design.",
    steps: [calls(team, "codedeploy:CreateDeployment")],
  },
  {
    name: "a team gives the role of the nodes to a node of its own",
    reason: "Whoever launches nodes passes it: a forged transcript is possible, a read one is not.",
    steps: [calls(team, "iam:PassRole", role(home, "SekishoNode"))],
  },
  {
    name: "alice starts a session after her window, where somebody attached AdministratorAccess to OSAccess",
    given: [raised(role(home, "OSAccess"))],
    reason:
      "Only the absence of an Allow holds the window, since Deny statements for a hundred grants would not fit; that nobody attaches to OSAccess is held by ProtectExemptRoles.",
    steps: [startsShell("alice", home, { "aws:CurrentTime": "2026-12-01T04:30:00Z" })],
  },
  {
    name: "alice looks at nodes and ends her session after her window",
    reason: "Reading opens no node, and nobody should be kept from ending what he began.",
    steps: ["ec2:DescribeInstances", "ssm:TerminateSession"].map((call) => ({
      as: osAccess(web, "alice"),
      call,
      on: [
        {
          arn: sessionOf(home, "alice"),
          context: { "ssm:resourceTag/aws:ssmmessages:session-id": `AROA${web}OSACCESS:alice` },
        },
      ],
      context: { "aws:CurrentTime": "2026-12-01T04:30:00Z" },
    })),
  },
  {
    name: "a deployment rewrites the hardening, which nodes run as root",
    reason: "It deploys the document; the change is what a reviewer looks for.",
    steps: [calls(deploy(web), "ssm:UpdateDocument", hardening(home))],
  },
  {
    name: "a deployment rewrites the preferences and the trust of OSAccess",
    reason: "It deploys them; the RCPs still ask for a user of the identity account with MFA.",
    steps: [
      calls(deploy(web), "ssm:UpdateDocument", preferences(home)),
      calls(deploy(web), "iam:UpdateAssumeRolePolicy", role(home, "OSAccess")),
    ],
  },
  {
    name: "the reader reads what was typed, passwords too",
    reason: "Somebody has to; who he is stands in organization.yaml.",
    steps: [calls(session(web, "SessionAuditor", "dave"), "s3:GetObject", transcript(home))],
  },
  {
    name: "a team's own automation role is taken by a service that it trusts",
    given: [
      withoutRcps,
      trusting(role(home, "PatchAutomation"), trustOf({ Service: "events.amazonaws.com" })),
    ],
    reason: "Which service starts the declared automation is not known here.",
    steps: [
      calls(service("events.amazonaws.com"), "sts:AssumeRole", role(home, "PatchAutomation")),
    ],
  },
  {
    name: "a user with MFA makes a key and keeps it",
    reason: "The key opens nothing without a new code.",
    steps: [
      {
        as: person("alice"),
        call: "iam:CreateAccessKey",
        on: [`arn:aws:iam::${identity}:user/os-access/alice`],
      },
    ],
  },
];
