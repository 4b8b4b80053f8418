import { names, ServiceReview } from "./review";

export const eks: ServiceReview = {
  service: "eks",
  groups: [
    {
      consequence: "elsewhere",
      reason:
        "Settings of the control plane: it can switch access entries on, and making one is in the catalogue.",
      actions: names("UpdateClusterConfig"),
    },
    {
      consequence: "delivery",
      reason:
        "Launches new nodes that run what the caller writes; it may name a key pair that exists already, but nobody makes a new one.",
      actions: names("CreateNodegroup"),
    },
    {
      consequence: "delivery",
      reason:
        "Makes clusters, add-ons and worker nodes; who makes a cluster is its first administrator.",
      actions: names(`
        ActivateCertificateAuthority CreateAddon CreateCapability CreateCertificateAuthority
        CreateCluster CreateFargateProfile CreatePodIdentityAssociation RegisterCluster UpdateAddon
        UpdateCapability UpdateClusterVersion UpdateNodegroupConfig UpdateNodegroupVersion
        UpdatePodIdentityAssociation
      `),
    },
    {
      consequence: "showsContent",
      reason: "Reads the objects of a cluster through the console.",
      actions: names("AccessKubernetesApi"),
    },
    {
      consequence: "endsAccess",
      reason: "Takes a principal or an identity provider out of a cluster.",
      actions: names(`
        DeleteAccessEntry DeleteCertificateAuthority DeletePodIdentityAssociation DeregisterCluster
        DisassociateAccessPolicy DisassociateIdentityProviderConfig
      `),
    },
    {
      consequence: "reads",
      reason: "Shows clusters and their settings.",
      actions: names(`
        DescribeAccessEntry DescribeAddon DescribeAddonConfiguration DescribeAddonVersions
        DescribeCapability DescribeCertificateAuthority DescribeCluster DescribeClusterVersions
        DescribeEksAnywhereSubscription DescribeFargateProfile DescribeIdentityProviderConfig
        DescribeInsight DescribeInsightsRefresh DescribeNodegroup DescribePodIdentityAssociation
        DescribeUpdate ListAccessEntries ListAccessPolicies ListAddons ListAssociatedAccessPolicies
        ListCapabilities ListCertificateAuthorities ListClusters ListDashboardData
        ListDashboardResources ListEksAnywhereSubscriptions ListFargateProfiles
        ListIdentityProviderConfigs ListInsights ListNodegroups ListPodIdentityAssociations
        ListTagsForResource ListUpdates
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Removes or tags parts of a cluster, encrypts it, or buys support.",
      actions: names(`
        AssociateEncryptionConfig CancelUpdate CreateEksAnywhereSubscription DeleteAddon
        DeleteCapability DeleteCluster DeleteEksAnywhereSubscription DeleteFargateProfile
        DeleteNodegroup StartInsightsRefresh TagResource UntagResource UpdateEksAnywhereSubscription
      `),
    },
  ],
};
