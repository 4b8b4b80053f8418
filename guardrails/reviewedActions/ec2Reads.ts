import { names, ReviewedGroup } from "./review";

/** What only describes. */
export const ec2Reads: readonly ReviewedGroup[] = [
  {
    consequence: "reads",
    reason: "Describes resources and settings, shows no console and no user data.",
    actions: names(`
      DescribeAccountAttributes DescribeAccountVpcEncryptionControl DescribeAddressTransfers
      DescribeAddresses DescribeAddressesAttribute DescribeAggregateIdFormat
      DescribeApplicationStatus DescribeApplicationStatusCheckAssociations
      DescribeApplicationStatusChecks DescribeAvailabilityZones
      DescribeAwsNetworkPerformanceMetricSubscriptions DescribeBundleTasks DescribeByoipCidrs
      DescribeCapacityBlockExtensionHistory DescribeCapacityBlockExtensionOfferings
      DescribeCapacityBlockOfferings DescribeCapacityBlockStatus DescribeCapacityBlocks
      DescribeCapacityManagerDataExports DescribeCapacityReservationBillingRequests
      DescribeCapacityReservationCancellationQuotes DescribeCapacityReservationFleets
      DescribeCapacityReservationTopology DescribeCapacityReservations DescribeCarrierGateways
      DescribeClassicLinkInstances DescribeClientVpnAuthorizationRules DescribeClientVpnConnections
      DescribeClientVpnEndpoints DescribeClientVpnRoutes DescribeClientVpnTargetNetworks
      DescribeCoipPools DescribeConversionTasks DescribeCustomerGateways
      DescribeDeclarativePoliciesReports DescribeDhcpOptions DescribeEgressOnlyInternetGateways
      DescribeElasticGpus DescribeExportImageTasks DescribeExportTasks DescribeFastLaunchImages
      DescribeFastSnapshotRestores DescribeFleetHistory DescribeFleetInstances DescribeFleets
      DescribeFlowLogs DescribeFpgaImageAttribute DescribeFpgaImages
      DescribeHostReservationOfferings DescribeHostReservations DescribeHosts
      DescribeIamInstanceProfileAssociations DescribeIdFormat DescribeIdentityIdFormat
      DescribeImageAttribute DescribeImageReferences DescribeImageUsageReportEntries
      DescribeImageUsageReports DescribeImages DescribeImportImageTasks DescribeImportSnapshotTasks
      DescribeInstanceConnectEndpoints DescribeInstanceCreditSpecifications
      DescribeInstanceEventNotificationAttributes DescribeInstanceEventWindows
      DescribeInstanceImageMetadata DescribeInstanceSqlHaHistoryStates DescribeInstanceSqlHaStates
      DescribeInstanceStatus DescribeInstanceTopology DescribeInstanceTypeOfferings
      DescribeInstanceTypes DescribeInstances DescribeInternetGateways DescribeIpamByoasn
      DescribeIpamExternalResourceVerificationTokens DescribeIpamInternetRegistryAssociations
      DescribeIpamPolicies DescribeIpamPoolAllocations DescribeIpamPools
      DescribeIpamPrefixListResolverTargets DescribeIpamPrefixListResolvers
      DescribeIpamResourceDiscoveries DescribeIpamResourceDiscoveryAssociations DescribeIpamScopes
      DescribeIpams DescribeIpv6Pools DescribeKeyPairs DescribeLaunchTemplates
      DescribeLocalGatewayRouteTablePermissions
      DescribeLocalGatewayRouteTableVirtualInterfaceGroupAssociations
      DescribeLocalGatewayRouteTableVpcAssociations DescribeLocalGatewayRouteTables
      DescribeLocalGatewayVirtualInterfaceGroups DescribeLocalGatewayVirtualInterfaces
      DescribeLocalGateways DescribeLockedSnapshots DescribeMacHosts DescribeMacModificationTasks
      DescribeManagedPrefixLists DescribeMovingAddresses DescribeNatGateways DescribeNetworkAcls
      DescribeNetworkInsightsAccessScopeAnalyses DescribeNetworkInsightsAccessScopes
      DescribeNetworkInsightsAnalyses DescribeNetworkInsightsPaths DescribeNetworkInterfaceAttribute
      DescribeNetworkInterfacePermissions DescribeNetworkInterfaces DescribeOutpostLags
      DescribePlacementGroups DescribePrefixLists DescribePrincipalIdFormat DescribePublicIpv4Pools
      DescribeRegions DescribeReplaceRootVolumeTasks DescribeReservedInstances
      DescribeReservedInstancesListings DescribeReservedInstancesModifications
      DescribeReservedInstancesOfferings DescribeRouteServerEndpoints DescribeRouteServerPeers
      DescribeRouteServers DescribeRouteTables DescribeScheduledInstanceAvailability
      DescribeSecondaryInterfaces DescribeSecondaryNetworks DescribeSecondarySubnets
      DescribeSecurityGroupReferences DescribeSecurityGroupRules
      DescribeSecurityGroupVpcAssociations DescribeSecurityGroups
      DescribeServiceLinkVirtualInterfaces DescribeSnapshotAttribute DescribeSnapshotTierStatus
      DescribeSnapshots DescribeSpotDatafeedSubscription DescribeSpotFleetInstances
      DescribeSpotFleetRequestHistory DescribeSpotPriceHistory DescribeStaleSecurityGroups
      DescribeStoreImageTasks DescribeSubnets DescribeTags DescribeTrafficMirrorFilterRules
      DescribeTrafficMirrorFilters DescribeTrafficMirrorSessions DescribeTrafficMirrorTargets
      DescribeTransitGatewayAttachments DescribeTransitGatewayConnectPeers
      DescribeTransitGatewayConnects DescribeTransitGatewayMeteringPolicies
      DescribeTransitGatewayMulticastDomains DescribeTransitGatewayPeeringAttachments
      DescribeTransitGatewayPolicyTables DescribeTransitGatewayRouteTableAnnouncements
      DescribeTransitGatewayRouteTables DescribeTransitGatewayVpcAttachments DescribeTransitGateways
      DescribeTrunkInterfaceAssociations DescribeVerifiedAccessEndpoints
      DescribeVerifiedAccessGroups DescribeVerifiedAccessInstanceLoggingConfigurations
      DescribeVerifiedAccessInstanceWebAclAssociations DescribeVerifiedAccessInstances
      DescribeVerifiedAccessTrustProviders DescribeVolumeAttribute DescribeVolumeStatus
      DescribeVolumes DescribeVolumesModifications DescribeVpcAttribute
      DescribeVpcBlockPublicAccessExclusions DescribeVpcBlockPublicAccessOptions
      DescribeVpcClassicLink DescribeVpcClassicLinkDnsSupport DescribeVpcEncryptionControls
      DescribeVpcEndpointAssociations DescribeVpcEndpointConnectionNotifications
      DescribeVpcEndpointConnections DescribeVpcEndpointServiceConfigurations
      DescribeVpcEndpointServicePermissions DescribeVpcEndpointServices DescribeVpcEndpoints
      DescribeVpcPeeringConnections DescribeVpcs DescribeVpnConcentrators DescribeVpnConnections
      DescribeVpnGateways ExportClientVpnClientCertificateRevocationList
      ExportClientVpnClientConfiguration ExportVerifiedAccessInstanceClientConfiguration
      GetActiveVpnTunnelStatus GetAllowedImagesSettings GetAssociatedEnclaveCertificateIamRoles
      GetAssociatedIpv6PoolCidrs GetAwsNetworkPerformanceData GetCapacityManagerAttributes
      GetCapacityManagerMetricData GetCapacityManagerMetricDimensions
      GetCapacityManagerMonitoredTagKeys GetCapacityReservationUsage GetCoipPoolUsage
      GetDeclarativePoliciesReportSummary GetDefaultCreditSpecification GetEbsDefaultKmsKeyId
      GetEbsEncryptionByDefault GetEnabledIpamPolicy GetFlowLogsIntegrationTemplate
      GetGroupsForCapacityReservation GetHostReservationPurchasePreview GetImageAncestry
      GetImageBlockPublicAccessState GetInstanceMetadataDefaults GetInstanceTpmEkPub
      GetInstanceTypesFromInstanceRequirements GetIpamAddressHistory GetIpamDiscoveredAccounts
      GetIpamDiscoveredPublicAddresses GetIpamDiscoveredResourceCidrs GetIpamDiscoveredRoutes
      GetIpamInternetRegistryAssociationAsns GetIpamInternetRegistryAssociationCidrs
      GetIpamPolicyAllocationRules GetIpamPolicyOrganizationTargets GetIpamPoolAllocations
      GetIpamPoolCidrs GetIpamPrefixListResolverRules GetIpamPrefixListResolverVersionEntries
      GetIpamPrefixListResolverVersions GetIpamResourceCidrs GetIpamRouteOriginAuthorizations
      GetIpamRouteProtectionFindings GetIpamRoutingPolicyRegistrationDeltas
      GetIpamRoutingPolicyRegistrations GetManagedPrefixListAssociations GetManagedPrefixListEntries
      GetManagedResourceVisibility GetNetworkInsightsAccessScopeAnalysisFindings
      GetNetworkInsightsAccessScopeContent GetReservedInstancesExchangeQuote GetResourcePolicy
      GetRouteServerAssociations GetRouteServerPropagations GetRouteServerRoutingDatabase
      GetSecurityGroupsForVpc GetSerialConsoleAccessStatus GetSnapshotBlockPublicAccessState
      GetSpotPlacementScores GetSubnetCidrReservations GetTransitGatewayAttachmentPropagations
      GetTransitGatewayMeteringPolicyEntries GetTransitGatewayMulticastDomainAssociations
      GetTransitGatewayPolicyTableAssociations GetTransitGatewayPolicyTableEntries
      GetTransitGatewayPrefixListReferences GetTransitGatewayRouteTableAssociations
      GetTransitGatewayRouteTablePropagations GetVerifiedAccessEndpointPolicy
      GetVerifiedAccessEndpointTargets GetVerifiedAccessGroupPolicy GetVerifiedAccessInstanceWebAcl
      GetVpcResourcesBlockingEncryptionEnforcement GetVpnConnectionDeviceSampleConfiguration
      GetVpnConnectionDeviceTypes GetVpnTunnelReplacementStatus ListImagesInRecycleBin
      ListSnapshotsInRecycleBin ListVolumesInRecycleBin SearchLocalGatewayRoutes
      SearchTransitGatewayMulticastGroups SearchTransitGatewayRoutes
      ValidateSecurityGroupQuotasForInterface
    `),
  },
];
