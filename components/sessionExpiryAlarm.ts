import { sessionExpiry } from "../model/names";

/** Minutes without a good run after which the alarm rings. */
const patience = 5;

/**
 * The heartbeat: it rings when none of the last five minutes had a run that ended all it should, which is so too when there
 * was no run. It counts by Lambda's own metrics, because nobody but AWS writes in a namespace that begins with `AWS/`
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html); a metric of the function's own
 * could be written by any administrator.
 */
export function sessionExpiryAlarm(topic: string | undefined) {
  const metric = (id: string, metricName: string) => ({
    id,
    metric: {
      namespace: "AWS/Lambda",
      metricName,
      dimensions: { FunctionName: sessionExpiry },
      period: 60,
      stat: "Sum",
    },
  });
  return {
    name: sessionExpiry,
    alarmDescription:
      "No run of the function that ends sessions went well for five minutes: sessions may outlive their windows.",
    metricQueries: [
      metric("runs", "Invocations"),
      metric("errors", "Errors"),
      { id: "good", expression: "runs - errors", label: "Runs without an error", returnData: true },
    ],
    comparisonOperator: "LessThanThreshold",
    threshold: 1,
    evaluationPeriods: patience,
    datapointsToAlarm: patience,
    treatMissingData: "breaching",
    ...(topic !== undefined && { alarmActions: [topic], okActions: [topic] }),
  };
}
