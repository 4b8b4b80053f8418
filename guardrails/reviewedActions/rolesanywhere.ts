import { names, ServiceReview } from "./review";

export const rolesanywhere: ServiceReview = {
  service: "rolesanywhere",
  groups: [
    {
      consequence: "callersRights",
      reason:
        "A certificate takes a role whose trust names this service; no exempt role's trust does, and only the deploy role changes that.",
      actions: names(`
        CreateProfile CreateTrustAnchor EnableCrl EnableProfile EnableTrustAnchor ImportCrl
        PutAttributeMapping PutNotificationSettings UpdateCrl UpdateProfile UpdateTrustAnchor
      `),
    },
    {
      consequence: "reads",
      reason: "Shows trust anchors and profiles.",
      actions: names(`
        GetCrl GetProfile GetSubject GetTrustAnchor ListCrls ListProfiles ListSubjects
        ListTagsForResource ListTrustAnchors
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Takes away, resets or tags.",
      actions: names(`
        DeleteAttributeMapping DeleteCrl DeleteProfile DeleteTrustAnchor DisableCrl DisableProfile
        DisableTrustAnchor ResetNotificationSettings TagResource UntagResource
      `),
    },
  ],
};
