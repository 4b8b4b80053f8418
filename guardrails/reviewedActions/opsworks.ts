import { names, ServiceReview } from "./review";

export const opsworks: ServiceReview = {
  service: "opsworks",
  groups: [
    {
      consequence: "delivery",
      reason: "Recipes and layers run as root on the instances of a stack.",
      actions: names(`
        AssignInstance CloneStack CreateApp CreateInstance CreateLayer CreateStack RegisterInstance
        UpdateApp UpdateInstance UpdateLayer UpdateStack
      `),
    },
    {
      consequence: "disk",
      reason: "Assigns a volume to an instance.",
      actions: names("AssignVolume DeregisterVolume RegisterVolume UnassignVolume UpdateVolume"),
    },
    {
      consequence: "reads",
      reason: "Shows stacks, layers, instances and commands.",
      actions: names(`
        DescribeAgentVersions DescribeApps DescribeCommands DescribeDeployments DescribeEcsClusters
        DescribeElasticIps DescribeElasticLoadBalancers DescribeInstances DescribeLayers
        DescribeLoadBasedAutoScaling DescribeMyUserProfile DescribeOperatingSystems
        DescribePermissions DescribeRaidArrays DescribeRdsDbInstances DescribeServiceErrors
        DescribeStackProvisioningParameters DescribeStackSummary DescribeStacks
        DescribeTimeBasedAutoScaling DescribeUserProfiles DescribeVolumes GetHostnameSuggestion
        ListTags
      `),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Starts, stops, tags or removes parts of a stack.",
      actions: names(`
        AssociateElasticIp AttachElasticLoadBalancer DeleteApp DeleteInstance DeleteLayer
        DeleteStack DeleteUserProfile DeregisterEcsCluster DeregisterElasticIp DeregisterInstance
        DeregisterRdsDbInstance DetachElasticLoadBalancer DisassociateElasticIp RebootInstance
        RegisterEcsCluster RegisterElasticIp RegisterRdsDbInstance SetLoadBasedAutoScaling
        SetTimeBasedAutoScaling StartInstance StartStack StopInstance StopStack TagResource
        UnassignInstance UntagResource UpdateElasticIp UpdateRdsDbInstance
      `),
    },
  ],
};
