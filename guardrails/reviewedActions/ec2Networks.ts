import { names, ReviewedGroup } from "./review";

/** What networks and capacity are made of. */
export const ec2Networks: readonly ReviewedGroup[] = [
  {
    consequence: "elsewhere",
    reason: "Address planning, network analysis and status checks: records that no node reads.",
    actions: names(`
      AllocateIpamPoolCidr AssociateApplicationStatusCheck AssociateIpamByoasn
      AssociateIpamResourceDiscovery BatchModifyIpamRoutingPolicyRegistrations
      CreateApplicationStatusCheck CreateFlowLogs CreateIpam
      CreateIpamExternalResourceVerificationToken CreateIpamInternetRegistryAssociation
      CreateIpamPolicy CreateIpamPool CreateIpamPrefixListResolver
      CreateIpamPrefixListResolverTarget CreateIpamResourceDiscovery
      CreateIpamRoutingPolicyRegistration CreateIpamScope CreateNetworkInsightsAccessScope
      CreateNetworkInsightsPath DeleteApplicationStatusCheck DeleteFlowLogs DeleteIpam
      DeleteIpamExternalResourceVerificationToken DeleteIpamInternetRegistryAssociation
      DeleteIpamPolicy DeleteIpamPool DeleteIpamPrefixListResolver
      DeleteIpamPrefixListResolverTarget DeleteIpamResourceDiscovery
      DeleteIpamRoutingPolicyRegistration DeleteIpamScope DeleteNetworkInsightsAccessScope
      DeleteNetworkInsightsAccessScopeAnalysis DeleteNetworkInsightsAnalysis
      DeleteNetworkInsightsPath DeprovisionIpamByoasn DeprovisionIpamPoolCidr
      DisableApplicationStatusCheckSuppression DisableAwsNetworkPerformanceMetricSubscription
      DisableIpamOrganizationAdminAccount DisableIpamPolicy DisassociateApplicationStatusCheck
      DisassociateIpamByoasn DisassociateIpamResourceDiscovery
      EnableApplicationStatusCheckSuppression EnableAwsNetworkPerformanceMetricSubscription
      EnableIpamInternetRegistryAssociation EnableIpamOrganizationAdminAccount EnableIpamPolicy
      EnableReachabilityAnalyzerOrganizationSharing ImportByoipCidrToIpam
      ModifyApplicationStatusCheck ModifyIpam ModifyIpamPolicyAllocationRules ModifyIpamPool
      ModifyIpamPoolAllocation ModifyIpamPrefixListResolver ModifyIpamPrefixListResolverTarget
      ModifyIpamResourceCidr ModifyIpamResourceDiscovery ModifyIpamRoutingPolicyRegistration
      ModifyIpamScope MoveByoipCidrToIpam ProvisionIpamByoasn ProvisionIpamPoolCidr
      ReleaseIpamPoolAllocation StartNetworkInsightsAccessScopeAnalysis StartNetworkInsightsAnalysis
    `),
  },
  {
    consequence: "elsewhere",
    reason: "Reservations, hosts' prices and capacity.",
    actions: names(`
      AcceptCapacityReservationBillingOwnership AcceptReservedInstancesExchangeQuote
      AssociateCapacityReservationBillingOwner CancelCapacityReservation
      CancelCapacityReservationFleets CancelReservedInstancesListing CreateCapacityManagerDataExport
      CreateCapacityReservation CreateCapacityReservationBySplitting
      CreateCapacityReservationCancellationQuote CreateCapacityReservationFleet
      CreateInterruptibleCapacityReservationAllocation CreateReservedInstancesListing
      CreateSpotDatafeedSubscription CreateSubnetCidrReservation DeleteCapacityManagerDataExport
      DeleteQueuedReservedInstances DeleteSpotDatafeedSubscription DeleteSubnetCidrReservation
      DisableCapacityManager DisassociateCapacityReservationBillingOwner EnableCapacityManager
      ModifyCapacityReservation ModifyCapacityReservationFleet ModifyReservedInstances
      MoveCapacityReservationInstances PurchaseCapacityBlock PurchaseCapacityBlockExtension
      PurchaseHostReservation PurchaseReservedInstancesOffering PurchaseScheduledInstances
      RejectCapacityReservationBillingOwnership UpdateCapacityManagerMonitoredTagKeys
      UpdateCapacityManagerOrganizationsAccess UpdateInterruptibleCapacityReservationAllocation
    `),
  },
  {
    consequence: "network",
    reason: "Addresses, routes, gateways, filters, endpoints and mirrors.",
    actions: names(`
      AcceptAddressTransfer AcceptTransitGatewayClientVpnAttachment
      AcceptTransitGatewayMulticastDomainAssociations AcceptTransitGatewayPeeringAttachment
      AcceptTransitGatewayVpcAttachment AcceptVpcEndpointConnections AcceptVpcPeeringConnection
      AdvertiseByoipCidr AllocateAddress ApplySecurityGroupsToClientVpnTargetNetwork
      AssignIpv6Addresses AssignPrivateIpAddresses AssignPrivateNatGatewayAddress AssociateAddress
      AssociateClientVpnTargetNetwork AssociateDhcpOptions AssociateNatGatewayAddress
      AssociateRouteServer AssociateRouteTable AssociateSecurityGroupVpc AssociateSubnetCidrBlock
      AssociateTransitGatewayMulticastDomain AssociateTransitGatewayPolicyTable
      AssociateTransitGatewayRouteTable AssociateTrunkInterface
      AssociateVerifiedAccessInstanceWebAcl AssociateVpcCidrBlock AttachApplianceToNatGateway
      AttachClassicLinkVpc AttachInternetGateway AttachNetworkInterface
      AttachVerifiedAccessTrustProvider AttachVpnGateway AuthorizeClientVpnIngress
      AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress CreateCarrierGateway
      CreateClientVpnEndpoint CreateClientVpnRoute CreateCoipCidr CreateCoipPool
      CreateCoipPoolPermission CreateCustomerGateway CreateDefaultSubnet CreateDefaultVpc
      CreateDhcpOptions CreateEgressOnlyInternetGateway CreateInternetGateway
      CreateLocalGatewayRoute CreateLocalGatewayRouteTable CreateLocalGatewayRouteTablePermission
      CreateLocalGatewayRouteTableVirtualInterfaceGroupAssociation
      CreateLocalGatewayRouteTableVpcAssociation CreateLocalGatewayVirtualInterface
      CreateLocalGatewayVirtualInterfaceGroup CreateManagedPrefixList CreateNatGateway
      CreateNetworkAcl CreateNetworkAclEntry CreateNetworkInterface CreateNetworkInterfacePermission
      CreateOdbNetworkPeering CreatePublicIpv4Pool CreateRoute CreateRouteServer
      CreateRouteServerEndpoint CreateRouteServerPeer CreateRouteTable CreateSecondaryNetwork
      CreateSecondarySubnet CreateSecurityGroup CreateSubnet CreateTrafficMirrorFilter
      CreateTrafficMirrorFilterRule CreateTrafficMirrorSession CreateTrafficMirrorTarget
      CreateTransitGateway CreateTransitGatewayConnect CreateTransitGatewayConnectPeer
      CreateTransitGatewayMeteringPolicy CreateTransitGatewayMeteringPolicyEntry
      CreateTransitGatewayMulticastDomain CreateTransitGatewayPeeringAttachment
      CreateTransitGatewayPolicyTable CreateTransitGatewayPolicyTableEntry
      CreateTransitGatewayPrefixListReference CreateTransitGatewayRoute
      CreateTransitGatewayRouteTable CreateTransitGatewayRouteTableAnnouncement
      CreateTransitGatewayVpcAttachment CreateVerifiedAccessEndpoint CreateVerifiedAccessGroup
      CreateVerifiedAccessInstance CreateVerifiedAccessTrustProvider CreateVpc
      CreateVpcBlockPublicAccessExclusion CreateVpcEncryptionControl CreateVpcEndpoint
      CreateVpcEndpointConnectionNotification CreateVpcEndpointServiceConfiguration
      CreateVpcPeeringConnection CreateVpnConcentrator CreateVpnConnection CreateVpnConnectionRoute
      CreateVpnGateway DeleteCarrierGateway DeleteClientVpnEndpoint DeleteClientVpnRoute
      DeleteCoipCidr DeleteCoipPool DeleteCoipPoolPermission DeleteCustomerGateway DeleteDhcpOptions
      DeleteEgressOnlyInternetGateway DeleteInternetGateway DeleteLocalGatewayRoute
      DeleteLocalGatewayRouteTable DeleteLocalGatewayRouteTablePermission
      DeleteLocalGatewayRouteTableVirtualInterfaceGroupAssociation
      DeleteLocalGatewayRouteTableVpcAssociation DeleteLocalGatewayVirtualInterface
      DeleteLocalGatewayVirtualInterfaceGroup DeleteManagedPrefixList DeleteNatGateway
      DeleteNetworkAcl DeleteNetworkAclEntry DeleteNetworkInterface DeleteNetworkInterfacePermission
      DeleteOdbNetworkPeering DeletePublicIpv4Pool DeleteRoute DeleteRouteServer
      DeleteRouteServerEndpoint DeleteRouteServerPeer DeleteRouteTable DeleteSecondaryNetwork
      DeleteSecondarySubnet DeleteSecurityGroup DeleteSubnet DeleteTrafficMirrorFilter
      DeleteTrafficMirrorFilterRule DeleteTrafficMirrorSession DeleteTrafficMirrorTarget
      DeleteTransitGateway DeleteTransitGatewayClientVpnAttachment DeleteTransitGatewayConnect
      DeleteTransitGatewayConnectPeer DeleteTransitGatewayMeteringPolicy
      DeleteTransitGatewayMeteringPolicyEntry DeleteTransitGatewayMulticastDomain
      DeleteTransitGatewayPeeringAttachment DeleteTransitGatewayPolicyTable
      DeleteTransitGatewayPolicyTableEntry DeleteTransitGatewayPrefixListReference
      DeleteTransitGatewayRoute DeleteTransitGatewayRouteTable
      DeleteTransitGatewayRouteTableAnnouncement DeleteTransitGatewayVpcAttachment
      DeleteVerifiedAccessEndpoint DeleteVerifiedAccessGroup DeleteVerifiedAccessInstance
      DeleteVerifiedAccessTrustProvider DeleteVpc DeleteVpcBlockPublicAccessExclusion
      DeleteVpcEncryptionControl DeleteVpcEndpointConnectionNotifications
      DeleteVpcEndpointServiceConfigurations DeleteVpcEndpoints DeleteVpcPeeringConnection
      DeleteVpnConcentrator DeleteVpnConnection DeleteVpnConnectionRoute DeleteVpnGateway
      DeprovisionByoipCidr DeprovisionPublicIpv4PoolCidr
      DeregisterTransitGatewayMulticastGroupMembers DeregisterTransitGatewayMulticastGroupSources
      DetachApplianceFromNatGateway DetachClassicLinkVpc DetachInternetGateway
      DetachNetworkInterface DetachVerifiedAccessTrustProvider DetachVpnGateway
      DisableAddressTransfer DisableRouteServerPropagation
      DisableTransitGatewayRouteTablePropagation DisableVgwRoutePropagation DisableVpcClassicLink
      DisableVpcClassicLinkDnsSupport DisassociateAddress DisassociateClientVpnTargetNetwork
      DisassociateNatGatewayAddress DisassociateRouteServer DisassociateRouteTable
      DisassociateSecurityGroupVpc DisassociateSubnetCidrBlock
      DisassociateTransitGatewayMulticastDomain DisassociateTransitGatewayPolicyTable
      DisassociateTransitGatewayRouteTable DisassociateTrunkInterface
      DisassociateVerifiedAccessInstanceWebAcl DisassociateVpcCidrBlock EnableAddressTransfer
      EnableRouteServerPropagation EnableTransitGatewayRouteTablePropagation
      EnableVgwRoutePropagation EnableVpcClassicLink EnableVpcClassicLinkDnsSupport
      ExportTransitGatewayRoutes ImportClientVpnClientCertificateRevocationList
      ModifyAccountVpcEncryptionControl ModifyAddressAttribute ModifyClientVpnEndpoint
      ModifyLocalGatewayRoute ModifyManagedPrefixList ModifyNetworkInterfaceAttribute
      ModifyOdbNetworkPeering ModifyPublicIpDnsNameOptions ModifyRouteServer
      ModifySecurityGroupRules ModifySubnetAttribute ModifyTrafficMirrorFilterNetworkServices
      ModifyTrafficMirrorFilterRule ModifyTrafficMirrorSession ModifyTransitGateway
      ModifyTransitGatewayMeteringPolicy ModifyTransitGatewayPolicyTableEntry
      ModifyTransitGatewayPrefixListReference ModifyTransitGatewayVpcAttachment
      ModifyVerifiedAccessEndpoint ModifyVerifiedAccessEndpointPolicy ModifyVerifiedAccessGroup
      ModifyVerifiedAccessGroupPolicy ModifyVerifiedAccessInstance
      ModifyVerifiedAccessInstanceLoggingConfiguration ModifyVerifiedAccessTrustProvider
      ModifyVpcAttribute ModifyVpcBlockPublicAccessExclusion ModifyVpcBlockPublicAccessOptions
      ModifyVpcEncryptionControl ModifyVpcEndpoint ModifyVpcEndpointConnectionNotification
      ModifyVpcEndpointPayerResponsibility ModifyVpcEndpointServiceConfiguration
      ModifyVpcEndpointServicePayerResponsibility ModifyVpcEndpointServicePermissions
      ModifyVpcPeeringConnectionOptions ModifyVpcTenancy ModifyVpnConnection
      ModifyVpnConnectionOptions ModifyVpnTunnelCertificate ModifyVpnTunnelOptions MoveAddressToVpc
      ProvisionByoipCidr ProvisionPublicIpv4PoolCidr RegisterTransitGatewayMulticastGroupMembers
      RegisterTransitGatewayMulticastGroupSources RejectTransitGatewayClientVpnAttachment
      RejectTransitGatewayMulticastDomainAssociations RejectTransitGatewayPeeringAttachment
      RejectTransitGatewayVpcAttachment RejectVpcEndpointConnections RejectVpcPeeringConnection
      ReleaseAddress ReplaceNetworkAclAssociation ReplaceNetworkAclEntry ReplaceRoute
      ReplaceRouteTableAssociation ReplaceTransitGatewayRoute ReplaceVpnTunnel ResetAddressAttribute
      ResetNetworkInterfaceAttribute RestoreAddressToClassic RestoreManagedPrefixListVersion
      StartVpcEndpointServicePrivateDnsVerification UnassignIpv6Addresses UnassignPrivateIpAddresses
      UnassignPrivateNatGatewayAddress UpdateSecurityGroupRuleDescriptionsEgress
      UpdateSecurityGroupRuleDescriptionsIngress WithdrawByoipCidr
    `),
  },
  {
    consequence: "elsewhere",
    reason:
      "Account-wide settings, FPGA images, sharing policies and test faults that reach no operating system.",
    actions: names(`
      CancelDeclarativePoliciesReport ConfirmProductInstance CopyFpgaImage CreateFpgaImage
      CreateImageUsageReport DeleteFpgaImage DeleteImageUsageReport DeleteResourcePolicy
      InjectApiError ModifyAvailabilityZoneGroup ModifyFpgaImageAttribute ModifyIdFormat
      ModifyIdentityIdFormat ModifyManagedResourceVisibility PutResourcePolicy
      ResetFpgaImageAttribute StartDeclarativePoliciesReport
    `),
  },
];
