import { names, ServiceReview } from "./review";

/** AWS ended the service in 2022; its service-linked role may live on. */
export const sms: ServiceReview = {
  service: "sms",
  groups: [
    {
      consequence: "reads",
      reason: "Shows servers, jobs and applications.",
      actions: names(`
        GetApp GetAppLaunchConfiguration GetAppReplicationConfiguration GetAppValidationConfiguration
        GetAppValidationOutput GetConnectors GetReplicationJobs GetReplicationRuns GetServers ListApps
      `),
    },
    {
      consequence: "agent",
      reason: "The connector, or a node that was migrated, reports with it.",
      actions: names("GetMessages NotifyAppValidationOutput SendMessage"),
    },
    {
      consequence: "delivery",
      reason: "Copies servers into images and launches new nodes from them.",
      actions: names(`
        CreateApp CreateReplicationJob GenerateChangeSet GenerateTemplate ImportAppCatalog
        ImportServerCatalog LaunchApp PutAppLaunchConfiguration PutAppReplicationConfiguration
        StartAppReplication StartOnDemandAppReplication StartOnDemandReplicationRun UpdateApp
        UpdateReplicationJob
      `),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Stops or removes applications, jobs and connectors.",
      actions: names(`
        DeleteApp DeleteAppLaunchConfiguration DeleteAppReplicationConfiguration
        DeleteAppValidationConfiguration DeleteReplicationJob DeleteServerCatalog
        DisassociateConnector StopAppReplication TerminateApp
      `),
    },
  ],
};
