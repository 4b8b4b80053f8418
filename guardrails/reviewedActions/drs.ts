import { names, ServiceReview } from "./review";

export const drs: ServiceReview = {
  service: "drs",
  groups: [
    {
      consequence: "disk",
      reason: "Replicates and restores whole servers.",
      actions: names(`
        CreateConvertedSnapshotForDrs CreateExtendedSourceServer CreateLaunchConfigurationTemplate
        CreateRecoveryPlan CreateRecoveryPlanStep CreateReplicationConfigurationTemplate
        InitializeService ReorderRecoveryPlanSteps RetryDataReplication
        RetryRecoveryPlanExecutionStep ReverseReplication StartFailbackLaunch StartRecovery
        StartRecoveryPlanExecution StartReplication StopReplication
        UpdateFailbackReplicationConfiguration UpdateLaunchConfiguration
        UpdateLaunchConfigurationTemplate UpdateRecoveryPlan UpdateRecoveryPlanExecutionStep
        UpdateRecoveryPlanStep UpdateReplicationConfiguration UpdateReplicationConfigurationTemplate
      `),
    },
    {
      consequence: "callersRights",
      reason:
        "A launch action runs a document on the recovered server with the caller's right to send commands, which the SCPs deny.",
      actions: names("PutLaunchAction"),
    },
    {
      consequence: "agent",
      reason: "The replication agent, server or client calls it.",
      actions: names(`
        AssociateFailbackClientToRecoveryInstanceForDrs BatchCreateVolumeSnapshotGroupForDrs
        BatchDeleteSnapshotRequestForDrs CreateRecoveryInstanceForDrs CreateSourceServerForDrs
        DescribeReplicationServerAssociationsForDrs DescribeSnapshotRequestsForDrs
        GetAgentCommandForDrs GetAgentConfirmedResumeInfoForDrs GetAgentInstallationAssetsForDrs
        GetAgentReplicationInfoForDrs GetAgentRuntimeConfigurationForDrs
        GetAgentSnapshotCreditsForDrs GetChannelCommandsForDrs GetFailbackCommandForDrs
        GetFailbackLaunchRequestedForDrs GetSuggestedFailbackClientDeviceMappingForDrs
        IssueAgentCertificateForDrs NotifyAgentAuthenticationForDrs NotifyAgentConnectedForDrs
        NotifyAgentDisconnectedForDrs NotifyAgentReplicationProgressForDrs
        NotifyConsistencyAttainedForDrs NotifyReplicationServerAuthenticationForDrs
        NotifyVolumeEventForDrs SendAgentLogsForDrs SendAgentMetricsForDrs
        SendChannelCommandResultForDrs SendClientLogsForDrs SendClientMetricsForDrs
        SendVolumeStatsForDrs UpdateAgentBacklogForDrs UpdateAgentConversionInfoForDrs
        UpdateAgentReplicationInfoForDrs UpdateAgentReplicationProcessStateForDrs
        UpdateAgentSourcePropertiesForDrs UpdateFailbackClientDeviceMappingForDrs
        UpdateFailbackClientLastSeenForDrs UpdateReplicationCertificateForDrs
      `),
    },
    {
      consequence: "network",
      reason: "Copies the networks of a server.",
      actions: names(`
        AssociateSourceNetworkStack CreateSourceNetwork DeleteSourceNetwork
        ExportSourceNetworkCfnTemplate StartSourceNetworkRecovery StartSourceNetworkReplication
        StopSourceNetworkReplication
      `),
    },
    {
      consequence: "reads",
      reason: "Shows servers and recoveries.",
      actions: names(`
        DescribeJobLogItems DescribeJobs DescribeLaunchConfigurationTemplates
        DescribeRecoveryInstances DescribeRecoverySnapshots
        DescribeReplicationConfigurationTemplates DescribeSourceNetworks DescribeSourceServers
        GetFailbackReplicationConfiguration GetLaunchConfiguration GetRecoveryPlan
        GetRecoveryPlanExecution GetRecoveryPlanExecutionStep GetRecoveryPlanStep
        GetReplicationConfiguration ListExtensibleSourceServers ListLaunchActions
        ListRecoveryPlanExecutionSteps ListRecoveryPlanExecutions ListRecoveryPlanSteps
        ListRecoveryPlans ListStagingAccounts ListTagsForResource
      `),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Disconnects, ends, cancels, removes or tags servers and plans.",
      actions: names(`
        CancelRecoveryPlanExecution DeleteJob DeleteLaunchAction DeleteLaunchConfigurationTemplate
        DeleteRecoveryInstance DeleteRecoveryPlan DeleteRecoveryPlanExecution DeleteRecoveryPlanStep
        DeleteReplicationConfigurationTemplate DeleteSourceServer DisconnectRecoveryInstance
        DisconnectSourceServer StopFailback TagResource TerminateRecoveryInstances UntagResource
      `),
    },
  ],
};
