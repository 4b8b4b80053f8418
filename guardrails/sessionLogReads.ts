/**
 * Every action that shows the content of a log group; the session log group's is the declared reader's alone.
 * Service Authorization Reference, Amazon CloudWatch Logs (iam-data, September 2026).
 */
export const sessionLogReads: readonly string[] = [
  "logs:GetLogEvents",
  "logs:GetLogRecord",
  "logs:FilterLogEvents",
  "logs:StartQuery",
  "logs:StartLiveTail",
  "logs:Unmask",
  "logs:CreateExportTask",
  "logs:PutSubscriptionFilter",
];
