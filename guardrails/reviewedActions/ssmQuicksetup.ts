import { names, ServiceReview } from "./review";

export const ssmQuicksetup: ServiceReview = {
  service: "ssm-quicksetup",
  groups: [
    {
      consequence: "elsewhere",
      reason: "Removes a rollout, tags it, or names the role of Explorer.",
      actions: names("DeleteConfigurationManager TagResource UntagResource UpdateServiceSettings"),
    },
    {
      consequence: "reads",
      reason: "Shows what Quick Setup rolled out.",
      actions: names(`
        GetConfiguration GetConfigurationManager GetServiceSettings ListConfigurationManagers
        ListConfigurations ListQuickSetupTypes ListTagsForResource
      `),
    },
  ],
};
