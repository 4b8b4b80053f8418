import { names, ServiceReview } from "./review";

export const s3: ServiceReview = {
  service: "s3",
  groups: [
    {
      consequence: "closedOtherwise",
      reason: "The log bucket's own policy lets only the declared reader get an object.",
      actions: names(`
        GetObject GetObjectAcl GetObjectAnnotation GetObjectAttributes GetObjectLegalHold
        GetObjectRetention GetObjectTagging GetObjectTorrent GetObjectVersion GetObjectVersionAcl
        GetObjectVersionAnnotation GetObjectVersionAnnotationForReplication
        GetObjectVersionAttributes GetObjectVersionForReplication GetObjectVersionTagging
        GetObjectVersionTorrent
      `),
    },
    {
      consequence: "closedOtherwise",
      reason:
        "The log bucket's own policy lets only the node roles put an object, cancel an upload or say anything of an object.",
      actions: names(`
        AbortMultipartUpload PutObject PutObjectAcl PutObjectTagging PutObjectVersionAcl PutObjectVersionTagging
        ReplicateObject ReplicateTags
      `),
    },
    {
      consequence: "reads",
      reason: "Lists the names of objects, with them who had a session when.",
      actions: names(`
        ListBucket ListBucketMultipartUploads ListBucketVersions ListMultipartUploadParts
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Moves an object between storage classes, or marks it; its content and its lock stay.",
      actions: names(`
        DeleteObjectAnnotation DeleteObjectTagging DeleteObjectVersionAnnotation
        DeleteObjectVersionTagging InitiateReplication ObjectOwnerOverrideToBucketOwner
        PutObjectAnnotation PutObjectVersionAnnotation ReplicateObjectAnnotation RestoreObject
      `),
    },
    {
      consequence: "closedOtherwise",
      reason: "Reaches objects through another door; the bucket's own policy still denies.",
      actions: names(`
        AssociateAccessGrantsIdentityCenter CreateAccessGrant CreateAccessGrantsInstance
        CreateAccessGrantsLocation CreateAccessPoint CreateAccessPointForObjectLambda CreateJob
        CreateMultiRegionAccessPoint DeleteAccessGrant DeleteAccessGrantsInstance
        DeleteAccessGrantsInstanceResourcePolicy DeleteAccessGrantsLocation DeleteAccessPoint
        DeleteAccessPointForObjectLambda DeleteAccessPointPolicy
        DeleteAccessPointPolicyForObjectLambda DeleteMultiRegionAccessPoint
        DissociateAccessGrantsIdentityCenter GetDataAccess PutAccessGrantsInstanceResourcePolicy
        PutAccessPointConfigurationForObjectLambda PutAccessPointPolicy
        PutAccessPointPolicyForObjectLambda PutAccessPointPublicAccessBlock
        PutAccountPublicAccessBlock PutMultiRegionAccessPointPolicy
        SubmitMultiRegionAccessPointRoutes UpdateAccessGrantsLocation
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Settings of a bucket on which no transcript's safety hangs: names, metrics, tags, inventories, other buckets.",
      actions: names(`
        CreateBucket CreateBucketMetadataTableConfiguration CreateStorageLensGroup
        DeleteBucketMetadataTableConfiguration DeleteBucketWebsite DeleteJobTagging
        DeleteStorageLensConfiguration DeleteStorageLensConfigurationTagging DeleteStorageLensGroup
        PauseReplication PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAbac
        PutBucketCORS PutBucketNotification PutBucketRequestPayment PutBucketTagging
        PutBucketWebsite PutIntelligentTieringConfiguration PutInventoryConfiguration PutJobTagging
        PutMetricsConfiguration PutStorageLensConfiguration PutStorageLensConfigurationTagging
        TagResource UntagResource UpdateBucketMetadataAnnotationTableConfiguration
        UpdateBucketMetadataInventoryTableConfiguration
        UpdateBucketMetadataJournalTableConfiguration UpdateJobPriority UpdateJobStatus
        UpdateStorageLensGroup
      `),
    },
    {
      consequence: "reads",
      reason: "Shows settings, no content.",
      actions: names(`
        AllowVendedLogDeliveryForResource DescribeJob DescribeMultiRegionAccessPointOperation
        GetAccelerateConfiguration GetAccessGrant GetAccessGrantsInstance
        GetAccessGrantsInstanceForPrefix GetAccessGrantsInstanceResourcePolicy
        GetAccessGrantsLocation GetAccessPoint GetAccessPointConfigurationForObjectLambda
        GetAccessPointForObjectLambda GetAccessPointPolicy GetAccessPointPolicyForObjectLambda
        GetAccessPointPolicyStatus GetAccessPointPolicyStatusForObjectLambda
        GetAccountPublicAccessBlock GetAnalyticsConfiguration GetBucketAbac GetBucketAcl
        GetBucketCORS GetBucketLocation GetBucketLogging GetBucketMetadataTableConfiguration
        GetBucketNotification GetBucketObjectLockConfiguration GetBucketOwnershipControls
        GetBucketPolicy GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment
        GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration
        GetIntelligentTieringConfiguration GetInventoryConfiguration GetJobTagging
        GetLifecycleConfiguration GetMetricsConfiguration GetMultiRegionAccessPoint
        GetMultiRegionAccessPointPolicy GetMultiRegionAccessPointPolicyStatus
        GetMultiRegionAccessPointRoutes GetReplicationConfiguration GetStorageLensConfiguration
        GetStorageLensConfigurationTagging GetStorageLensDashboard GetStorageLensGroup
        ListAccessGrants ListAccessGrantsInstances ListAccessGrantsLocations ListAccessPoints
        ListAccessPointsForObjectLambda ListAllMyBuckets ListCallerAccessGrants ListJobs
        ListMultiRegionAccessPoints ListObjectAnnotations ListObjectVersionAnnotations
        ListStorageLensConfigurations ListStorageLensGroups ListTagsForResource
      `),
    },
  ],
};
