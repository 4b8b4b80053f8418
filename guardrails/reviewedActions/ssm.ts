import { names, ServiceReview } from "./review";

export const ssm: ServiceReview = {
  service: "ssm",
  groups: [
    {
      consequence: "elsewhere",
      reason:
        "A new baseline is nobody's until it is registered; without one, nodes fall back to that of AWS.",
      actions: names(`
        CreatePatchBaseline DeletePatchBaseline DeregisterPatchBaselineForPatchGroup
      `),
    },
    {
      consequence: "callersRights",
      reason: "Continues an automation that waits; what it runs was fixed by whoever started it.",
      actions: names("SendAutomationSignal"),
    },
    {
      consequence: "callersRights",
      reason:
        "A window is only a clock: its tasks and targets are in the catalogue, and only automation roles register them.",
      actions: names("CreateMaintenanceWindow PutCalendar UpdateMaintenanceWindow"),
    },
    {
      consequence: "endsAccess",
      reason: "Ends or cancels what runs, or takes a node, a task or an activation out.",
      actions: names(`
        CancelCommand CancelMaintenanceWindowExecution DeleteActivation DeleteCloudConnector
        DeleteMaintenanceWindow DeregisterManagedInstance DeregisterTargetFromMaintenanceWindow
        DeregisterTaskFromMaintenanceWindow StopAutomationExecution TerminateSession
      `),
    },
    {
      consequence: "agent",
      reason: "Agents report their state with it and fetch work and credentials of their own node.",
      actions: names(`
        GetDeployablePatchSnapshotForInstance GetManifest ListInstanceAssociations
        PutComplianceItems PutConfigurePackageResult PutInventory RegisterManagedInstance
        RequestManagedInstanceRoleToken UpdateAssociationStatus UpdateInstanceAssociationStatus
        UpdateInstanceInformation UpdateManagedInstancePublicKey
      `),
    },
    {
      consequence: "delivery",
      reason: "Parameters feed documents, agents and launches; who writes them configures nodes.",
      actions: names(`
        DeleteParameter DeleteParameters LabelParameterVersion PutParameter UnlabelParameterVersion
      `),
    },
    {
      consequence: "showsContent",
      reason: "Shows parameters, which hold secrets.",
      actions: names("GetParameter GetParameterHistory GetParameters GetParametersByPath"),
    },
    {
      consequence: "showsContent",
      reason: "Shows what commands, automations and maintenance tasks were given and printed.",
      actions: names(`
        DescribeAutomationExecutions DescribeAutomationStepExecutions
        DescribeMaintenanceWindowExecutionTaskInvocations DescribeMaintenanceWindowTasks
        GetAutomationExecution GetCommandInvocation GetDocument GetMaintenanceWindowExecutionTask
        GetMaintenanceWindowExecutionTaskInvocation GetMaintenanceWindowTask ListCommandInvocations
        ListCommands
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Keeps OpsCenter, inventory and parameter-sharing records, which no node reads.",
      actions: names(`
        AssociateOpsItemRelatedItem CreateOpsItem CreateOpsMetadata CreateResourceDataSync
        DeleteInventory DeleteOpsItem DeleteOpsMetadata DeleteResourceDataSync DeleteResourcePolicy
        DisassociateOpsItemRelatedItem PutResourcePolicy UpdateOpsItem UpdateOpsMetadata
        UpdateResourceDataSync
      `),
    },
    {
      consequence: "reads",
      reason: "Shows nodes, documents, sessions and settings, and no output.",
      actions: names(`
        DescribeActivations DescribeAssociation DescribeAssociationExecutionTargets
        DescribeAssociationExecutions DescribeAvailablePatches DescribeDocument
        DescribeDocumentParameters DescribeDocumentPermission DescribeEffectiveInstanceAssociations
        DescribeEffectivePatchesForPatchBaseline DescribeInstanceAssociationsStatus
        DescribeInstanceInformation DescribeInstancePatchStates
        DescribeInstancePatchStatesForPatchGroup DescribeInstancePatches DescribeInstanceProperties
        DescribeInventoryDeletions DescribeMaintenanceWindowExecutionTasks
        DescribeMaintenanceWindowExecutions DescribeMaintenanceWindowSchedule
        DescribeMaintenanceWindowTargets DescribeMaintenanceWindows
        DescribeMaintenanceWindowsForTarget DescribeOpsItems DescribeParameters
        DescribePatchBaselines DescribePatchGroupState DescribePatchGroups DescribePatchProperties
        DescribeSessions ExecuteAPI GetCalendar GetCalendarState GetCloudConnector
        GetConnectionStatus GetDefaultPatchBaseline GetExecutionPreview GetInventory
        GetInventorySchema GetMaintenanceWindow GetMaintenanceWindowExecution GetOpsItem
        GetOpsMetadata GetOpsSummary GetPatchBaseline GetPatchBaselineForPatchGroup
        GetResourcePolicies GetServiceSetting ListAssociationVersions ListAssociations
        ListCloudConnectors ListComplianceItems ListComplianceSummaries ListDocumentMetadataHistory
        ListDocumentVersions ListDocuments ListInventoryEntries ListNodes ListNodesSummary
        ListOpsItemEvents ListOpsItemRelatedItems ListOpsMetadata ListResourceComplianceSummaries
        ListResourceDataSync ListTagsForResource StartExecutionPreview ValidateCloudConnector
      `),
    },
  ],
};
