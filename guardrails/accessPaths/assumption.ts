import { identityAccount, roleArn } from "../../model/names";
import { AccessPath } from "../accessPath";
import { attackOn } from "../attackOnRoles";
import { exemptRoleArns, exemptRoles, isJustInTime } from "../exemptions";

const principalAccountSource =
  "docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalaccount (2026-09)";

/** Taking an exempt role by another way than its own. */
export const assumptionPaths: readonly AccessPath[] = [
  ...[
    { kind: "osAccess" as const, id: "OsAccessOnlyFromIdentityAccount", name: "OSAccess" },
    { kind: "reader" as const, id: "ReaderOnlyFromIdentityAccount", name: "The reader" },
  ].map(({ kind, id, name }): AccessPath => ({
    id,
    title: `${name} is assumed from the identity account alone.`,
    can: `take ${name.replace("The", "the")} instead of its users`,
    opens: `${name} for a principal of the same account whose trust policy was tampered with.`,
    actions: ["sts:AssumeRole"],
    resources: (zone) => exemptRoles(zone, kind).map((role) => roleArn(zone, "*", role)),
    conditions: (zone) => ({
      StringNotEquals: { "aws:PrincipalAccount": identityAccount(zone).id },
    }),
    exists: (zone, accounts) => accounts.some(({ id }) => id !== identityAccount(zone).id),
    attack: attackOn(kind),
    exempt: [],
    source: principalAccountSource,
  })),
  {
    id: "DeployRoleOnlyByCi",
    title: "The deploy role is assumed by the declared CI role alone.",
    can: "take the deploy role instead of CI",
    opens: "The role that makes every other lock.",
    actions: ["sts:AssumeRole"],
    resources: (zone) => exemptRoles(zone, "deploy").map((role) => roleArn(zone, "*", role)),
    conditions: (zone) => ({ ArnNotLike: { "aws:PrincipalArn": zone.deploy.trustedBy } }),
    attack: (zone, account) => ({
      ...attackOn("deploy")(zone, account),
      except: [zone.deploy.trustedBy],
    }),
    exempt: [],
    source: principalAccountSource,
  },
  {
    id: "AutomationRolesOnlyByServices",
    title:
      "Automation roles, and AWS's token role, are taken by AWS services, or by another automation role.",
    can: "take automation roles",
    opens: "Commands as root for an administrator whom a careless trust policy lets in.",
    actions: ["sts:AssumeRole"],
    resources: (zone, accounts) => [
      ...exemptRoleArns(zone, "automation", accounts),
      ...exemptRoleArns(zone, "justInTime", accounts),
    ],
    exists: (zone, accounts) => zone.automationRoles.length > 0 || accounts.some(isJustInTime),
    attack: attackOn("automation", "justInTime"),
    exempt: ["automation"],
    breaks: "An automation role that people or pipelines assume. Services are under no SCP.",
    source: "docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
  },
];
