import { names, ServiceReview } from "./review";

export const sts: ServiceReview = {
  service: "sts",
  groups: [
    {
      consequence: "closedOtherwise",
      reason: "The resource control policies refuse OSAccess to every federated caller.",
      actions: names("AssumeRoleWithSAML AssumeRoleWithWebIdentity"),
    },
    {
      consequence: "closedOtherwise",
      reason:
        "Management account or its delegate alone; the SCPs bind the root session in the member account.",
      actions: names("AssumeRoot"),
    },
    {
      consequence: "callersRights",
      reason:
        "Credentials of the same principal, or a session of it; the SCPs bind them as before, and a federated session assumes no role.",
      actions: names("GetFederationToken GetServiceBearerToken GetSessionToken"),
    },
    {
      consequence: "callersRights",
      reason:
        "Redeems a delegation that somebody in the account has sent; sending one is what decides.",
      actions: names("GetDelegatedAccessToken"),
    },
    {
      consequence: "callersRights",
      reason:
        "Adds a name, tags or context to a session; the trust of OSAccess accepts no name but the user's own.",
      actions: names("SetContext SetSourceIdentity TagSession"),
    },
    {
      consequence: "elsewhere",
      reason: "Proves the caller's identity to other companies, or explains a refusal.",
      actions: names("DecodeAuthorizationMessage GetWebIdentityToken TagGetWebIdentityToken"),
    },
    {
      consequence: "reads",
      reason: "Shows who calls.",
      actions: names("GetAccessKeyInfo GetCallerIdentity"),
    },
  ],
};
