import { names, ServiceReview } from "./review";

export const ecs: ServiceReview = {
  service: "ecs",
  groups: [
    {
      consequence: "delivery",
      reason:
        "Places containers, on the caller's own definition, on container hosts; a privileged one is root on its host.",
      actions: names(`
        ContinueServiceDeployment CreateCapacityProvider CreateDaemon CreateExpressGatewayService
        CreateService CreateTaskSet RegisterDaemonTaskDefinition RegisterTaskDefinition RunTask
        StartTask UpdateCapacityProvider UpdateDaemon UpdateExpressGatewayService UpdateService
        UpdateServicePrimaryTaskSet UpdateTaskSet
      `),
    },
    {
      consequence: "agent",
      reason: "The ECS agent on a container host connects and reports with it.",
      actions: names(`
        DiscoverPollEndpoint Poll PutSystemLogEvents RegisterContainerInstance StartTelemetrySession
        SubmitAttachmentStateChanges SubmitContainerStateChange SubmitTaskStateChange
      `),
    },
    {
      consequence: "reads",
      reason: "Shows clusters, services and tasks.",
      actions: names(`
        DescribeCapacityProviders DescribeClusters DescribeContainerInstances DescribeDaemon
        DescribeDaemonDeployments DescribeDaemonRevisions DescribeDaemonTaskDefinition
        DescribeExpressGatewayService DescribeServiceDeployments DescribeServiceRevisions
        DescribeServices DescribeTaskDefinition DescribeTaskSets DescribeTasks GetTaskProtection
        ListAccountSettings ListAttributes ListClusters ListContainerInstances ListDaemonDeployments
        ListDaemonTaskDefinitions ListDaemons ListServiceDeployments ListServices
        ListServicesByNamespace ListTagsForResource ListTaskDefinitionFamilies ListTaskDefinitions
        ListTasks
      `),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Configures clusters, and stops, drains, tags or removes what runs on them.",
      actions: names(`
        AllowVendedLogDeliveryForResource CreateCluster DeleteAccountSetting DeleteAttributes
        DeleteCapacityProvider DeleteCluster DeleteDaemon DeleteDaemonTaskDefinition
        DeleteExpressGatewayService DeleteService DeleteTaskDefinitions DeleteTaskSet
        DeregisterContainerInstance DeregisterTaskDefinition PutAccountSetting
        PutAccountSettingDefault PutAttributes PutClusterCapacityProviders StopServiceDeployment
        StopTask TagResource UntagResource UpdateCluster UpdateClusterSettings UpdateContainerAgent
        UpdateContainerInstancesState UpdateTaskProtection
      `),
    },
  ],
};
