import { bucket, logGroup, logStream, Place, transcript } from "../world/places";
import { nodeNames } from "../world/people";
import { ReservedCalls } from "./reservedCalls";

const teamBucket = ({ account }: Place) => `arn:aws:s3:::team-data-${account}`;
const teamGroup = ({ account, region }: Place) =>
  `arn:aws:logs:${region}:${account}:log-group:/team/application`;

/** The log of the function that ends sessions. */
const expiryGroup = ({ account, region }: Place) =>
  `arn:aws:logs:${region}:${account}:log-group:/sekisho/session-expiry`;

/** Not of sessions, though its name begins like theirs. */
const ourOtherGroup = ({ account, region }: Place) =>
  `arn:aws:logs:${region}:${account}:log-group:/sekisho/deployments`;

/**
 * What is kept of sessions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
 */
export const sessionLogs: readonly ReservedCalls[] = [
  {
    aim: "weaken a log bucket",
    calls: [
      "s3:DeleteBucket",
      "s3:DeleteBucketPolicy",
      "s3:PutBucketAcl",
      "s3:PutBucketLogging",
      "s3:PutBucketObjectLockConfiguration",
      "s3:PutBucketOwnershipControls",
      "s3:PutBucketPolicy",
      "s3:PutBucketPublicAccessBlock",
      "s3:PutBucketVersioning",
      "s3:PutEncryptionConfiguration",
      "s3:PutLifecycleConfiguration",
      "s3:PutReplicationConfiguration",
    ],
    on: (place) => [[bucket(place)]],
    keptFor: ["SekishoDeploy"],
    free: (place) => [[teamBucket(place)]],
  },
  {
    aim: "end a transcript before its time",
    calls: [
      "s3:BypassGovernanceRetention",
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:PutObjectLegalHold",
      "s3:PutObjectRetention",
      "s3:ReplicateDelete",
      "s3:UpdateObjectEncryption",
    ],
    on: (place) => [[transcript(place)]],
    keptFor: [],
    free: (place) => [[`${teamBucket(place)}/report.csv`]],
  },
  {
    aim: "read what was typed in sessions",
    calls: [
      "logs:GetLogEvents",
      "logs:GetLogRecord",
      "logs:FilterLogEvents",
      "logs:StartQuery",
      "logs:StartLiveTail",
      "logs:Unmask",
      "logs:GetQueryResults",
      "logs:CreateExportTask",
      "logs:CreateLogAnomalyDetector",
      "logs:PutMetricFilter",
      "logs:PutSubscriptionFilter",
      "logs:PutTransformer",
    ],
    on: (place) => [[logGroup(place)], [logStream(place)]],
    keptFor: ["SessionAuditor"],
    free: (place) => [[teamGroup(place)], [ourOtherGroup(place)]],
  },
  {
    aim: "put lines into the transcript of a session",
    calls: ["logs:PutLogEvents", "logs:CreateLogStream"],
    on: (place) => [[logStream(place)]],
    keptFor: nodeNames,
    free: (place) => [
      [`${teamGroup(place)}:log-stream:a`],
      [`${ourOtherGroup(place)}:log-stream:a`],
    ],
  },
  {
    aim: "take all log groups out of the account",
    calls: [
      "logs:AssociateSourceToS3TableIntegration",
      "logs:Link",
      "logs:PutAccountPolicy",
      "logs:PutPipelineRule",
      "oam:CreateLink",
      "oam:UpdateLink",
      "observabilityadmin:CreateCentralizationRuleForOrganization",
      "observabilityadmin:CreateDatasetIntegration",
      "observabilityadmin:CreateS3TableIntegration",
      "observabilityadmin:CreateTelemetryPipeline",
      "observabilityadmin:UpdateDatasetIntegration",
      "observabilityadmin:UpdateTelemetryPipeline",
      "observabilityadmin:UpdateCentralizationRuleForOrganization",
    ],
    on: () => [[]],
    keptFor: ["SekishoDeploy"],
  },
  {
    aim: "end or expose the log of sessions, or of what ends them",
    calls: [
      "logs:AssociateKmsKey",
      "logs:DeleteLogGroup",
      "logs:DeleteLogStream",
      "logs:DeleteMetricFilter",
      "logs:DeleteSubscriptionFilter",
      "logs:DeleteSyslogConfiguration",
      "logs:DeleteTransformer",
      "logs:PutBearerTokenAuthentication",
      "logs:PutSyslogConfiguration",
      "logs:DeleteRetentionPolicy",
      "logs:DisassociateKmsKey",
      "logs:DeleteDataProtectionPolicy",
      "logs:IntegrateWithDataset",
      "logs:IntegrateWithS3Table",
      "logs:ProcessWithPipeline",
      "logs:PutDataProtectionPolicy",
      "logs:PutLogGroupDeletionProtection",
      "logs:PutRetentionPolicy",
    ],
    on: (place) => [
      [logGroup(place)],
      [logStream(place)],
      [expiryGroup(place)],
      [`${expiryGroup(place)}:log-stream:2026/12/01`],
    ],
    keptFor: ["SekishoDeploy"],
    free: (place) => [[teamGroup(place)], [ourOtherGroup(place)]],
  },
];
