import { names, ServiceReview } from "./review";

export const deadline: ServiceReview = {
  service: "deadline",
  groups: [
    {
      consequence: "delivery",
      reason: "Jobs run scripts on render workers, as the queue's user.",
      actions: names(`
        CreateFleet CreateJob CreateQueue CreateQueueEnvironment CreateQueueFleetAssociation
        UpdateFleet UpdateJob UpdateQueue UpdateQueueEnvironment UpdateQueueFleetAssociation
        UpdateSession UpdateStep UpdateTask
      `),
    },
    {
      consequence: "agent",
      reason: "The worker's agent fetches its work and credentials.",
      actions: names(`
        AssumeFleetRoleForWorker AssumeQueueRoleForWorker BatchGetJobEntity CreateWorker
        UpdateWorker UpdateWorkerSchedule
      `),
    },
    {
      consequence: "callersRights",
      reason: "Credentials of a queue's or fleet's role, which the SCPs bind.",
      actions: names("AssumeFleetRoleForRead AssumeQueueRoleForRead AssumeQueueRoleForUser"),
    },
    {
      consequence: "reads",
      reason: "Shows farms, queues and jobs.",
      actions: names(`
        GetApplicationVersion GetBudget GetFarm GetFleet GetJob GetJobTemplate GetLicenseEndpoint
        GetLimit GetMonitor GetMonitorSettings GetQueue GetQueueEnvironment GetQueueFleetAssociation
        GetQueueLimitAssociation GetSession GetSessionAction GetSessionsStatisticsAggregation
        GetStep GetStorageProfile GetStorageProfileForQueue GetTask GetVolume GetWorker
        ListAvailableMeteredProducts ListBudgets ListFarmMembers ListFarms ListFleetMembers
        ListFleets ListJobMembers ListJobParameterDefinitions ListJobs ListLicenseEndpoints
        ListLimits ListMeteredProducts ListMonitors ListQueueEnvironments ListQueueFleetAssociations
        ListQueueLimitAssociations ListQueueMembers ListQueues ListSessionActions ListSessions
        ListSessionsForWorker ListStepConsumers ListStepDependencies ListSteps ListStorageProfiles
        ListStorageProfilesForQueue ListTagsForResource ListTasks ListVolumes ListWorkers SearchJobs
        SearchSteps SearchTasks SearchWorkers StartSessionsStatisticsAggregation
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Farms, budgets, licences, members and tags.",
      actions: names(`
        AssociateMemberToFarm AssociateMemberToFleet AssociateMemberToJob AssociateMemberToQueue
        CopyJobTemplate CreateBudget CreateFarm CreateLicenseEndpoint CreateLimit CreateMonitor
        CreateQueueLimitAssociation CreateStorageProfile DeleteBudget DeleteFarm DeleteFleet
        DeleteLicenseEndpoint DeleteLimit DeleteMeteredProduct DeleteMonitor DeleteQueue
        DeleteQueueEnvironment DeleteQueueFleetAssociation DeleteQueueLimitAssociation
        DeleteStorageProfile DeleteVolume DeleteWorker DisassociateMemberFromFarm
        DisassociateMemberFromFleet DisassociateMemberFromJob DisassociateMemberFromQueue
        PutMeteredProduct TagResource UntagResource UpdateBudget UpdateFarm UpdateLimit
        UpdateMonitor UpdateMonitorSettings UpdateQueueLimitAssociation UpdateStorageProfile
      `),
    },
  ],
};
