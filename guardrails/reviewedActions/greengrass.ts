import { names, ServiceReview } from "./review";

export const greengrass: ServiceReview = {
  service: "greengrass",
  groups: [
    {
      consequence: "delivery",
      reason: "A deployment runs components as root on devices that installed the Greengrass core.",
      actions: names(`
        AssociateRoleToGroup AssociateServiceRoleToAccount CreateComponentVersion
        CreateConnectorDefinition CreateConnectorDefinitionVersion CreateDeployment
        CreateFunctionDefinition CreateFunctionDefinitionVersion CreateGroupVersion
        CreateResourceDefinition CreateResourceDefinitionVersion CreateSoftwareUpdateJob
        StartBulkDeployment UpdateConnectorDefinition UpdateFunctionDefinition
        UpdateResourceDefinition UpdateThingRuntimeConfiguration
      `),
    },
    {
      consequence: "reads",
      reason: "Shows components and deployments.",
      actions: names(`
        DescribeComponent Discover GetAssociatedRole GetBulkDeploymentStatus GetComponent
        GetComponentVersionArtifact GetConnectivityInfo GetConnectorDefinition
        GetConnectorDefinitionVersion GetCoreDefinition GetCoreDefinitionVersion GetCoreDevice
        GetDeployment GetDeploymentStatus GetDeviceDefinition GetDeviceDefinitionVersion
        GetFunctionDefinition GetFunctionDefinitionVersion GetGroup GetGroupCertificateAuthority
        GetGroupCertificateConfiguration GetGroupVersion GetLoggerDefinition
        GetLoggerDefinitionVersion GetResourceDefinition GetResourceDefinitionVersion
        GetServiceRoleForAccount GetSubscriptionDefinition GetSubscriptionDefinitionVersion
        GetThingRuntimeConfiguration ListBulkDeploymentDetailedReports ListBulkDeployments
        ListClientDevicesAssociatedWithCoreDevice ListComponentVersions ListComponents
        ListConnectorDefinitionVersions ListConnectorDefinitions ListCoreDefinitionVersions
        ListCoreDefinitions ListCoreDevices ListDeployments ListDeviceDefinitionVersions
        ListDeviceDefinitions ListEffectiveDeployments ListFunctionDefinitionVersions
        ListFunctionDefinitions ListGroupCertificateAuthorities ListGroupVersions ListGroups
        ListInstalledComponents ListLoggerDefinitionVersions ListLoggerDefinitions
        ListResourceDefinitionVersions ListResourceDefinitions ListSubscriptionDefinitionVersions
        ListSubscriptionDefinitions ListTagsForResource ResolveComponentCandidates
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Definitions, groups, devices and tags; nothing runs before a deployment.",
      actions: names(`
        BatchAssociateClientDeviceWithCoreDevice BatchDisassociateClientDeviceFromCoreDevice
        CancelDeployment CreateCoreDefinition CreateCoreDefinitionVersion CreateDeviceDefinition
        CreateDeviceDefinitionVersion CreateGroup CreateGroupCertificateAuthority
        CreateLoggerDefinition CreateLoggerDefinitionVersion CreateSubscriptionDefinition
        CreateSubscriptionDefinitionVersion DeleteComponent DeleteConnectorDefinition
        DeleteCoreDefinition DeleteCoreDevice DeleteDeployment DeleteDeviceDefinition
        DeleteFunctionDefinition DeleteGroup DeleteLoggerDefinition DeleteResourceDefinition
        DeleteSubscriptionDefinition DisassociateRoleFromGroup DisassociateServiceRoleFromAccount
        ResetDeployments StopBulkDeployment TagResource UntagResource UpdateConnectivityInfo
        UpdateCoreDefinition UpdateDeviceDefinition UpdateGroup UpdateGroupCertificateConfiguration
        UpdateLoggerDefinition UpdateSubscriptionDefinition
      `),
    },
  ],
};
