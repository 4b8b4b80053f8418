import { KnownAccount, LandingZone } from "../../model/landingZone";
import {
  bucketArn,
  logBucket,
  logBucketPrefix,
  roleArn,
  sessionExpiryLogGroup,
  sessionLogGroup,
} from "../../model/names";
import { AccessPath } from "../accessPath";
import { endsTranscripts, weakensLogBucket } from "../logBucketActions";
import { nodeRoleNames } from "../nodeRoles";
import { logExports, sessionLogReads } from "../sessionLogReads";

const sessionLogStreams = (zone: LandingZone, account = "*") => [
  `arn:${zone.organization.partition}:logs:*:${account}:log-group:${sessionLogGroup}:*`,
];

const sessionLogGroups = (zone: LandingZone, account = "*") => [
  `arn:${zone.organization.partition}:logs:*:${account}:log-group:${sessionLogGroup}`,
  ...sessionLogStreams(zone, account),
];

/** The log of the function that ends sessions is kept as the transcripts are, though anybody may read it. */
const keptLogGroups = (zone: LandingZone, account = "*") => [
  ...sessionLogGroups(zone, account),
  `arn:${zone.organization.partition}:logs:*:${account}:log-group:${sessionExpiryLogGroup}`,
  `arn:${zone.organization.partition}:logs:*:${account}:log-group:${sessionExpiryLogGroup}:*`,
];

const nodeRoleArns = (zone: LandingZone, account = "*") =>
  nodeRoleNames(zone).map((role) => roleArn(zone, account, role));

const onSessionLogs = (zone: LandingZone, { id }: KnownAccount) => ({
  resources: sessionLogGroups(zone, id),
});

/**
 * Types of Organizations policies that neither guard a path nor open one. Any other, and a request that does not tell its
 * type, is taken to be one that does.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies.html
 */
const harmlessPolicyTypes = ["TAG_POLICY", "BACKUP_POLICY", "AISERVICES_OPT_OUT_POLICY"];

