import { names, ServiceReview } from "./review";

export const bedrockAgentcore: ServiceReview = {
  service: "bedrock-agentcore",
  groups: [
    {
      consequence: "delivery",
      reason: "Runs code in sandboxes, browsers and runtimes of AWS with a role passed.",
      actions: names(`
        CreateAgentRuntime CreateAgentRuntimeEndpoint CreateBrowser CreateCapacityProvider
        CreateCodeInterpreter CreateHarness InvokeAgentRuntime InvokeAgentRuntimeForUser
        InvokeAgentRuntimeWithWebSocketStream InvokeAgentRuntimeWithWebSocketStreamForUser
        InvokeHarness PassCapacityProvider UpdateAgentRuntime UpdateAgentRuntimeEndpoint
        UpdateCapacityProvider UpdateHarness
      `),
    },
    {
      consequence: "showsContent",
      reason: "Hands out credentials for third parties that an agent works with.",
      actions: names(`
        CompleteResourceTokenAuth GetResourceApiKey GetResourceOauth2Token GetResourcePaymentToken
        GetWorkloadAccessToken GetWorkloadAccessTokenForJWT GetWorkloadAccessTokenForUserId
      `),
    },
    {
      consequence: "otherMachine",
      reason: "Runs code or a browser in a sandbox.",
      actions: names(`
        ConnectBrowserAutomationStream ConnectBrowserLiveViewStream InvokeCodeInterpreter
        StartBrowserSession StartCodeInterpreterSession
      `),
    },
    {
      consequence: "reads",
      reason: "Shows agents, gateways and memories.",
      actions: names(`
        GatewayGetWebACLForResource GatewayListResourcesForWebACL GetABTest GetAgentCard
        GetAgentRuntime GetAgentRuntimeEndpoint GetApiKeyCredentialProvider GetBatchEvaluation
        GetBrowser GetBrowserProfile GetBrowserSession GetCapacityProvider GetCodeInterpreter
        GetCodeInterpreterSession GetConfigurationBundle GetConfigurationBundleVersion
        GetConsentPortal GetDataset GetEvaluator GetEvent GetGateway GetGatewayRateLimit
        GetGatewayRule GetGatewayTarget GetHarness GetHarnessEndpoint GetMemory GetMemoryRecord
        GetOauth2CredentialProvider GetOnlineEvaluationConfig GetPaymentConnector
        GetPaymentCredentialProvider GetPaymentInstrument GetPaymentInstrumentBalance
        GetPaymentManager GetPaymentSession GetPolicy GetPolicyEngine GetPolicyEngineSummary
        GetPolicyGeneration GetPolicyGenerationSummary GetPolicySummary GetRecommendation
        GetRegistry GetRegistryRecord GetResourcePolicy GetTokenVault GetWorkloadIdentity
        InvokeRegistryMcp ListABTests ListActors ListAgentRuntimeEndpoints ListAgentRuntimeVersions
        ListAgentRuntimeVersionsByCapacityProvider ListAgentRuntimes ListApiKeyCredentialProviders
        ListBatchEvaluations ListBrowserProfiles ListBrowserSessions ListBrowsers
        ListCapacityProviders ListCodeInterpreterSessions ListCodeInterpreters
        ListConfigurationBundleVersions ListConfigurationBundles ListConsentPortals
        ListDatasetExamples ListDatasetVersions ListDatasets ListEvaluators ListEvents
        ListGatewayRateLimits ListGatewayRules ListGatewayTargets ListGateways ListHarnessEndpoints
        ListHarnessVersions ListHarnesses ListMemories ListMemoryExtractionJobs ListMemoryRecords
        ListOauth2CredentialProviders ListOnlineEvaluationConfigs ListPaymentConnectors
        ListPaymentCredentialProviders ListPaymentInstruments ListPaymentManagers
        ListPaymentSessions ListPolicies ListPolicyEngineSummaries ListPolicyEngines
        ListPolicyGenerationAssets ListPolicyGenerationSummaries ListPolicyGenerations
        ListPolicySummaries ListRecommendations ListRegistries ListRegistryRecords ListSessions
        ListTagsForResource ListWorkloadIdentities RetrieveMemoryRecords SearchRegistryRecords
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Gateways, memories, policies, payments, evaluations and tags of agents.",
      actions: names(`
        AddDatasetExamples AllowVendedLogDeliveryForResource AuthorizeAction
        BatchCreateMemoryRecords BatchDeleteMemoryRecords BatchPutGatewayRateLimits
        BatchUpdateMemoryRecords CreateABTest CreateApiKeyCredentialProvider CreateBrowserProfile
        CreateConfigurationBundle CreateConsentPortal CreateDataset CreateDatasetVersion
        CreateEvaluator CreateEvent CreateGateway CreateGatewayRateLimit CreateGatewayRule
        CreateGatewayTarget CreateHarnessEndpoint CreateMemory CreateOauth2CredentialProvider
        CreateOnlineEvaluationConfig CreatePaymentConnector CreatePaymentCredentialProvider
        CreatePaymentInstrument CreatePaymentManager CreatePaymentSession CreatePolicy
        CreatePolicyEngine CreateRegistry CreateRegistryRecord CreateWorkloadIdentity DeleteABTest
        DeleteAgentRuntime DeleteAgentRuntimeEndpoint DeleteApiKeyCredentialProvider
        DeleteBatchEvaluation DeleteBrowser DeleteBrowserProfile DeleteCapacityProvider
        DeleteCapacityProviderSession DeleteCodeInterpreter DeleteConfigurationBundle
        DeleteConsentPortal DeleteDataset DeleteDatasetExamples DeleteEvaluator DeleteEvent
        DeleteGateway DeleteGatewayRateLimit DeleteGatewayRule DeleteGatewayTarget DeleteHarness
        DeleteHarnessEndpoint DeleteMemory DeleteMemoryRecord DeleteOauth2CredentialProvider
        DeleteOnlineEvaluationConfig DeletePaymentConnector DeletePaymentCredentialProvider
        DeletePaymentInstrument DeletePaymentManager DeletePaymentSession DeletePolicy
        DeletePolicyEngine DeleteRecommendation DeleteRegistry DeleteRegistryRecord
        DeleteResourcePolicy DeleteWorkloadIdentity Evaluate GatewayAssociateWebACL
        GatewayDisassociateWebACL InvokeGateway InvokeWebSearch ManageAdminPolicy
        ManageResourceScopedPolicy PartiallyAuthorizeActions ProcessPayment PutResourcePolicy
        PutSystemLogEvents SaveBrowserSessionProfile SetTokenVaultCMK StartBatchEvaluation
        StartMemoryExtractionJob StartPolicyGeneration StartRecommendation StopBatchEvaluation
        StopBrowserSession StopCodeInterpreterSession StopRuntimeSession
        SubmitRegistryRecordForApproval SynchronizeGatewayTargets TagResource UntagResource
        UpdateABTest UpdateApiKeyCredentialProvider UpdateBrowserStream UpdateConfigurationBundle
        UpdateConsentPortal UpdateDataset UpdateDatasetExamples UpdateEvaluator UpdateGateway
        UpdateGatewayRateLimit UpdateGatewayRule UpdateGatewayTarget UpdateHarnessEndpoint
        UpdateMemory UpdateOauth2CredentialProvider UpdateOnlineEvaluationConfig
        UpdatePaymentConnector UpdatePaymentCredentialProvider UpdatePaymentManager UpdatePolicy
        UpdatePolicyEngine UpdateRegistry UpdateRegistryRecord UpdateRegistryRecordStatus
        UpdateWorkloadIdentity
      `),
    },
  ],
};
