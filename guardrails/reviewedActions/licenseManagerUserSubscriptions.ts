import { names, ServiceReview } from "./review";

export const licenseManagerUserSubscriptions: ServiceReview = {
  service: "license-manager-user-subscriptions",
  groups: [
    {
      consequence: "endsAccess",
      reason: "Takes a user off an instance.",
      actions: names("DisassociateUser"),
    },
    {
      consequence: "reads",
      reason: "Shows subscriptions.",
      actions: names(`
        ListIdentityProviders ListInstances ListLicenseServerEndpoints ListProductSubscriptions
        ListTagsForResource ListUserAssociations
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Subscribes users, or names the directory and the licence server.",
      actions: names(`
        CreateLicenseServerEndpoint DeleteLicenseServerEndpoint DeregisterIdentityProvider
        RegisterIdentityProvider StartProductSubscription StopProductSubscription TagResource
        UntagResource UpdateIdentityProviderSettings
      `),
    },
  ],
};
