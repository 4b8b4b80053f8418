import { names, ServiceReview } from "./review";

export const workspacesInstances: ServiceReview = {
  service: "workspaces-instances",
  groups: [
    {
      consequence: "delivery",
      reason:
        "Launches new nodes that run what the caller writes; it may name a key pair that exists already, but nobody makes a new one.",
      actions: names("CreateWorkspaceInstance"),
    },
    {
      consequence: "disk",
      reason: "Makes, moves or removes a volume.",
      actions: names("AssociateVolume CreateVolume DeleteVolume DisassociateVolume"),
    },
    {
      consequence: "reads",
      reason: "Shows managed instances.",
      actions: names(`
        GetWorkspaceInstance ListInstanceTypes ListRegions ListTagsForResource
        ListWorkspaceInstances
      `),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Ends or tags an instance.",
      actions: names("DeleteWorkspaceInstance TagResource UntagResource"),
    },
  ],
};
