import { names, ServiceReview } from "./review";

export const config: ServiceReview = {
  service: "config",
  groups: [
    {
      consequence: "callersRights",
      reason: "Starts a remediation that somebody else defined.",
      actions: names("PutRemediationExceptions StartRemediationExecution"),
    },
    {
      consequence: "reads",
      reason: "Shows resources and findings.",
      actions: names(`
        BatchGetAggregateResourceConfig BatchGetResourceConfig DeliverConfigSnapshot
        DescribeAggregateComplianceByConfigRules DescribeAggregateComplianceByConformancePacks
        DescribeAggregationAuthorizations DescribeComplianceByConfigRule
        DescribeComplianceByResource DescribeConfigRuleEvaluationStatus DescribeConfigRules
        DescribeConfigurationAggregatorSourcesStatus DescribeConfigurationAggregators
        DescribeConfigurationRecorderStatus DescribeConfigurationRecorders
        DescribeConformancePackCompliance DescribeConformancePackStatus DescribeConformancePacks
        DescribeDeliveryChannelStatus DescribeDeliveryChannels
        DescribeOrganizationConfigRuleStatuses DescribeOrganizationConfigRules
        DescribeOrganizationConformancePackStatuses DescribeOrganizationConformancePacks
        DescribePendingAggregationRequests DescribeRemediationConfigurations
        DescribeRemediationExceptions DescribeRemediationExecutionStatus
        DescribeRetentionConfigurations GetAggregateComplianceDetailsByConfigRule
        GetAggregateConfigRuleComplianceSummary GetAggregateConformancePackComplianceSummary
        GetAggregateDiscoveredResourceCounts GetAggregateResourceConfig
        GetComplianceDetailsByConfigRule GetComplianceDetailsByResource
        GetComplianceSummaryByConfigRule GetComplianceSummaryByResourceType
        GetConformancePackComplianceDetails GetConformancePackComplianceSummary GetConnector
        GetCustomRulePolicy GetDiscoveredResourceCounts GetOrganizationConfigRuleDetailedStatus
        GetOrganizationConformancePackDetailedStatus GetOrganizationCustomRulePolicy
        GetResourceConfigHistory GetResourceEvaluationSummary GetStoredQuery
        ListAggregateDiscoveredResources ListConfigurationRecorders
        ListConformancePackComplianceScores ListConnectors ListDiscoveredResources
        ListResourceEvaluations ListStoredQueries ListTagsForResource SelectAggregateResourceConfig
        SelectResourceConfig
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Rules, recorders, aggregators, findings and tags; no node reads them.",
      actions: names(`
        AssociateResourceTypes DeleteAggregationAuthorization DeleteConfigRule
        DeleteConfigurationAggregator DeleteConfigurationRecorder DeleteConformancePack
        DeleteConnector DeleteDeliveryChannel DeleteEvaluationResults DeleteOrganizationConfigRule
        DeleteOrganizationConformancePack DeletePendingAggregationRequest
        DeleteRemediationConfiguration DeleteRemediationExceptions DeleteResourceConfig
        DeleteRetentionConfiguration DeleteServiceLinkedConfigurationRecorder DeleteStoredQuery
        DisassociateResourceTypes PutAggregationAuthorization PutConfigRule
        PutConfigurationAggregator PutConfigurationRecorder PutConnector PutDeliveryChannel
        PutEvaluations PutExternalEvaluation PutOrganizationConfigRule PutResourceConfig
        PutRetentionConfiguration PutServiceLinkedConfigurationRecorder PutStoredQuery
        PutThirdPartyServiceLinkedConfigurationRecorder StartConfigRulesEvaluation
        StartConfigurationRecorder StartResourceEvaluation StopConfigurationRecorder TagResource
        UntagResource
      `),
    },
  ],
};
