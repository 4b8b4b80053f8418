import { names, ServiceReview } from "./review";

export const cloud9: ServiceReview = {
  service: "cloud9",
  groups: [
    {
      consequence: "nodeLifecycle",
      reason: "Starts the instance of an environment, or ends it.",
      actions: names("ActivateEC2Remote DeleteEnvironment"),
    },
    {
      consequence: "callersRights",
      reason:
        "Puts the credentials of an environment's member on its instance; the SCPs bind them.",
      actions: names("CreateEnvironmentToken ModifyTemporaryCredentialsOnEnvironmentEC2"),
    },
    {
      consequence: "endsAccess",
      reason: "Takes a person out of an environment.",
      actions: names("DeleteEnvironmentMembership"),
    },
    {
      consequence: "reads",
      reason: "Shows environments and their settings.",
      actions: names(`
        DescribeEC2Remote DescribeEnvironmentMemberships DescribeEnvironmentStatus
        DescribeEnvironments DescribeSSHRemote GetEnvironmentConfig GetEnvironmentSettings
        GetMembershipSettings GetMigrationExperiences GetUserPublicKey GetUserSettings
        ListEnvironments ListTagsForResource
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Settings of the editor, and tags.",
      actions: names(`
        TagResource UntagResource UpdateEnvironment UpdateEnvironmentSettings
        UpdateMembershipSettings UpdateUserSettings
      `),
    },
  ],
};
