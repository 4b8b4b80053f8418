import { names, ServiceReview } from "./review";

export const elasticbeanstalk: ServiceReview = {
  service: "elasticbeanstalk",
  groups: [
    {
      consequence: "delivery",
      reason:
        "An application version's extension files run commands as root on the nodes of its environment.",
      actions: names(`
        ApplyEnvironmentManagedAction AssociateEnvironmentOperationsRole ComposeEnvironments
        CreateApplicationVersion CreateConfigurationTemplate CreateEnvironment CreatePlatformVersion
        RebuildEnvironment UpdateApplicationVersion UpdateConfigurationTemplate UpdateEnvironment
      `),
    },
    {
      consequence: "showsContent",
      reason: "Fetches logs of the nodes.",
      actions: names("RequestEnvironmentInfo RetrieveEnvironmentInfo"),
    },
    {
      consequence: "reads",
      reason: "Shows applications and environments.",
      actions: names(`
        CheckDNSAvailability DescribeAccountAttributes DescribeApplicationVersions
        DescribeApplications DescribeConfigurationOptions DescribeConfigurationSettings
        DescribeEnvironmentHealth DescribeEnvironmentManagedActionHistory
        DescribeEnvironmentManagedActions DescribeEnvironmentResources DescribeEnvironments
        DescribeEvents DescribeInstancesHealth DescribePlatformVersion ListAvailableSolutionStacks
        ListPlatformBranches ListPlatformVersions ListTagsForResource ValidateConfigurationSettings
      `),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Restarts, swaps, tags or ends environments and what belongs to them.",
      actions: names(`
        AbortEnvironmentUpdate AddTags CreateApplication CreateStorageLocation DeleteApplication
        DeleteApplicationVersion DeleteConfigurationTemplate DeleteEnvironmentConfiguration
        DeletePlatformVersion DisassociateEnvironmentOperationsRole PutInstanceStatistics RemoveTags
        RestartAppServer SwapEnvironmentCNAMEs TerminateEnvironment UpdateApplication
        UpdateApplicationResourceLifecycle UpdateTagsForResource
      `),
    },
  ],
};
