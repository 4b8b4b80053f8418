import { names, ServiceReview } from "./review";

export const lightsail: ServiceReview = {
  service: "lightsail",
  groups: [
    {
      consequence: "delivery",
      reason: "Launches instances or containers with a start script of the caller's choice.",
      actions: names(`
        CreateCloudFormationStack CreateContainerService CreateContainerServiceDeployment
        CreateContainerServiceRegistryLogin CreateInstances CreateInstancesFromSnapshot
        RegisterContainerImage SetupInstanceHttps UpdateContainerService
      `),
    },
    {
      consequence: "disk",
      reason: "Copies, exports or moves a disk.",
      actions: names(`
        AttachDisk CopySnapshot CreateDisk CreateDiskFromSnapshot CreateDiskSnapshot
        CreateInstanceSnapshot DeleteAutoSnapshot DeleteDisk DeleteDiskSnapshot
        DeleteInstanceSnapshot DetachDisk DisableAddOn EnableAddOn ExportSnapshot
      `),
    },
    {
      consequence: "network",
      reason: "Opens ports and moves addresses.",
      actions: names(`
        AllocateStaticIp AttachStaticIp DetachStaticIp OpenInstancePublicPorts PeerVpc
        PutInstancePublicPorts ReleaseStaticIp SetIpAddressType UnpeerVpc
      `),
    },
    {
      consequence: "endsAccess",
      reason: "Closes a port, a desktop or a key pair.",
      actions: names("CloseInstancePublicPorts DeleteKeyPair DeleteKnownHostKeys StopGUISession"),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Starts, stops, tunes or ends an instance.",
      actions: names(`
        AttachInstancesToLoadBalancer DeleteInstance DetachInstancesFromLoadBalancer RebootInstance
        StartInstance StopInstance UpdateInstanceMetadataOptions
      `),
    },
    {
      consequence: "showsContent",
      reason: "Shows a database's password or what containers and databases log.",
      actions: names(`
        GetContainerLog GetRelationalDatabaseLogEvents GetRelationalDatabaseMasterUserPassword
      `),
    },
    {
      consequence: "reads",
      reason: "Shows resources and metrics.",
      actions: names(`
        GetActiveNames GetAlarms GetAutoSnapshots GetBlueprints GetBucketAccessKeys GetBucketBundles
        GetBucketMetricData GetBuckets GetBundles GetCertificates GetCloudFormationStackRecords
        GetContactMethods GetContainerAPIMetadata GetContainerImages GetContainerServiceDeployments
        GetContainerServiceMetricData GetContainerServicePowers GetContainerServices GetCostEstimate
        GetDisk GetDiskSnapshot GetDiskSnapshots GetDisks GetDistributionBundles
        GetDistributionLatestCacheReset GetDistributionMetricData GetDistributions GetDomain
        GetDomains GetExportSnapshotRecords GetInstance GetInstanceMetricData GetInstancePortStates
        GetInstanceSnapshot GetInstanceSnapshots GetInstanceState GetInstances GetKeyPair
        GetKeyPairs GetLoadBalancer GetLoadBalancerMetricData GetLoadBalancerTlsCertificates
        GetLoadBalancerTlsPolicies GetLoadBalancers GetOperation GetOperations
        GetOperationsForResource GetRegions GetRelationalDatabase GetRelationalDatabaseBlueprints
        GetRelationalDatabaseBundles GetRelationalDatabaseEvents GetRelationalDatabaseLogStreams
        GetRelationalDatabaseMetricData GetRelationalDatabaseParameters
        GetRelationalDatabaseSnapshot GetRelationalDatabaseSnapshots GetRelationalDatabases
        GetSetupHistory GetStaticIp GetStaticIps IsVpcPeered
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Buckets, databases, distributions, domains, certificates, load balancers and alarms.",
      actions: names(`
        AttachCertificateToDistribution AttachLoadBalancerTlsCertificate CreateBucket
        CreateBucketAccessKey CreateCertificate CreateContactMethod CreateDistribution CreateDomain
        CreateDomainEntry CreateLoadBalancer CreateLoadBalancerTlsCertificate
        CreateRelationalDatabase CreateRelationalDatabaseFromSnapshot
        CreateRelationalDatabaseSnapshot DeleteAlarm DeleteBucket DeleteBucketAccessKey
        DeleteCertificate DeleteContactMethod DeleteContainerImage DeleteContainerService
        DeleteDistribution DeleteDomain DeleteDomainEntry DeleteLoadBalancer
        DeleteLoadBalancerTlsCertificate DeleteRelationalDatabase DeleteRelationalDatabaseSnapshot
        DetachCertificateFromDistribution PutAlarm RebootRelationalDatabase ResetDistributionCache
        SendContactMethodVerification SetResourceAccessForBucket StartRelationalDatabase
        StopRelationalDatabase TagResource TestAlarm UntagResource UpdateBucket UpdateBucketBundle
        UpdateDistribution UpdateDistributionBundle UpdateDomainEntry UpdateLoadBalancerAttribute
        UpdateRelationalDatabase UpdateRelationalDatabaseParameters
      `),
    },
  ],
};
