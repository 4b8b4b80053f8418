import { names, ServiceReview } from "./review";

export const logs: ServiceReview = {
  service: "logs",
  groups: [
    {
      consequence: "callersRights",
      reason:
        "Queries log groups as a role passed, and the SCPs refuse the session log group to every role but the reader, which nobody passes.",
      actions: names("CreateScheduledQuery PutIntegration UpdateScheduledQuery"),
    },
    {
      consequence: "showsContent",
      reason:
        "Shows the results of a query that somebody else may have run: the reader of transcripts should not use Logs Insights.",
      actions: names("GetScheduledQuery GetScheduledQueryHistory"),
    },
    {
      consequence: "showsContent",
      reason:
        "Shows samples of what an anomaly detector found, and nobody makes one for the session log group; it works on the detector, so that no policy ties it to a group.",
      actions: names("ListAnomalies"),
    },
    {
      consequence: "agent",
      reason: "The agent on the node may make a log group that is not there; ours is.",
      actions: names("CreateLogGroup"),
    },
    {
      consequence: "reads",
      reason: "Shows groups, streams, settings and field names, no events.",
      actions: names(`
        DescribeAccountPolicies DescribeConfigurationTemplates DescribeDeliveries
        DescribeDeliveryDestinations DescribeDeliverySources DescribeDestinations
        DescribeExportTasks DescribeFieldIndexes DescribeImportTaskBatches DescribeImportTasks
        DescribeIndexPolicies DescribeLogGroups DescribeLogStreams DescribeLookupTables
        DescribeMetricFilters DescribeQueries DescribeQueryDefinitions DescribeResourcePolicies
        DescribeSubscriptionFilters GetDataProtectionPolicy GetDelivery GetDeliveryDestination
        GetDeliveryDestinationPolicy GetDeliverySource GetIntegration GetLogAnomalyDetector
        GetLogDelivery GetLogFields GetLogGroupFields GetLookupTable GetStorageTierPolicy
        GetTransformer ListAggregateLogGroupSummaries ListEntitiesForLogGroup ListIntegrations
        ListLogAnomalyDetectors ListLogDeliveries ListLogGroups ListLogGroupsForEntity
        ListLogGroupsForQuery ListScheduledQueries ListSourcesForS3TableIntegration
        ListSyslogConfigurations ListTagsForResource ListTagsLogGroup StopLiveTail StopQuery
        TestMetricFilter TestTransformer
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Deliveries of other services' logs, imports, indexes, queries by name, tags and removals.",
      actions: names(`
        CallWithBearerToken CancelExportTask CancelImportTask CreateDelivery CreateImportTask
        CreateLogDelivery CreateLookupTable DeleteAccountPolicy DeleteDelivery
        DeleteDeliveryDestination DeleteDeliveryDestinationPolicy DeleteDeliverySource
        DeleteDestination DeleteIndexPolicy DeleteIntegration DeleteLogAnomalyDetector
        DeleteLogDelivery DeleteLookupTable DeletePipelineRule
        DeleteQueryDefinition DeleteResourcePolicy DeleteScheduledQuery 
        DisassociateSourceFromS3TableIntegration
        PutDeliveryDestination PutDeliveryDestinationPolicy
        PutDeliverySource PutDestination PutDestinationPolicy PutIndexPolicy PutQueryDefinition
        PutResourcePolicy PutStorageTierPolicy TagLogGroup TagResource
        UntagLogGroup UntagResource UpdateAnomaly UpdateDeliveryConfiguration
        UpdateLogAnomalyDetector UpdateLogDelivery UpdateLookupTable
      `),
    },
  ],
};
