import { names, ServiceReview } from "./review";

export const lambda: ServiceReview = {
  service: "lambda",
  groups: [
    {
      consequence: "delivery",
      reason:
        "Runs a function or MicroVM, or changes code that one uses, with the role that it has; an exempt role must trust no function that others may write.",
      actions: names(`
        AddLayerVersionPermission ConnectMicrovm CreateAlias CreateCapacityProvider
        CreateEventSourceMapping CreateMicrovmAuthToken CreateMicrovmImage InvokeAsync
        InvokeFunction InvokeFunctionUrl PassCapacityProvider PublishLayerVersion PublishVersion
        ResumeMicrovm RunMicrovm UpdateAlias UpdateCapacityProvider UpdateEventSourceMapping
        UpdateMicrovmImage UpdateMicrovmImageVersion
      `),
    },
    {
      consequence: "network",
      reason: "Joins a function or MicroVM to a network.",
      actions: names(`
        CreateNetworkConnector DeleteNetworkConnector PassNetworkConnector UpdateNetworkConnector
      `),
    },
    {
      consequence: "reads",
      reason: "Shows functions, their code and settings.",
      actions: names(`
        GetAccountSettings GetAlias GetCapacityProvider GetCodeSigningConfig GetDurableExecution
        GetDurableExecutionHistory GetDurableExecutionState GetEventSourceMapping GetFunction
        GetFunctionCodeSigningConfig GetFunctionConcurrency GetFunctionConfiguration
        GetFunctionEventInvokeConfig GetFunctionRecursionConfig GetFunctionScalingConfig
        GetFunctionUrlConfig GetLayerVersion GetLayerVersionPolicy GetMicrovm GetMicrovmImage
        GetMicrovmImageBuild GetMicrovmImageVersion GetNetworkConnector GetPolicy
        GetProvisionedConcurrencyConfig GetResourcePolicy GetRuntimeManagementConfig ListAliases
        ListCapacityProviders ListCodeSigningConfigs ListDurableExecutionsByFunction
        ListEventSourceMappings ListFunctionEventInvokeConfigs ListFunctionUrlConfigs
        ListFunctionVersionsByCapacityProvider ListFunctions ListFunctionsByCodeSigningConfig
        ListLayerVersions ListLayers ListManagedMicrovmImageVersions ListManagedMicrovmImages
        ListMicrovmImageBuilds ListMicrovmImageVersions ListMicrovmImages ListMicrovms
        ListNetworkConnectors ListProvisionedConcurrencyConfigs ListTags ListVersionsByFunction
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Limits, signing, callbacks, tags and removals.",
      actions: names(`
        CheckpointDurableExecution CreateCodeSigningConfig DeleteAlias DeleteCapacityProvider
        DeleteCodeSigningConfig DeleteEventSourceMapping DeleteFunctionCodeSigningConfig
        DeleteFunctionConcurrency DeleteFunctionUrlConfig DeleteLayerVersion DeleteMicrovmImage
        DeleteMicrovmImageVersion DeleteProvisionedConcurrencyConfig DisableReplication
        EnableReplication PutFunctionRecursionConfig PutProvisionedConcurrencyConfig
        RemoveLayerVersionPermission SendDurableExecutionCallbackFailure
        SendDurableExecutionCallbackHeartbeat SendDurableExecutionCallbackSuccess
        StopDurableExecution SuspendMicrovm TagResource TerminateMicrovm UntagResource
        UpdateCodeSigningConfig
      `),
    },
  ],
};
