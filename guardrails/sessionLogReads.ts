/*
 * Actions that show the content of the session log group, the declared reader's alone.
 * Service Authorization Reference, Amazon CloudWatch Logs (iam-data, September 2026).
 */

/** Reads of one log group, or copies of it, that a policy can tie to the group. */
export const sessionLogReads: readonly string[] = [
  "logs:GetLogEvents",
  "logs:GetLogRecord",
  "logs:FilterLogEvents",
  "logs:StartQuery",
  "logs:GetQueryResults",
  "logs:StartLiveTail",
  "logs:Unmask",
  "logs:CreateExportTask",
  "logs:CreateLogAnomalyDetector",
  "logs:PutMetricFilter",
  "logs:PutSubscriptionFilter",
  "logs:PutTransformer",
];

/** Ways out of the account for every log group at once: none of them names a group that a policy could except. */
export const logExports: readonly string[] = [
  "logs:AssociateSourceToS3TableIntegration",
  "logs:Link",
  "logs:PutAccountPolicy",
  "logs:PutPipelineRule",
  "oam:CreateLink",
  "oam:UpdateLink",
  "observabilityadmin:CreateCentralizationRuleForOrganization",
  "observabilityadmin:UpdateCentralizationRuleForOrganization",
  "observabilityadmin:CreateDatasetIntegration",
  "observabilityadmin:UpdateDatasetIntegration",
  "observabilityadmin:CreateS3TableIntegration",
  "observabilityadmin:CreateTelemetryPipeline",
  "observabilityadmin:UpdateTelemetryPipeline",
];
