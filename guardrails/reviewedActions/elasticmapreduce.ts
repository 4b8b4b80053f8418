import { names, ServiceReview } from "./review";

export const elasticmapreduce: ServiceReview = {
  service: "elasticmapreduce",
  groups: [
    {
      consequence: "delivery",
      reason:
        "Runs steps, notebooks and bootstrap scripts on the nodes of a cluster, with its role.",
      actions: names(`
        AddInstanceFleet AddInstanceGroups AddJobFlowSteps AttachEditor CreateEditor
        CreateRepository CreateSecurityConfiguration CreateStudio CreateStudioPresignedUrl
        CreateStudioSessionMapping DetachEditor GetClusterSessionCredentials GetSessionEndpoint
        LinkRepository ModifyCluster ModifyInstanceFleet ModifyInstanceGroups OpenEditorInConsole
        PutWorkspaceAccess RunJobFlow StartEditor StartNotebookExecution StartSession StopEditor
        UpdateEditor UpdateRepository UpdateStudio UpdateStudioSessionMapping
      `),
    },
    {
      consequence: "network",
      reason: "Decides whether a cluster may be reachable from everywhere.",
      actions: names("PutBlockPublicAccessConfiguration"),
    },
    {
      consequence: "showsContent",
      reason: "Opens the web pages of a cluster's applications, with logs.",
      actions: names(`
        AccessAllEventLogs CreatePersistentAppUI GetOnClusterAppUIPresignedURL
        GetPersistentAppUIPresignedURL
      `),
    },
    {
      consequence: "reads",
      reason: "Shows clusters, steps and studios.",
      actions: names(`
        DescribeCluster DescribeEditor DescribeJobFlows DescribeNotebookExecution
        DescribePersistentAppUI DescribeReleaseLabel DescribeRepository
        DescribeSecurityConfiguration DescribeStep DescribeStudio GetAutoTerminationPolicy
        GetBlockPublicAccessConfiguration GetManagedScalingPolicy GetSession GetStudioSessionMapping
        ListBootstrapActions ListClusters ListEditors ListInstanceFleets ListInstanceGroups
        ListInstances ListNotebookExecutions ListReleaseLabels ListRepositories
        ListSecurityConfigurations ListSessions ListSteps ListStudioSessionMappings ListStudios
        ListSupportedInstanceTypes ListWorkspaceAccessIdentities ViewEventsFromAllClustersInConsole
      `),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Sizes, protects, tags or ends clusters, notebooks and what belongs to them.",
      actions: names(`
        AddTags CancelSteps DeleteEditor DeleteRepository DeleteSecurityConfiguration DeleteStudio
        DeleteStudioSessionMapping DeleteWorkspaceAccess PutAutoScalingPolicy
        PutAutoTerminationPolicy PutManagedScalingPolicy RemoveAutoScalingPolicy
        RemoveAutoTerminationPolicy RemoveManagedScalingPolicy RemoveTags
        SetKeepJobFlowAliveWhenNoSteps SetTerminationProtection SetUnhealthyNodeReplacement
        SetVisibleToAllUsers StopNotebookExecution TerminateJobFlows TerminateSession
        UnlinkRepository
      `),
    },
  ],
};
