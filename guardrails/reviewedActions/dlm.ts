import { names, ServiceReview } from "./review";

export const dlm: ServiceReview = {
  service: "dlm",
  groups: [
    {
      consequence: "disk",
      reason:
        "Schedules snapshots; scripts before and after run as the role passed, which the SCPs bind.",
      actions: names("CreateLifecyclePolicy UpdateLifecyclePolicy"),
    },
    {
      consequence: "reads",
      reason: "Shows policies.",
      actions: names("GetLifecyclePolicies GetLifecyclePolicy ListTagsForResource"),
    },
    {
      consequence: "elsewhere",
      reason: "Removes or tags a policy.",
      actions: names("DeleteLifecyclePolicy TagResource UntagResource"),
    },
  ],
};
