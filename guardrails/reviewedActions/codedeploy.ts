import { names, ServiceReview } from "./review";

export const codedeploy: ServiceReview = {
  service: "codedeploy",
  groups: [
    {
      consequence: "delivery",
      reason:
        "A deployment's hooks run as root on the nodes of its group, where the CodeDeploy agent is installed.",
      actions: names(`
        AddTagsToOnPremisesInstances ContinueDeployment CreateApplication
        CreateCloudFormationDeployment CreateDeployment CreateDeploymentConfig CreateDeploymentGroup
        PutLifecycleEventHookExecutionStatus RegisterApplicationRevision RegisterOnPremisesInstance
        UpdateApplication UpdateDeploymentGroup
      `),
    },
    {
      consequence: "reads",
      reason: "Shows applications, deployments and their targets.",
      actions: names(`
        BatchGetApplicationRevisions BatchGetApplications BatchGetDeploymentGroups
        BatchGetDeploymentInstances BatchGetDeploymentTargets BatchGetDeployments
        BatchGetOnPremisesInstances GetApplication GetApplicationRevision GetDeployment
        GetDeploymentConfig GetDeploymentGroup GetDeploymentInstance GetDeploymentTarget
        GetOnPremisesInstance ListApplicationRevisions ListApplications ListDeploymentConfigs
        ListDeploymentGroups ListDeploymentInstances ListDeploymentTargets ListDeployments
        ListGitHubAccountTokenNames ListOnPremisesInstances ListTagsForResource
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Stops a deployment, or removes or tags its parts.",
      actions: names(`
        DeleteApplication DeleteDeploymentConfig DeleteDeploymentGroup DeleteGitHubAccountToken
        DeleteResourcesByExternalId DeregisterOnPremisesInstance RemoveTagsFromOnPremisesInstances
        SkipWaitTimeForInstanceTermination StopDeployment TagResource UntagResource
      `),
    },
  ],
};
