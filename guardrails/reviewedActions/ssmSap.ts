import { names, ServiceReview } from "./review";

export const ssmSap: ServiceReview = {
  service: "ssm-sap",
  groups: [
    {
      consequence: "callersRights",
      reason:
        "The service-linked role runs AWS's own SAP documents on tagged instances; the caller chooses no command.",
      actions: names(`
        BackupDatabase DeregisterApplication RegisterApplication RestoreDatabase StartApplication
        StartApplicationRefresh StartConfigurationChecks StopApplication UpdateApplicationSettings
        UpdateHANABackupSettings
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Shares a database's settings, or tags.",
      actions: names("DeleteResourcePermission PutResourcePermission TagResource UntagResource"),
    },
    {
      consequence: "reads",
      reason: "Shows applications, databases and checks.",
      actions: names(`
        GetApplication GetComponent GetConfigurationCheckOperation GetDatabase GetOperation
        GetResourcePermission ListApplications ListComponents ListConfigurationCheckDefinitions
        ListConfigurationCheckOperations ListDatabases ListOperationEvents ListOperations
        ListSubCheckResults ListSubCheckRuleResults ListTagsForResource
      `),
    },
  ],
};
