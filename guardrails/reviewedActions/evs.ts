import { names, ServiceReview } from "./review";

export const evs: ServiceReview = {
  service: "evs",
  groups: [
    {
      consequence: "callersRights",
      reason:
        "Launches VMware hosts with the right of the caller to run instances, so a key pair is denied as in any launch.",
      actions: names("CreateEnvironment CreateEnvironmentHost"),
    },
    {
      consequence: "reads",
      reason: "Shows environments.",
      actions: names(`
        GetAccountSettings GetDepotUrl GetEnvironment GetVersions ListEnvironmentConnectors
        ListEnvironmentHosts ListEnvironmentVlans ListEnvironments ListTagsForResource
        ListVmEntitlements
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Entitlements, connectors, addresses, tags and removals.",
      actions: names(`
        AssociateEipToVlan CreateEntitlement CreateEnvironmentConnector DeleteEntitlement
        DeleteEnvironment DeleteEnvironmentConnector DeleteEnvironmentHost DisassociateEipFromVlan
        PutAccountSettings TagResource UntagResource UpdateEnvironmentConnector
      `),
    },
  ],
};
