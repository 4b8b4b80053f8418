import { names, ServiceReview } from "./review";

export const codedeployCommandsSecure: ServiceReview = {
  service: "codedeploy-commands-secure",
  groups: [
    {
      consequence: "agent",
      reason: "The CodeDeploy agent fetches its deployment and reports on it.",
      actions: names(`
        GetDeploymentSpecification PollHostCommand PutHostCommandAcknowledgement
        PutHostCommandComplete
      `),
    },
  ],
};
