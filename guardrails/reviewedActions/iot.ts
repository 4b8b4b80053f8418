import { names, ServiceReview } from "./review";

export const iot: ServiceReview = {
  service: "iot",
  groups: [
    {
      consequence: "delivery",
      reason: "Jobs, commands and updates run what the device's client lets them run.",
      actions: names(`
        AssociateSbomWithPackageVersion AssociateTargetsWithJob CreateCommand CreateJob
        CreateJobTemplate CreateOTAUpdate CreatePackage CreatePackageVersion CreateStream Publish
        RetainPublish SendDirectMessage StartCommandExecution UpdateCommand UpdateJob UpdatePackage
        UpdatePackageConfiguration UpdatePackageVersion UpdateStream UpdateThingShadow
      `),
    },
    {
      consequence: "endsAccess",
      reason: "Closes a tunnel or cancels a job.",
      actions: names(`
        CancelJob CancelJobExecution CloseTunnel DeleteConnection DeleteJob DeleteJobExecution
      `),
    },
    {
      consequence: "callersRights",
      reason: "A role alias gives a device the credentials of a role passed; the SCPs bind them.",
      actions: names("CreateRoleAlias UpdateRoleAlias"),
    },
    {
      consequence: "reads",
      reason: "Shows things, jobs and settings.",
      actions: names(`
        DescribeAccountAuditConfiguration DescribeAuditFinding DescribeAuditMitigationActionsTask
        DescribeAuditSuppression DescribeAuditTask DescribeAuthorizer DescribeBillingGroup
        DescribeCACertificate DescribeCertificate DescribeCertificateProvider DescribeCustomMetric
        DescribeDefaultAuthorizer DescribeDetectMitigationActionsTask DescribeDimension
        DescribeDomainConfiguration DescribeEncryptionConfiguration DescribeEndpoint
        DescribeEventConfigurations DescribeFleetMetric DescribeIndex DescribeJob
        DescribeJobExecution DescribeJobTemplate DescribeManagedJobTemplate DescribeMitigationAction
        DescribeProvisioningTemplate DescribeProvisioningTemplateVersion DescribeRoleAlias
        DescribeScheduledAudit DescribeSecurityProfile DescribeStream DescribeThing
        DescribeThingGroup DescribeThingRegistrationTask DescribeThingType DescribeTunnel
        GetBehaviorModelTrainingSummaries GetBucketsAggregation GetCardinality GetCommand
        GetCommandExecution GetEffectivePolicies GetIndexingConfiguration GetJobDocument
        GetLoggingOptions GetOTAUpdate GetPackage GetPackageConfiguration GetPackageVersion
        GetPercentiles GetPolicy GetPolicyVersion GetRegistrationCode GetRetainedMessage
        GetStatistics GetThingConnectivityData GetThingShadow GetTopicRule GetTopicRuleDestination
        GetV2LoggingOptions ListActiveViolations ListAttachedPolicies ListAuditFindings
        ListAuditMitigationActionsExecutions ListAuditMitigationActionsTasks ListAuditSuppressions
        ListAuditTasks ListAuthorizers ListBillingGroups ListCACertificates ListCertificateProviders
        ListCertificates ListCertificatesByCA ListCommandExecutions ListCommands ListCustomMetrics
        ListDetectMitigationActionsExecutions ListDetectMitigationActionsTasks ListDimensions
        ListDomainConfigurations ListFleetMetrics ListIndices ListJobExecutionsForJob
        ListJobExecutionsForThing ListJobTemplates ListJobs ListManagedJobTemplates ListMetricValues
        ListMitigationActions ListNamedShadowsForThing ListOTAUpdates ListOutgoingCertificates
        ListPackageVersions ListPackages ListPolicies ListPolicyPrincipals ListPolicyVersions
        ListPrincipalPolicies ListPrincipalThings ListPrincipalThingsV2
        ListProvisioningTemplateVersions ListProvisioningTemplates
        ListRelatedResourcesForAuditFinding ListRetainedMessages ListRoleAliases
        ListSbomValidationResults ListScheduledAudits ListSecurityProfiles
        ListSecurityProfilesForTarget ListStreams ListTagsForResource ListTargetsForPolicy
        ListTargetsForSecurityProfile ListThingGroups ListThingGroupsForThing ListThingPrincipals
        ListThingPrincipalsV2 ListThingRegistrationTaskReports ListThingRegistrationTasks
        ListThingTypes ListThings ListThingsInBillingGroup ListThingsInThingGroup
        ListTopicRuleDestinations ListTopicRules ListTunnels ListV2LoggingLevels ListViolationEvents
        SearchIndex TestAuthorization TestInvokeAuthorizer ValidateSecurityProfileBehaviors
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Things, certificates, rules, messages and audits of IoT.",
      actions: names(`
        AcceptCertificateTransfer AddThingToBillingGroup AddThingToThingGroup AttachPolicy
        AttachPrincipalPolicy AttachSecurityProfile AttachThingPrincipal
        CancelAuditMitigationActionsTask CancelAuditTask CancelCertificateTransfer
        CancelDetectMitigationActionsTask ClearDefaultAuthorizer ConfirmTopicRuleDestination Connect
        CreateAuditSuppression CreateAuthorizer CreateBillingGroup CreateCertificateFromCsr
        CreateCertificateProvider CreateCustomMetric CreateDimension CreateDomainConfiguration
        CreateDynamicThingGroup CreateFleetMetric CreateKeysAndCertificate CreateMitigationAction
        CreatePolicy CreatePolicyVersion CreateProvisioningClaim CreateProvisioningTemplate
        CreateProvisioningTemplateVersion CreateScheduledAudit CreateSecurityProfile CreateThing
        CreateThingGroup CreateThingType CreateTopicRule CreateTopicRuleDestination
        DeleteAccountAuditConfiguration DeleteAuditSuppression DeleteAuthorizer DeleteBillingGroup
        DeleteCACertificate DeleteCertificate DeleteCertificateProvider DeleteCommand
        DeleteCommandExecution DeleteCustomMetric DeleteDimension DeleteDomainConfiguration
        DeleteDynamicThingGroup DeleteFleetMetric DeleteJobTemplate DeleteMitigationAction
        DeleteOTAUpdate DeletePackage DeletePackageVersion DeletePolicy DeletePolicyVersion
        DeleteProvisioningTemplate DeleteProvisioningTemplateVersion DeleteRegistrationCode
        DeleteRoleAlias DeleteScheduledAudit DeleteSecurityProfile DeleteStream DeleteThing
        DeleteThingGroup DeleteThingShadow DeleteThingType DeleteTopicRule
        DeleteTopicRuleDestination DeleteV2LoggingLevel DeprecateThingType DetachPolicy
        DetachPrincipalPolicy DetachSecurityProfile DetachThingPrincipal DisableTopicRule
        DisassociateSbomFromPackageVersion EnableTopicRule GetConnection ListSubscriptions
        PutVerificationStateOnViolation Receive RegisterCACertificate RegisterCertificate
        RegisterCertificateWithoutCA RegisterThing RejectCertificateTransfer
        RemoveThingFromBillingGroup RemoveThingFromThingGroup ReplaceTopicRule SetDefaultAuthorizer
        SetDefaultPolicyVersion SetLoggingOptions SetV2LoggingLevel SetV2LoggingOptions
        StartAuditMitigationActionsTask StartDetectMitigationActionsTask StartOnDemandAuditTask
        StartThingRegistrationTask StopThingRegistrationTask Subscribe TagResource
        TransferCertificate UntagResource UpdateAccountAuditConfiguration UpdateAuditSuppression
        UpdateAuthorizer UpdateBillingGroup UpdateCACertificate UpdateCertificate
        UpdateCertificateProvider UpdateCustomMetric UpdateDimension UpdateDomainConfiguration
        UpdateDynamicThingGroup UpdateEncryptionConfiguration UpdateEventConfigurations
        UpdateFleetMetric UpdateIndexingConfiguration UpdateMitigationAction
        UpdateProvisioningTemplate UpdateScheduledAudit UpdateSecurityProfile UpdateThing
        UpdateThingGroup UpdateThingGroupsForThing UpdateThingType UpdateTopicRuleDestination
      `),
    },
  ],
};
