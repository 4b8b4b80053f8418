import { names, ServiceReview } from "./review";

export const sagemaker: ServiceReview = {
  service: "sagemaker",
  groups: [
    {
      consequence: "otherMachine",
      reason:
        "A URL that opens a notebook or Studio, with a terminal under the role of the notebook.",
      actions: names("CreatePresignedDomainUrl CreatePresignedNotebookInstanceUrl"),
    },
    {
      consequence: "delivery",
      reason:
        "Runs code of the caller's choice in containers, notebooks or clusters of SageMaker, with a role passed.",
      actions: names(`
        BatchAddClusterNodes BatchReplaceClusterNodes CreateApp CreateAppImageConfig CreateAutoMLJob
        CreateAutoMLJobV2 CreateCluster CreateCodeRepository CreateCompilationJob CreateDomain
        CreateEdgeDeploymentPlan CreateEdgeDeploymentStage CreateEdgePackagingJob CreateEndpoint
        CreateEndpointConfig CreateHyperParameterTuningJob CreateImage CreateImageVersion
        CreateInferenceComponent CreateJob CreateLabelingJob CreateModel CreateMonitoringSchedule
        CreateNotebookInstance CreateNotebookInstanceLifecycleConfig CreatePipeline
        CreateProcessingJob CreateSpace CreateStudioLifecycleConfig CreateTrainingJob
        CreateTransformJob CreateUserProfile RetryPipelineExecution StartEdgeDeploymentStage
        StartNotebookInstance StartPipelineExecution UpdateAppImageConfig UpdateCluster
        UpdateClusterSoftware UpdateCodeRepository UpdateDomain UpdateEndpoint UpdateImage
        UpdateImageVersion UpdateInferenceComponent UpdateMonitoringSchedule UpdateNotebookInstance
        UpdateNotebookInstanceLifecycleConfig UpdatePipeline UpdateSpace UpdateTrainingJob
        UpdateUserProfile
      `),
    },
    {
      consequence: "disk",
      reason: "Attaches or detaches a volume of a cluster node.",
      actions: names("AttachClusterNodeVolume DetachClusterNodeVolume"),
    },
    {
      consequence: "network",
      reason: "Attaches a network interface to a cluster node.",
      actions: names("AttachClusterNodeNetworkInterface"),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Stops, reboots or removes notebooks, clusters and their nodes.",
      actions: names(`
        BatchDeleteClusterNodes BatchRebootClusterNodes DeleteApp DeleteCluster
        DeleteNotebookInstance DeleteSpace StartClusterHealthCheck StopNotebookInstance
      `),
    },
    {
      consequence: "reads",
      reason: "Shows models, jobs, clusters and settings.",
      actions: names(`
        AccessModelPackage BatchDescribeModelPackage BatchGetMetrics BatchGetRecord
        CallWithBearerToken CreateHubContentPresignedUrls DescribeAIBenchmarkJob
        DescribeAIRecommendationJob DescribeAIWorkloadConfig DescribeAction DescribeAlgorithm
        DescribeApp DescribeAppImageConfig DescribeArtifact DescribeAutoMLJob DescribeAutoMLJobV2
        DescribeCluster DescribeClusterEvent DescribeClusterInference DescribeClusterNode
        DescribeClusterSchedulerConfig DescribeCodeRepository DescribeCompilationJob
        DescribeComputeQuota DescribeContext DescribeDataQualityJobDefinition DescribeDevice
        DescribeDeviceFleet DescribeDomain DescribeEdgeDeploymentPlan DescribeEdgePackagingJob
        DescribeEndpoint DescribeEndpointConfig DescribeExperiment DescribeFeatureGroup
        DescribeFeatureMetadata DescribeFlowDefinition DescribeHub DescribeHubContent
        DescribeHumanLoop DescribeHumanTaskUi DescribeHyperParameterTuningJob DescribeImage
        DescribeImageVersion DescribeInferenceComponent DescribeInferenceExperiment
        DescribeInferenceRecommendationsJob DescribeJob DescribeJobSchemaVersion DescribeLabelingJob
        DescribeLineageGroup DescribeMlflowApp DescribeMlflowTrackingServer DescribeModel
        DescribeModelBiasJobDefinition DescribeModelCard DescribeModelCardExportJob
        DescribeModelExplainabilityJobDefinition DescribeModelPackage DescribeModelPackageGroup
        DescribeModelQualityJobDefinition DescribeMonitoringSchedule DescribeNotebookInstance
        DescribeNotebookInstanceLifecycleConfig DescribeOptimizationJob DescribePartnerApp
        DescribePipeline DescribePipelineDefinitionForExecution DescribePipelineExecution
        DescribeProcessingJob DescribeProject DescribeReservedCapacity DescribeSharedModel
        DescribeSpace DescribeStudioLifecycleConfig DescribeSubscribedWorkteam DescribeTrainingJob
        DescribeTrainingPlan DescribeTrainingPlanExtensionHistory DescribeTransformJob DescribeTrial
        DescribeTrialComponent DescribeUserProfile DescribeWorkforce DescribeWorkteam GetDeployments
        GetDeviceFleetReport GetDeviceRegistration GetLineageGroupPolicy GetModelPackageGroupPolicy
        GetRecord GetResourcePolicy GetSagemakerServicecatalogPortfolioStatus
        GetScalingConfigurationRecommendation GetSearchSuggestions InvokeEndpoint
        InvokeEndpointAsync InvokeEndpointWithResponseStream ListAIBenchmarkJobs
        ListAIRecommendationJobs ListAIWorkloadConfigs ListActions ListAlgorithms ListAliases
        ListAppImageConfigs ListApps ListArtifacts ListAssociations ListAutoMLJobs
        ListCandidatesForAutoMLJob ListClusterEvents ListClusterNodes ListClusterSchedulerConfigs
        ListClusters ListCodeRepositories ListCompilationJobs ListComputeQuotas ListContexts
        ListDataQualityJobDefinitions ListDeviceFleets ListDevices ListDomains
        ListEdgeDeploymentPlans ListEdgePackagingJobs ListEndpointConfigs ListEndpoints
        ListExperiments ListFeatureGroups ListFlowDefinitions ListHubContentVersions ListHubContents
        ListHubs ListHumanLoops ListHumanTaskUis ListHyperParameterTuningJobs ListImageVersions
        ListImages ListInferenceComponents ListInferenceExperiments
        ListInferenceRecommendationsJobSteps ListInferenceRecommendationsJobs ListJobSchemaVersions
        ListJobs ListLabelingJobs ListLabelingJobsForWorkteam ListLineageGroups ListMlflowApps
        ListMlflowTrackingServers ListModelBiasJobDefinitions ListModelCardExportJobs
        ListModelCardVersions ListModelCards ListModelExplainabilityJobDefinitions ListModelMetadata
        ListModelPackageGroups ListModelPackages ListModelQualityJobDefinitions ListModels
        ListMonitoringAlertHistory ListMonitoringAlerts ListMonitoringExecutions
        ListMonitoringSchedules ListNotebookInstanceLifecycleConfigs ListNotebookInstances
        ListOptimizationJobs ListPartnerApps ListPipelineExecutionSteps ListPipelineExecutions
        ListPipelineParametersForExecution ListPipelineVersions ListPipelines ListProcessingJobs
        ListProjects ListRecords ListResourceCatalogs ListSharedModelEvents ListSharedModelVersions
        ListSharedModels ListSpaces ListStageDevices ListStudioLifecycleConfigs
        ListSubscribedWorkteams ListTags ListTrainingJobs ListTrainingJobsForHyperParameterTuningJob
        ListTrainingPlans ListTransformJobs ListTrialComponents ListTrials
        ListUltraServersByReservedCapacity ListUserProfiles ListWorkforces ListWorkteams
        QueryLineage RenderUiTemplate Search SearchTrainingPlanOfferings
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Models, experiments, lineage, features, hubs, endpoints and reviews: no terminal and no code on a node.",
      actions: names(`
        AddAssociation AddTags AssociateTrialComponent BatchPutMetrics BatchWriteRecord
        CallMlflowAppApi CallPartnerAppApi CompleteRollout CreateAIBenchmarkJob
        CreateAIRecommendationJob CreateAIWorkloadConfig CreateAction CreateAlgorithm CreateArtifact
        CreateClusterSchedulerConfig CreateComputeQuota CreateContext CreateDataQualityJobDefinition
        CreateDeviceFleet CreateExperiment CreateFeatureGroup CreateFlowDefinition CreateHub
        CreateHubContentReference CreateHumanTaskUi CreateInferenceExperiment
        CreateInferenceRecommendationsJob CreateLineageGroupPolicy CreateMlflowApp
        CreateMlflowTrackingServer CreateModelBiasJobDefinition CreateModelCard
        CreateModelCardExportJob CreateModelExplainabilityJobDefinition CreateModelPackage
        CreateModelPackageGroup CreateModelQualityJobDefinition CreateOptimizationJob
        CreatePartnerApp CreatePartnerAppPresignedUrl CreatePresignedMlflowAppUrl
        CreatePresignedMlflowTrackingServerUrl CreateProject CreateReservedCapacity
        CreateSharedModel CreateTrainingPlan CreateTrial CreateTrialComponent CreateWorkforce
        CreateWorkteam DeleteAIBenchmarkJob DeleteAIRecommendationJob DeleteAIWorkloadConfig
        DeleteAction DeleteAlgorithm DeleteAppImageConfig DeleteArtifact DeleteAssociation
        DeleteClusterSchedulerConfig DeleteCodeRepository DeleteCompilationJob DeleteComputeQuota
        DeleteContext DeleteDataQualityJobDefinition DeleteDeviceFleet DeleteDomain
        DeleteEdgeDeploymentPlan DeleteEdgeDeploymentStage DeleteEndpoint DeleteEndpointConfig
        DeleteExperiment DeleteFeatureGroup DeleteFlowDefinition DeleteHub DeleteHubContent
        DeleteHubContentReference DeleteHumanLoop DeleteHumanTaskUi DeleteHyperParameterTuningJob
        DeleteImage DeleteImageVersion DeleteInferenceComponent DeleteInferenceExperiment DeleteJob
        DeleteLineageGroupPolicy DeleteMlflowApp DeleteMlflowTrackingServer DeleteModel
        DeleteModelBiasJobDefinition DeleteModelCard DeleteModelExplainabilityJobDefinition
        DeleteModelPackage DeleteModelPackageGroup DeleteModelPackageGroupPolicy
        DeleteModelQualityJobDefinition DeleteMonitoringSchedule
        DeleteNotebookInstanceLifecycleConfig DeleteOptimizationJob DeletePartnerApp DeletePipeline
        DeleteProcessingJob DeleteProject DeleteRecord DeleteResourcePolicy
        DeleteStudioLifecycleConfig DeleteTags DeleteTrainingJob DeleteTrial DeleteTrialComponent
        DeleteUserProfile DeleteWorkforce DeleteWorkteam DeployHubModel DeregisterDevices
        DisableSagemakerServicecatalogPortfolio DisassociateTrialComponent
        EnableSagemakerServicecatalogPortfolio ExtendTrainingPlan ImportHubContent
        PutLineageGroupPolicy PutModelPackageGroupPolicy PutRecord PutResourcePolicy RegisterDevices
        Sample SampleWithResponseStream SendHeartbeat SendPipelineExecutionStepFailure
        SendPipelineExecutionStepSuccess SendSharedModelEvent StartHumanLoop
        StartInferenceExperiment StartMlflowTrackingServer StartMonitoringSchedule
        StopAIBenchmarkJob StopAIRecommendationJob StopAutoMLJob StopCompilationJob
        StopEdgeDeploymentStage StopEdgePackagingJob StopHumanLoop StopHyperParameterTuningJob
        StopInferenceExperiment StopInferenceRecommendationsJob StopJob StopLabelingJob
        StopMlflowTrackingServer StopMonitoringSchedule StopOptimizationJob StopPipelineExecution
        StopProcessingJob StopTrainingJob StopTransformJob TrainHubModel UpdateAction UpdateArtifact
        UpdateClusterInference UpdateClusterSchedulerConfig UpdateComputeQuota UpdateContext
        UpdateDeviceFleet UpdateDevices UpdateEndpointWeightsAndCapacities UpdateExperiment
        UpdateFeatureGroup UpdateFeatureMetadata UpdateHub UpdateHubContent
        UpdateHubContentReference UpdateInferenceComponentRuntimeConfig UpdateInferenceExperiment
        UpdateMlflowApp UpdateMlflowTrackingServer UpdateModelCard UpdateModelPackage
        UpdateMonitoringAlert UpdatePartnerApp UpdatePipelineExecution UpdatePipelineVersion
        UpdateProject UpdateReward UpdateSharedModel UpdateTrial UpdateTrialComponent
        UpdateWorkforce UpdateWorkteam
      `),
    },
  ],
};
