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
      consequence: "agent",
      reason: "The agent on the node writes a transcript with it.",
      actions: names("CreateLogGroup CreateLogStream PutLogEvents"),
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
        DeleteLogDelivery DeleteLookupTable DeleteMetricFilter DeletePipelineRule
        DeleteQueryDefinition DeleteResourcePolicy DeleteScheduledQuery DeleteSubscriptionFilter
        DeleteSyslogConfiguration DeleteTransformer DisassociateSourceFromS3TableIntegration
        PutBearerTokenAuthentication PutDeliveryDestination PutDeliveryDestinationPolicy
        PutDeliverySource PutDestination PutDestinationPolicy PutIndexPolicy PutQueryDefinition
        PutResourcePolicy PutStorageTierPolicy PutSyslogConfiguration TagLogGroup TagResource
        UntagLogGroup UntagResource UpdateAnomaly UpdateDeliveryConfiguration
        UpdateLogAnomalyDetector UpdateLogDelivery UpdateLookupTable
      `),
    },
  ],
};
