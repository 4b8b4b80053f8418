import { names, ServiceReview } from "./review";

export const mgn: ServiceReview = {
  service: "mgn",
  groups: [
    {
      consequence: "callersRights",
      reason:
        "An action after launch runs a document on the migrated server with the caller's right to send commands, which the SCPs deny.",
      actions: names(`
        PutSourceServerAction PutTemplateAction RemoveSourceServerAction RemoveTemplateAction
      `),
    },
    {
      consequence: "disk",
      reason: "Replicates whole servers and launches copies of them.",
      actions: names(`
        CreateLaunchConfigurationTemplate CreateReplicationConfigurationTemplate InitializeService
        PauseReplication ResumeReplication RetryDataReplication StartCutover StartReplication
        StartTest StopReplication UpdateLaunchConfiguration UpdateLaunchConfigurationTemplate
        UpdateReplicationConfiguration UpdateReplicationConfigurationTemplate
        UpdateSourceServerReplicationType
      `),
    },
    {
      consequence: "agent",
      reason: "The replication agent, server or client calls it.",
      actions: names(`
        BatchCreateVolumeSnapshotGroupForMgn BatchDeleteSnapshotRequestForMgn
        CreateVcenterClientForMgn DescribeReplicationServerAssociationsForMgn
        DescribeSnapshotRequestsForMgn GetAgentCommandForMgn GetAgentConfirmedResumeInfoForMgn
        GetAgentInstallationAssetsForMgn GetAgentReplicationInfoForMgn
        GetAgentRuntimeConfigurationForMgn GetAgentSnapshotCreditsForMgn GetChannelCommandsForMgn
        GetVcenterClientCommandsForMgn IssueClientCertificateForMgn NotifyAgentAuthenticationForMgn
        NotifyAgentConnectedForMgn NotifyAgentDisconnectedForMgn
        NotifyAgentReplicationProgressForMgn NotifyVcenterClientStartedForMgn RegisterAgentForMgn
        SendAgentLogsForMgn SendAgentMetricsForMgn SendChannelCommandResultForMgn
        SendClientLogsForMgn SendClientMetricsForMgn SendVcenterClientCommandResultForMgn
        SendVcenterClientLogsForMgn SendVcenterClientMetricsForMgn StartSnapshotGroupForMgn
        UpdateAgentBacklogForMgn UpdateAgentConversionInfoForMgn UpdateAgentReplicationInfoForMgn
        UpdateAgentReplicationProcessStateForMgn UpdateAgentSourcePropertiesForMgn
        VerifyClientRoleForMgn
      `),
    },
    {
      consequence: "network",
      reason: "Analyses and deploys networks for migrated servers.",
      actions: names(`
        CreateNetworkMigrationDefinition DeleteNetworkMigrationDefinition
        StartNetworkMigrationAnalysis StartNetworkMigrationCodeGeneration
        StartNetworkMigrationDeployedStacksDeletion StartNetworkMigrationDeployment
        StartNetworkMigrationMapping StartNetworkMigrationMappingUpdate
        UpdateNetworkMigrationDefinition UpdateNetworkMigrationMapperSegment
        UpdateNetworkMigrationMapperSegmentConstruct
      `),
    },
    {
      consequence: "reads",
      reason: "Shows servers, waves and jobs.",
      actions: names(`
        DescribeJobLogItems DescribeJobs DescribeLaunchConfigurationTemplates
        DescribeReplicationConfigurationTemplates DescribeSourceServers DescribeVcenterClients
        GetAccountSettings GetLaunchConfiguration GetNetworkMigrationDefinition
        GetNetworkMigrationMapperSegmentConstruct GetReplicationConfiguration ListApplications
        ListConnectors ListExportErrors ListExports ListImportErrors ListImportFileEnrichments
        ListImports ListManagedAccounts ListNetworkMigrationAnalyses
        ListNetworkMigrationAnalysisResults ListNetworkMigrationCodeGenerationSegments
        ListNetworkMigrationCodeGenerations ListNetworkMigrationDefinitions
        ListNetworkMigrationDeployedStacks ListNetworkMigrationDeployedStacksDeletions
        ListNetworkMigrationDeployments ListNetworkMigrationExecutionArtifacts
        ListNetworkMigrationExecutions ListNetworkMigrationMapperSegmentConstructs
        ListNetworkMigrationMapperSegments ListNetworkMigrationMappingUpdates
        ListNetworkMigrationMappings ListSourceServerActions ListTagsForResource ListTemplateActions
        ListWaves
      `),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Groups, archives, disconnects, ends or tags servers.",
      actions: names(`
        ArchiveApplication ArchiveWave AssociateApplications AssociateSourceServers
        ChangeServerLifeCycleState CreateApplication CreateConnector CreateWave DeleteApplication
        DeleteConnector DeleteJob DeleteLaunchConfigurationTemplate
        DeleteReplicationConfigurationTemplate DeleteSourceServer DeleteVcenterClient DeleteWave
        DisassociateApplications DisassociateSourceServers DisconnectFromService FinalizeCutover
        MarkAsArchived StartExport StartImport StartImportFileEnrichment TagResource
        TerminateTargetInstances UnarchiveApplication UnarchiveWave UntagResource
        UpdateAccountSettings UpdateApplication UpdateConnector UpdateSourceServer UpdateWave
      `),
    },
  ],
};
