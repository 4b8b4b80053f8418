import { names, ServiceReview } from "./review";

export const cloudshell: ServiceReview = {
  service: "cloudshell",
  groups: [
    {
      consequence: "otherMachine",
      reason:
        "A shell with the caller's own credentials; inside a VPC it reaches nodes through the network only.",
      actions: names("CreateEnvironment CreateSession PutCredentials StartEnvironment"),
    },
    {
      consequence: "callersRights",
      reason: "Approves a command for the caller's own shell.",
      actions: names("ApproveCommand"),
    },
    {
      consequence: "reads",
      reason: "Shows the caller's own shells.",
      actions: names("DescribeEnvironments GetEnvironmentStatus"),
    },
    {
      consequence: "elsewhere",
      reason: "Moves files to and from the caller's own shell, or ends it.",
      actions: names("DeleteEnvironment GetFileDownloadUrls GetFileUploadUrls StopEnvironment"),
    },
  ],
};
