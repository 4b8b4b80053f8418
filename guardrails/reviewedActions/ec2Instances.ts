import { names, ReviewedGroup } from "./review";

/** What reaches an instance, its disks, its role or the image it starts from. */
export const ec2Instances: readonly ReviewedGroup[] = [
  {
    consequence: "closedOtherwise",
    reason:
      "Gives a node another role, or none: the session key's own policy serves the declared node roles alone, and no shell opens without it.",
    actions: names(`
      AssociateIamInstanceProfile DisassociateIamInstanceProfile
      ReplaceIamInstanceProfileAssociation
    `),
  },
  {
    consequence: "showsContent",
    reason:
      "Shows the console as text or picture, firmware variables, or the user data of a launch, with whatever secrets somebody left in them.",
    actions: names(`
      DescribeInstanceAttribute DescribeLaunchTemplateVersions DescribeScheduledInstances
      DescribeSpotFleetRequests DescribeSpotInstanceRequests GetConsoleOutput GetConsoleScreenshot
      GetInstanceUefiData GetLaunchTemplateData
    `),
  },
  {
    consequence: "endsAccess",
    reason: "Closes a console, a tunnel or a key pair, or narrows the ways in.",
    actions: names(`
      CancelImageLaunchPermission DeleteInstanceConnectEndpoint DeleteKeyPair DisableImage
      DisableSerialConsoleAccess EnableAllowedImagesSettings EnableEbsEncryptionByDefault
      EnableImageBlockPublicAccess EnableSnapshotBlockPublicAccess LockSnapshot ResetImageAttribute
      ResetSnapshotAttribute RevokeClientVpnIngress RevokeSecurityGroupEgress
      RevokeSecurityGroupIngress TerminateClientVpnConnections
    `),
  },
  {
    consequence: "delivery",
    reason:
      "Launches a node with an image, user data and a role of the caller's choice, or prepares such a launch; who launches owns what is in it. A role needs iam:PassRole; a group that follows the newest version of a template launches what is written there.",
    actions: names(`
      AttachImageWatermark CreateFleet CreateLaunchTemplate CreateLaunchTemplateVersion
      DeleteLaunchTemplate DeleteLaunchTemplateVersions DeregisterImage DetachImageWatermark
      DisableAllowedImagesSettings DisableFastLaunch DisableImageDeprecation
      DisableImageDeregistrationProtection EnableFastLaunch EnableImage EnableImageDeprecation
      EnableImageDeregistrationProtection ImportImage ImportInstance ModifyFleet
      ModifyImageAttribute ModifyLaunchTemplate ModifySpotFleetRequest RegisterImage
      ReplaceImageCriteriaInAllowedImagesSettings ReplaceImageInstanceTypeSpecification
      RunScheduledInstances
    `),
  },
  {
    consequence: "disk",
    reason:
      "Copies a disk or an image of it, shares it, restores it, or moves a volume between nodes; encrypt with a key whose policy leaves administrators out.",
    actions: names(`
      AttachVolume BundleInstance CancelBundleTask CancelConversionTask CancelExportTask
      CancelImportTask CopyImage CopySnapshot CopyVolumes CreateDelegateMacVolumeOwnershipTask
      CreateImage CreateInstanceExportTask CreateRestoreImageTask CreateSnapshot CreateSnapshots
      CreateStoreImageTask CreateVolume DeleteSnapshot DeleteVolume DetachVolume
      DisableEbsEncryptionByDefault DisableFastSnapshotRestores DisableImageBlockPublicAccess
      DisableSnapshotBlockPublicAccess EnableFastSnapshotRestores EnableVolumeIO ExportImage
      ImportSnapshot ImportVolume InjectVolumeIOLatency ModifyEbsDefaultKmsKeyId
      ModifySnapshotAttribute ModifySnapshotTier ModifyVolume ModifyVolumeAttribute PauseVolumeIO
      ResetEbsDefaultKmsKeyId RestoreImageFromRecycleBin RestoreSnapshotFromRecycleBin
      RestoreSnapshotTier RestoreVolumeFromRecycleBin UnlockSnapshot
    `),
  },
  {
    consequence: "nodeLifecycle",
    reason:
      "Starts, stops, reboots, moves, tunes or ends an instance; what runs on it stays the same.",
    actions: names(`
      AllocateHosts AssociateInstanceEventWindow AttachResourcesToPlacementGroup
      CancelSpotFleetRequests CancelSpotInstanceRequests CreateInstanceEventWindow
      CreateMacSystemIntegrityProtectionModificationTask CreatePlacementGroup DeleteFleets
      DeleteInstanceEventWindow DeletePlacementGroup DeregisterInstanceEventNotificationAttributes
      DetachResourcesFromPlacementGroup DisableInstanceSqlHaStandbyDetections
      DisassociateInstanceEventWindow EnableInstanceSqlHaStandbyDetections
      ModifyDefaultCreditSpecification ModifyHosts ModifyInstanceCapacityReservationAttributes
      ModifyInstanceCpuOptions ModifyInstanceCreditSpecification ModifyInstanceEventStartTime
      ModifyInstanceEventWindow ModifyInstanceMaintenanceOptions
      ModifyInstanceNetworkPerformanceOptions ModifyInstancePlacement ModifyPrivateDnsNameOptions
      MonitorInstances RebootInstances RegisterInstanceEventNotificationAttributes ReleaseHosts
      ReportInstanceStatus ResetInstanceAttribute SendDiagnosticInterrupt
      SendSpotInstanceInterruptions StartInstances StopInstances TerminateInstances
      UnmonitorInstances
    `),
  },
  {
    consequence: "callersRights",
    reason:
      "Decides whether processes on a node may fetch the node role's credentials without a token; they had them already.",
    actions: names(`
      AssociateEnclaveCertificateIamRole DisassociateEnclaveCertificateIamRole
      ModifyInstanceMetadataDefaults ModifyInstanceMetadataOptions
    `),
  },
];