/** Tampering with the record of sessions, or leaving the guardrails with the whole account. */
export const recordPaths: readonly AccessPath[] = [
  {
    id: "ProtectSessionLogBuckets",
    title: "Log buckets are configured by the deploy role alone.",
    can: "configure log buckets",
    opens: "Transcripts that are readable, short-lived or gone.",
    actions: ["s3:DeleteBucket", ...weakensLogBucket],
    resources: (zone) => [bucketArn(zone, `${logBucketPrefix}*`)],
    attack: (zone, account) => ({ resources: [bucketArn(zone, logBucket(account))] }),
    exempt: ["deploy"],
    source: "Service Authorization Reference, Amazon S3 (iam-data, September 2026)",
  },
  {
    id: "KeepTranscripts",
    title: "Nobody deletes a transcript or shortens its retention.",
    can: "delete transcripts",
    opens: "A session that leaves no trace.",
    actions: endsTranscripts,
    resources: (zone) => [bucketArn(zone, `${logBucketPrefix}*/*`)],
    attack: (zone, account) => ({ resources: [bucketArn(zone, `${logBucket(account)}/*`)] }),
    exempt: [],
    source: "docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html (2026-09)",
  },
  {
    id: "OnlyReaderReadsTranscripts",
    title: "Transcripts in CloudWatch Logs are read and exported by the declared reader alone.",
    can: "read transcripts in CloudWatch",
    opens: "Everything that was typed and shown in every session, passwords included.",
    actions: sessionLogReads,
    resources: (zone) => sessionLogGroups(zone),
    attack: onSessionLogs,
    exempt: ["reader"],
    source: "Service Authorization Reference, Amazon CloudWatch Logs (iam-data, September 2026)",
  },
  {
    id: "OnlyNodesWriteTranscripts",
    title: "Transcripts in CloudWatch Logs are written by the roles of the nodes alone.",
    can: "write into transcripts",
    opens: "Lines that nobody typed, in the transcript of somebody else's session.",
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: (zone) => sessionLogStreams(zone),
    conditions: (zone) => ({ ArnNotLike: { "aws:PrincipalArn": nodeRoleArns(zone) } }),
    attack: (zone, account) => ({
      resources: sessionLogStreams(zone, account.id),
      except: nodeRoleArns(zone, account.id),
    }),
    exempt: [],
    breaks: "The stream of a node whose role is not in nodeRoles; the session key refuses it too.",
    source: "Service Authorization Reference, Amazon CloudWatch Logs (iam-data, September 2026)",
  },
  {
    id: "NoLogExports",
    title: "Log groups leave the account through the deploy role alone.",
    can: "export or mirror log groups",
    opens: "The session log group, in another account that reads it at leisure.",
    actions: logExports,
    exempt: ["deploy"],
    breaks:
      "Log policies of a whole account, links to a monitoring account, telemetry pipelines, S3 table and dataset integrations made by teams.",
    source:
      "Service Authorization Reference, Amazon CloudWatch Logs, CloudWatch Observability Access Manager and Observability Admin (iam-data, September 2026)",
  },
  {
    id: "ProtectSessionLogGroups",
    title:
      "The log groups of sessions, and of the function that ends them, are configured by the deploy role alone.",
    can: "configure session log groups",
    opens:
      "A log group without retention, encryption or content, mirrored elsewhere, without the filters that raise alarms, or open to writers with no AWS credentials.",
    actions: [
      "logs:DeleteLogGroup",
      "logs:DeleteLogStream",
      "logs:DeleteMetricFilter",
      "logs:DeleteSubscriptionFilter",
      "logs:DeleteTransformer",
      "logs:DeleteSyslogConfiguration",
      "logs:PutBearerTokenAuthentication",
      "logs:PutSyslogConfiguration",
      "logs:DeleteRetentionPolicy",
      "logs:PutRetentionPolicy",
      "logs:DisassociateKmsKey",
      "logs:AssociateKmsKey",
      "logs:PutDataProtectionPolicy",
      "logs:DeleteDataProtectionPolicy",
      "logs:PutLogGroupDeletionProtection",
      "logs:ProcessWithPipeline",
      "logs:IntegrateWithDataset",
      "logs:IntegrateWithS3Table",
    ],
    resources: (zone) => keptLogGroups(zone),
    attack: (zone, { id }) => ({ resources: keptLogGroups(zone, id) }),
    exempt: ["deploy"],
    source: "Service Authorization Reference, Amazon CloudWatch Logs (iam-data, September 2026)",
  },
  {
    id: "ProtectDesktopRecordings",
    title: "How remote desktops are recorded is set by the deploy role alone.",
    can: "set how desktops are recorded",
    opens: "A desktop session, got by just-in-time node access, without its recording.",
    actions: [
      "ssm-guiconnect:UpdateConnectionRecordingPreferences",
      "ssm-guiconnect:DeleteConnectionRecordingPreferences",
    ],
    exempt: ["deploy"],
    source:
      "Service Authorization Reference, AWS Systems Manager GUI Connect (iam-data, September 2026)",
  },
  {
    id: "StayInOrganization",
    title: "No account leaves the organization.",
    can: "leave the organization",
    opens: "An account without any guardrail.",
    // A member that accepts another organization's invitation leaves its own by that.
    actions: ["organizations:LeaveOrganization", "organizations:AcceptHandshake"],
    exempt: [],
    source:
      "docs.aws.amazon.com/organizations/latest/APIReference/API_AcceptHandshake.html (2026-11)",
  },
  {
    id: "NoPolicyChangesFromMembers",
    title: "Guardrails are made, changed and attached from the management account alone.",
    can: "change guardrails from here",
    opens:
      "The guardrails themselves, for a member account that AWS Organizations delegates them to.",
    actions: [
      "organizations:AttachPolicy",
      "organizations:CreatePolicy",
      "organizations:DeletePolicy",
      "organizations:DetachPolicy",
      "organizations:DisablePolicyType",
      "organizations:EnablePolicyType",
      "organizations:UpdatePolicy",
    ],
    conditions: () => ({ StringNotEquals: { "organizations:PolicyType": harmlessPolicyTypes } }),
    attack: () => ({
      context: { "organizations:PolicyType": "SERVICE_CONTROL_POLICY" },
    }),
    exempt: [],
    breaks:
      "A delegated administrator of SCPs, RCPs or declarative policies. No SCP reaches the management account, from which Sekisho deploys them.",
    source:
      "docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html (2026-11)",
  },
];
