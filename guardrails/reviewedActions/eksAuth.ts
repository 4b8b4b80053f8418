import { names, ServiceReview } from "./review";

export const eksAuth: ServiceReview = {
  service: "eks-auth",
  groups: [
    {
      consequence: "agent",
      reason: "A pod exchanges its service account token for the role of its pod identity.",
      actions: names("AssumeRoleForPodIdentity"),
    },
  ],
};
