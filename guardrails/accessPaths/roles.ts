import { KnownAccount, LandingZone } from "../../model/landingZone";
import { nodeRole, osAccessPath, roleArn } from "../../model/names";
import { AccessPath } from "../accessPath";
import { attackOn, inEveryAccount } from "../attackOnRoles";
import { exemptions, exemptRoleArns, exemptRoles } from "../exemptions";
import { nodeRoleNames } from "../nodeRoles";

/** Everything that makes a role or changes what it may do or who may take it. */
export const changesRole: readonly string[] = [
  "iam:CreateRole",
  "iam:DeleteRole",
  "iam:UpdateRole",
  "iam:UpdateRoleDescription",
  "iam:UpdateAssumeRolePolicy",
  "iam:AttachRolePolicy",
  "iam:DetachRolePolicy",
  "iam:PutRolePolicy",
  "iam:DeleteRolePolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:DeleteRolePermissionsBoundary",
  "iam:TagRole",
  "iam:UntagRole",
];

/** Puts another role into a profile of that name. */
const changesProfile: readonly string[] = [
  "iam:CreateInstanceProfile",
  "iam:DeleteInstanceProfile",
  "iam:AddRoleToInstanceProfile",
  "iam:RemoveRoleFromInstanceProfile",
];

/** Sekisho's profile has the name of the role that it carries; those of roles in `nodeRoles` are not declared. */
const nodeRolesAndProfile = (zone: LandingZone, account: string) => [
  ...nodeRoleNames(zone).map((role) => roleArn(zone, account, role)),
  `arn:${zone.organization.partition}:iam::${account}:instance-profile/${nodeRole}`,
];

const sampleSource =
  "github.com/aws-samples/service-control-policy-examples, Deny-modifications-to-specific-IAM-roles.json (2026-04), and iam:PassRole";

/** The same name with a path is another ARN, and IAM would keep the right one from being made. */
function withPaths(zone: LandingZone, account: string, roles: readonly string[]): string[] {
  return roles.flatMap((role) => [
    roleArn(zone, account, role),
    roleArn(zone, account, `*/${role}`),
  ]);
}

function protectedRoles(zone: LandingZone, accounts: readonly KnownAccount[]): string[] {
  const names = new Set(inEveryAccount.flatMap((exemption) => exemptRoles(zone, exemption)));
  return [
    ...withPaths(zone, "*", [...names]),
    ...exemptions
      .filter((exemption) => !inEveryAccount.includes(exemption))
      .flatMap((exemption) => exemptRoleArns(zone, exemption, accounts)),
  ];
}

/** Tampering with a role that a guardrail exempts, or that a node carries. */
export const rolePaths: readonly AccessPath[] = [
  {
    id: "ProtectExemptRoles",
    title: "Roles that a guardrail exempts are made, changed and passed by the deploy role alone.",
    can: "make, change or pass exempt roles",
    opens:
      "OSAccess, the reader of transcripts or another exempt role, for whoever creates it, edits its trust or passes it.",
    actions: [...changesRole, "iam:PassRole"],
    resources: protectedRoles,
    attack: attackOn("osAccess", "automation", "deploy", "reader", "justInTime", "requester"),
    exempt: ["deploy"],
    breaks:
      "Automation roles, and AWS's token role of just-in-time access, made or changed by others: make them before the guardrails.",
    source: sampleSource,
  },
  {
    id: "ProtectNodeRoles",
    title:
      "The roles of the nodes, and their profile, are made and changed by the deploy role alone.",
    can: "make or change node roles",
    opens:
      "Forged transcripts, and the data keys of sessions, for whoever takes a node's role; sessions without a transcript on nodes whose role may not write one; every new node under another role.",
    actions: [...changesRole, ...changesProfile],
    resources: (zone) => nodeRolesAndProfile(zone, "*"),
    attack: (zone, { id }) => ({ resources: nodeRolesAndProfile(zone, id) }),
    exempt: ["deploy"],
    breaks:
      "Changes of a role in nodeRoles by its owner, and roles of that name in other accounts.",
    source: "as ProtectExemptRoles, without iam:PassRole: launching an instance passes its role",
  },
  {
    id: "ProtectOsAccessPolicies",
    title: "Managed policies of OSAccess are written by the deploy role alone.",
    can: "write policies of OSAccess",
    opens: "More rights for OSAccess, or a window without end.",
    actions: [
      "iam:CreatePolicy",
      "iam:CreatePolicyVersion",
      "iam:DeletePolicy",
      "iam:DeletePolicyVersion",
      "iam:SetDefaultPolicyVersion",
    ],
    resources: (zone) => [`arn:${zone.organization.partition}:iam::*:policy${osAccessPath}*`],
    attack: (zone, { id }) => ({
      resources: [`arn:${zone.organization.partition}:iam::${id}:policy${osAccessPath}*`],
    }),
    exempt: ["deploy"],
    source: "Service Authorization Reference, AWS IAM (iam-data, September 2026)",
  },
];
