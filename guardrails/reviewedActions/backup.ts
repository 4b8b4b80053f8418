import { names, ServiceReview } from "./review";

export const backup: ServiceReview = {
  service: "backup",
  groups: [
    {
      consequence: "disk",
      reason: "Backs disks up, copies, shares or restores them, as a role passed.",
      actions: names(`
        CopyFromBackupVault CopyIntoBackupVault CreateBackupAccessPoint CreateBackupPlan
        CreateBackupSelection CreateRestoreAccessBackupVault CreateRestoreTestingPlan
        CreateRestoreTestingSelection DeleteBackupVaultAccessPolicy DeleteBackupVaultSharingPolicy
        PutBackupVaultAccessPolicy PutBackupVaultSharingPolicy StartBackupJob StartCopyJob
        StartRestoreJob StartScanJob UpdateBackupPlan UpdateGlobalSettings UpdateRegionSettings
        UpdateRestoreTestingPlan UpdateRestoreTestingSelection
      `),
    },
    {
      consequence: "showsContent",
      reason: "Searches the files inside backups.",
      actions: names("ListIndexedRecoveryPointsForSearch SearchRecoveryPoint"),
    },
    {
      consequence: "reads",
      reason: "Shows vaults, plans and jobs.",
      actions: names(`
        DescribeBackupAccessPoint DescribeBackupJob DescribeBackupVault DescribeCopyJob
        DescribeFramework DescribeGlobalSettings DescribeProtectedResource DescribeRecoveryPoint
        DescribeRegionSettings DescribeReportJob DescribeReportPlan DescribeRestoreJob
        DescribeScanJob ExportBackupPlanTemplate GetBackupPlan GetBackupPlanFromJSON
        GetBackupPlanFromTemplate GetBackupSelection GetBackupVaultAccessPolicy
        GetBackupVaultNotifications GetBackupVaultSharingPolicy GetLegalHold
        GetPITRMalwareScanResults GetRecoveryPointIndexDetails GetRecoveryPointRestoreMetadata
        GetRestoreJobMetadata GetRestoreTestingInferredMetadata GetRestoreTestingPlan
        GetRestoreTestingSelection GetSupportedResourceTypes GetTieringConfiguration
        ListBackupAccessPoints ListBackupAccessPointsByRecoveryPoint
        ListBackupAccessPointsByResource ListBackupJobSummaries ListBackupJobs
        ListBackupPlanTemplates ListBackupPlanVersions ListBackupPlans ListBackupSelections
        ListBackupVaults ListCopyJobSummaries ListCopyJobs ListFrameworks ListIndexedRecoveryPoints
        ListLegalHolds ListProtectedResources ListProtectedResourcesByBackupVault
        ListRecoveryPointsByBackupVault ListRecoveryPointsByLegalHold ListRecoveryPointsByResource
        ListReportJobs ListReportPlans ListRestoreAccessBackupVaults ListRestoreJobSummaries
        ListRestoreJobs ListRestoreJobsByProtectedResource ListRestoreTestingPlans
        ListRestoreTestingSelections ListScanJobSummaries ListScanJobs ListTags
        ListTieringConfigurations
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Vaults, holds, reports, frameworks and tags.",
      actions: names(`
        AssociateBackupVaultMpaApprovalTeam CancelLegalHold CreateBackupVault CreateFramework
        CreateLegalHold CreateLogicallyAirGappedBackupVault CreateReportPlan
        CreateTieringConfiguration DeleteBackupAccessPoint DeleteBackupPlan DeleteBackupSelection
        DeleteBackupVault DeleteBackupVaultLockConfiguration DeleteBackupVaultNotifications
        DeleteFramework DeleteRecoveryPoint DeleteReportPlan DeleteRestoreTestingPlan
        DeleteRestoreTestingSelection DeleteTieringConfiguration
        DisassociateBackupVaultMpaApprovalTeam DisassociateRecoveryPoint
        DisassociateRecoveryPointFromParent PutBackupVaultLockConfiguration
        PutBackupVaultNotifications PutRestoreValidationResult RevokeRestoreAccessBackupVault
        StartReportJob StopBackupJob TagResource UntagResource UpdateFramework
        UpdateRecoveryPointIndexSettings UpdateRecoveryPointLifecycle UpdateReportPlan
        UpdateTieringConfiguration
      `),
    },
  ],
};
