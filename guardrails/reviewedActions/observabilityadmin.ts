import { names, ServiceReview } from "./review";

export const observabilityadmin: ServiceReview = {
  service: "observabilityadmin",
  groups: [
    {
      consequence: "reads",
      reason: "Shows rules and integrations.",
      actions: names(`
        GetCentralizationRuleForOrganization GetDatasetIntegration GetS3TableIntegration
        GetTelemetryEnrichmentStatus GetTelemetryEvaluationStatus
        GetTelemetryEvaluationStatusForOrganization GetTelemetryPipeline GetTelemetryRule
        GetTelemetryRuleForOrganization ListCentralizationRulesForOrganization
        ListDatasetIntegrations ListResourceTelemetry ListResourceTelemetryForOrganization
        ListS3TableIntegrations ListTagsForResource ListTelemetryPipelines ListTelemetryRules
        ListTelemetryRulesForOrganization TestTelemetryPipeline
        ValidateTelemetryPipelineConfiguration
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Turns telemetry of resources on or off, or removes and tags its rules; session logs are not made by it.",
      actions: names(`
        CreateTelemetryRule CreateTelemetryRuleForOrganization
        DeleteCentralizationRuleForOrganization DeleteDatasetIntegration DeleteS3TableIntegration
        DeleteTelemetryPipeline DeleteTelemetryRule DeleteTelemetryRuleForOrganization
        StartTelemetryEnrichment StartTelemetryEvaluation StartTelemetryEvaluationForOrganization
        StopTelemetryEnrichment StopTelemetryEvaluation StopTelemetryEvaluationForOrganization
        TagResource UntagResource UpdateTelemetryRule UpdateTelemetryRuleForOrganization
      `),
    },
  ],
};
