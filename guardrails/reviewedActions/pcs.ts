import { names, ServiceReview } from "./review";

export const pcs: ServiceReview = {
  service: "pcs",
  groups: [
    {
      consequence: "delivery",
      reason: "Launches compute nodes from a launch template of the caller's choice.",
      actions: names(`
        CreateCluster CreateComputeNodeGroup CreateQueue UpdateCluster UpdateComputeNodeGroup
        UpdateQueue
      `),
    },
    {
      consequence: "agent",
      reason: "A compute node registers itself.",
      actions: names("RegisterComputeNodeGroupInstance"),
    },
    {
      consequence: "reads",
      reason: "Shows clusters.",
      actions: names(`
        GetCluster GetComputeNodeGroup GetQueue ListClusters ListComputeNodeGroups ListQueues
        ListTagsForResource
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Removes or tags, or allows log delivery.",
      actions: names(`
        AllowVendedLogDeliveryForResource DeleteCluster DeleteComputeNodeGroup DeleteQueue
        TagResource UntagResource
      `),
    },
  ],
};
