import { KnownAccount, LandingZone } from "../model/landingZone";
import {
  bucketArn,
  identityAccount,
  logBucketPrefix,
  roleArn,
  sessionLogGroup,
} from "../model/names";
import { PolicyConditions } from "./accessPath";
import { exemptRoleArns, Exemption } from "./exemptions";
import { notUsers } from "./principalTypes";

/**
 * A second line before a role or a transcript, which holds whoever calls: a tampered trust policy, a federated caller or
 * another organization, none of which an SCP of ours reaches. An RCP can guard only what few services have; STS, S3 and
 * CloudWatch Logs are among them, Systems Manager and EC2 are not.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export interface ResourceGuard {
  /** Statement id in the RCPs. */
  readonly id: string;
  /** What the statement stops, as a sentence a reviewer reads. */
  readonly title: string;
  readonly actions: readonly string[];
  /** ARN patterns; no statement where it gives none. `accounts` are those that the guardrail reaches. */
  readonly resources: (zone: LandingZone, accounts: readonly KnownAccount[]) => string[];
  readonly conditions?: (zone: LandingZone) => PolicyConditions;
  readonly source: string;
}

const conditionKeys =
  "docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (2026-09)";

const rolesOf =
  (...kinds: Exemption[]): ResourceGuard["resources"] =>
  (zone, accounts) =>
    kinds.flatMap((kind) => exemptRoleArns(zone, kind, accounts));

const ciRole: ResourceGuard["resources"] = ({ deploy: { trustedBy } }, accounts) =>
  accounts.some(({ id }) => id === trustedBy.split(":")[4]) ? [trustedBy] : [];

/** A service calls without an account, and says so; whoever else calls without one is refused. */
const notAService = { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };

/** People come from the identity account, as users, with MFA. */
const roleOfPeople = (kind: Exemption, name: string, start: string): ResourceGuard[] => [
  {
    id: `${start}OnlyFromIdentityAccount`,
    title: `${name} is assumed from the identity account alone, not by a service either.`,
    actions: ["sts:AssumeRole"],
    resources: rolesOf(kind),
    conditions: (zone) => ({
      StringNotEquals: { "aws:PrincipalAccount": identityAccount(zone).id },
    }),
    source: conditionKeys,
  },
  {
    id: `${start}OnlyByUsers`,
    title: `${name} is assumed by users, by no role or root user of the identity account.`,
    actions: ["sts:AssumeRole"],
    resources: rolesOf(kind),
    conditions: () => ({ StringEquals: { "aws:PrincipalType": notUsers } }),
    source: conditionKeys,
  },
  {
    id: `${start}NeedsMfa`,
    title: `${name} is not assumed without MFA.`,
    actions: ["sts:AssumeRole"],
    resources: rolesOf(kind),
    conditions: () => ({ BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }),
    source: conditionKeys,
  },
];

/** Every statement of the RCPs, in their order. */
export const resourceGuards: readonly ResourceGuard[] = [
  ...roleOfPeople("osAccess", "OSAccess", "OsAccess"),
  ...roleOfPeople("reader", "The reader of transcripts", "Reader"),
  {
    id: "ExemptRolesNotByFederation",
    title: "No exempt role is taken by SAML or a web identity.",
    actions: ["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"],
    resources: rolesOf("osAccess", "reader", "deploy", "automation", "justInTime"),
    source: conditionKeys,
  },
  {
    id: "DeployRoleOnlyByCi",
    title: "The deploy role is assumed by the declared CI role alone.",
    actions: ["sts:AssumeRole"],
    resources: rolesOf("deploy"),
    conditions: (zone) => ({ ArnNotLike: { "aws:PrincipalArn": zone.deploy.trustedBy } }),
    source: conditionKeys,
  },
  {
    id: "AutomationRolesOnlyByServices",
    title: "Automation roles, and AWS's token role, are taken by AWS services or automation roles.",
    actions: ["sts:AssumeRole"],
    resources: rolesOf("automation", "justInTime"),
    conditions: (zone) => ({
      ...(zone.automationRoles.length > 0 && {
        ArnNotLike: {
          "aws:PrincipalArn": zone.automationRoles.map((role) => roleArn(zone, "*", role)),
        },
      }),
      ...notAService,
    }),
    source: conditionKeys,
  },
  {
    id: "AutomationRolesOnlyInOrganization",
    title: "An automation role of another organization takes none of ours.",
    actions: ["sts:AssumeRole"],
    resources: rolesOf("automation", "justInTime"),
    conditions: (zone) => ({
      StringNotEqualsIfExists: { "aws:PrincipalOrgID": zone.organization.id },
      ...notAService,
    }),
    source: conditionKeys,
  },
  {
    id: "CiRoleOnlyByItsProvider",
    title:
      "The CI role is taken by its identity provider or by an AWS service, by no user or role.",
    actions: ["sts:AssumeRole"],
    resources: ciRole,
    conditions: () => notAService,
    source: conditionKeys,
  },
  {
    id: "TranscriptsStayInOrganization",
    title: "Nobody outside the organization touches a log bucket or a session log group.",
    actions: ["s3:*", "logs:*"],
    resources: (zone) => [
      bucketArn(zone, `${logBucketPrefix}*`),
      `arn:${zone.organization.partition}:logs:*:*:log-group:${sessionLogGroup}*`,
    ],
    conditions: (zone) => ({
      StringNotEqualsIfExists: { "aws:PrincipalOrgID": zone.organization.id },
      ...notAService,
    }),
    source:
      "github.com/aws-samples/data-perimeter-policy-examples, resource control policies (2026-09)",
  },
];
