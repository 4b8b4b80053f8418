import { names, ServiceReview } from "./review";

export const cloudwatch: ServiceReview = {
  service: "cloudwatch",
  groups: [
    {
      consequence: "reads",
      reason: "Shows metrics, alarms, dashboards and services.",
      actions: names(`
        BatchGetServiceLevelIndicatorReport BatchGetServiceLevelObjectiveBudgetReport
        DescribeAlarmHistory DescribeAlarms DescribeAlarmsForMetric DescribeAnomalyDetectors
        DescribeInsightRules GenerateQuery GenerateQueryResultsSummary GetAccessGrant
        GetAccessProfile GetAgentGraph GetAlarmMuteRule GetAlert GetContextGraph GetDashboard
        GetDataset GetDomain GetDomainAccessGrantForOrganization GetDomainForOrganization
        GetIngestionEndpoint GetInsightRuleReport GetIntegration GetIntelligenceConfiguration
        GetMetricData GetMetricStatistics GetMetricStream GetMetricWidgetImage GetOTelEnrichment
        GetOmniDashboard GetOmniThread GetPreferences GetRecords GetService GetServiceData
        GetServiceLevelObjective GetSpace GetSpaceCredentials GetSpaceCredentialsForOrganization
        GetTelemetryQueryResults GetTopologyDiscoveryStatus GetTopologyMap GetView ListAccessGrants
        ListAccessProfiles ListAlarmMuteRules ListAlertContributors ListAlerts ListDashboards
        ListDomainAccessGrantsForOrganization ListDomains ListEntitiesForMetric
        ListIngestionEndpoints ListIntegrations ListManagedInsightRules ListMetricStreams
        ListMetrics ListOmniDashboards ListOmniThreads ListServiceLevelObjectives ListServices
        ListSpaceAccess ListSpaces ListSpacesForOrganization ListTagsForResource ListTelemetryFields
        ListTelemetryQuerySessions ListViews
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Metrics, dashboards, domains, spaces and queries of CloudWatch's own; the alarm of the function that ends sessions counts by metrics in AWS's namespace, which PutMetricData cannot write.",
      actions: names(`
        AssumeAccessProfile CallWithBearerToken CreateAccessGrant CreateAccessProfile CreateAlert
        CreateDomain CreateDomainAccessGrantForOrganization CreateDomainForOrganization
        CreateIngestionEndpoint CreateIntegration CreateOmniDashboard CreateOmniThread
        CreateOneTimeDeepLinkCode CreateServiceLevelObjective CreateSpace CreateView
        DeleteAccessGrant DeleteAccessProfile DeleteAlarmMuteRule DeleteAlert DeleteAnomalyDetector
        DeleteDashboards DeleteDomain DeleteDomainAccessGrantForOrganization
        DeleteDomainForOrganization DeleteIngestionEndpoint DeleteInsightRules DeleteIntegration
        DeleteMetricStream DeleteOmniDashboard DeleteOmniThread DeletePipelineRule
        DeleteServiceLevelObjective DeleteSpace DeleteView DisableInsightRules EnableAlarmActions
        EnableInsightRules EnableTopologyDiscovery InvokeIntegration Link PutAnomalyDetector
        PutDashboard PutInsightRule PutIntelligenceConfiguration PutManagedInsightRules
        PutMetricData PutMetricStream PutPipelineRule QueryTraces SearchPrincipals
        StartMetricStreams StartOTelEnrichment StartOmniThreadSession StartTelemetryQuery
        StartTelemetryQuerySession StopMetricStreams StopOTelEnrichment StopTelemetryQuery
        StopTelemetryQuerySession SubmitFeedback TagResource UntagResource UpdateAccessProfile
        UpdateAlert UpdateDomain UpdateDomainForOrganization UpdateIngestionEndpoint
        UpdateIntegration UpdateOmniDashboard UpdateOmniThread UpdatePreferences
        UpdateServiceLevelObjective UpdateSpace UpdateView
      `),
    },
  ],
};
