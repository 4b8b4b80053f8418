import { names, ServiceReview } from "./review";

export const opsworksCm: ServiceReview = {
  service: "opsworks-cm",
  groups: [
    {
      consequence: "showsContent",
      reason: "Shows a start script for nodes with the credentials of the server.",
      actions: names("ExportServerEngineAttribute"),
    },
    {
      consequence: "delivery",
      reason:
        "A Chef or Puppet server hands its nodes what they run. AWS ended the service in 2024.",
      actions: names(`
        AssociateNode CreateServer RestoreServer UpdateServer UpdateServerEngineAttributes
      `),
    },
    {
      consequence: "reads",
      reason: "Shows servers and backups.",
      actions: names(`
        DescribeAccountAttributes DescribeBackups DescribeEvents DescribeNodeAssociationStatus
        DescribeServers ListTagsForResource
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Backs up, maintains, tags or removes a server.",
      actions: names(`
        CreateBackup DeleteBackup DeleteServer DisassociateNode StartMaintenance TagResource
        UntagResource
      `),
    },
  ],
};
