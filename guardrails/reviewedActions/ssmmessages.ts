import { names, ServiceReview } from "./review";

export const ssmmessages: ServiceReview = {
  service: "ssmmessages",
  groups: [
    {
      consequence: "agent",
      reason:
        "The channels of the agent and of a session whose token StartSession gave; the SCPs of nodes and people must leave them open.",
      actions: names("CreateControlChannel CreateDataChannel OpenControlChannel OpenDataChannel"),
    },
  ],
};
