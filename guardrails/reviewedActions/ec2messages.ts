import { names, ServiceReview } from "./review";

export const ec2messages: ServiceReview = {
  service: "ec2messages",
  groups: [
    {
      consequence: "agent",
      reason:
        "The agent's own mailbox; the SCPs also bind node roles, so denying it breaks the agent.",
      actions: names(`
        AcknowledgeMessage DeleteMessage FailMessage GetEndpoint GetMessages SendReply
      `),
    },
  ],
};
