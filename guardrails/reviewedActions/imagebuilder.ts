import { names, ServiceReview } from "./review";

export const imagebuilder: ServiceReview = {
  service: "imagebuilder",
  groups: [
    {
      consequence: "delivery",
      reason:
        "Launches new nodes that run what the caller writes; it may name a key pair that exists already, but nobody makes a new one.",
      actions: names("CreateInfrastructureConfiguration UpdateInfrastructureConfiguration"),
    },
    {
      consequence: "delivery",
      reason:
        "Builds the images that new nodes start from; the code of components runs as root on a build instance.",
      actions: names(`
        CreateComponent CreateContainerRecipe CreateDistributionConfiguration CreateImage
        CreateImagePipeline CreateImageRecipe CreateWorkflow DistributeImage ImportComponent
        ImportDiskImage ImportVmImage PutComponentPolicy PutContainerRecipePolicy PutImagePolicy
        PutImageRecipePolicy RetryImage SendWorkflowStepAction StartImagePipelineExecution
        UpdateDistributionConfiguration UpdateImagePipeline
      `),
    },
    {
      consequence: "reads",
      reason: "Shows recipes, pipelines and images.",
      actions: names(`
        GetComponent GetComponentPolicy GetContainerRecipe GetContainerRecipePolicy
        GetDistributionConfiguration GetImage GetImagePipeline GetImagePolicy GetImageRecipe
        GetImageRecipePolicy GetInfrastructureConfiguration GetLifecycleExecution GetLifecyclePolicy
        GetMarketplaceResource GetWorkflow GetWorkflowExecution GetWorkflowStepExecution
        ListComponentBuildVersions ListComponents ListContainerRecipes
        ListDistributionConfigurations ListImageBuildVersions ListImagePackages
        ListImagePipelineImages ListImagePipelines ListImageRecipes ListImageScanFindingAggregations
        ListImageScanFindings ListImages ListInfrastructureConfigurations
        ListLifecycleExecutionResources ListLifecycleExecutions ListLifecyclePolicies
        ListTagsForResource ListWaitingWorkflowSteps ListWorkflowBuildVersions
        ListWorkflowExecutions ListWorkflowStepExecutions ListWorkflows
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Removes, tags or ages out images and their recipes.",
      actions: names(`
        CancelImageCreation CancelLifecycleExecution CreateLifecyclePolicy DeleteComponent
        DeleteContainerRecipe DeleteDistributionConfiguration DeleteImage DeleteImagePipeline
        DeleteImageRecipe DeleteInfrastructureConfiguration DeleteLifecyclePolicy DeleteWorkflow
        StartResourceStateUpdate TagResource UntagResource UpdateLifecyclePolicy
      `),
    },
  ],
};
