import { names, ServiceReview } from "./review";

export const iam: ServiceReview = {
  service: "iam",
  groups: [
    {
      consequence: "elsewhere",
      reason:
        "A device that no user has yet or has any more; enabling and deactivating one are in the catalogue.",
      actions: names("CreateVirtualMFADevice DeleteVirtualMFADevice"),
    },
    {
      consequence: "callersRights",
      reason:
        "A new identity provider gives nothing until a role trusts it; the trust of every exempt role is in the catalogue.",
      actions: names(`
        CreateOpenIDConnectProvider CreateSAMLProvider RemoveClientIDFromOpenIDConnectProvider
      `),
    },
    {
      consequence: "endsAccess",
      reason: "Takes a credential away or refuses a delegation.",
      actions: names(`
        DeleteSSHPublicKey DeleteServerCertificate DeleteServiceSpecificCredential
        DeleteSigningCertificate DisableOutboundWebIdentityFederation RejectDelegationRequest
      `),
    },
    {
      consequence: "callersRights",
      reason:
        "Makes or removes a role whose policy AWS wrote and whose service alone assumes it; guardrails deny the calls that make such a role act.",
      actions: names("CreateServiceLinkedRole DeleteServiceLinkedRole"),
    },
    {
      consequence: "closedOtherwise",
      reason:
        "Management account or its delegate alone; what a root session may do in a member account is bound by the SCPs.",
      actions: names(`
        DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions
        EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Credentials of CodeCommit, Keyspaces, Bedrock, CloudFront and old SOAP interfaces: they open no node.",
      actions: names(`
        DeleteCloudFrontPublicKey UpdateCloudFrontPublicKey UpdateServerCertificate
        UploadCloudFrontPublicKey UploadServerCertificate
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Tags that no trust or guardrail here reads.",
      actions: names(`
        TagInstanceProfile TagMFADevice TagOpenIDConnectProvider TagPolicy TagSAMLProvider
        TagServerCertificate UntagInstanceProfile UntagMFADevice UntagOpenIDConnectProvider
        UntagPolicy UntagSAMLProvider UntagServerCertificate
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Names and settings of the account, delegation requests before anybody accepts, tokens for other companies.",
      actions: names(`
        CreateAccountAlias CreateDelegationRequest DeleteAccountAlias
        EnableOutboundWebIdentityFederation PutAccountProperties SetSTSRegionalEndpointStatus
        SetSecurityTokenServicePreferences UpdateAccountEmailAddress UpdateAccountName
      `),
    },
    {
      consequence: "reads",
      reason: "Shows users, roles and policies, no secret.",
      actions: names(`
        GenerateCredentialReport GenerateOrganizationsAccessReport
        GenerateServiceLastAccessedDetails GetAccessKeyLastUsed GetAccountAuthorizationDetails
        GetAccountEmailAddress GetAccountName GetAccountPasswordPolicy GetAccountProperties
        GetAccountSummary GetCloudFrontPublicKey GetContextKeysForCustomPolicy
        GetContextKeysForPrincipalPolicy GetCredentialReport GetDelegationRequest GetGroup
        GetGroupPolicy GetHumanReadableSummary GetInstanceProfile GetLoginProfile GetMFADevice
        GetOpenIDConnectProvider GetOrganizationsAccessReport GetOutboundWebIdentityFederationInfo
        GetPolicy GetPolicyVersion GetRole GetRolePolicy GetRoleTemplateVersion GetSAMLProvider
        GetSSHPublicKey GetServerCertificate GetServiceLastAccessedDetails
        GetServiceLastAccessedDetailsWithEntities GetServiceLinkedRoleDeletionStatus GetUser
        GetUserPolicy ListAccessKeys ListAccountAliases ListAttachedGroupPolicies
        ListAttachedRolePolicies ListAttachedUserPolicies ListCloudFrontPublicKeys
        ListDelegationRequests ListEntitiesForPolicy ListGroupPolicies ListGroups ListGroupsForUser
        ListInstanceProfileTags ListInstanceProfiles ListInstanceProfilesForRole ListMFADeviceTags
        ListMFADevices ListOpenIDConnectProviderTags ListOpenIDConnectProviders
        ListOrganizationsFeatures ListPolicies ListPoliciesGrantingServiceAccess ListPolicyTags
        ListPolicyVersions ListRolePolicies ListRoleTags ListRoles ListSAMLProviderTags
        ListSAMLProviders ListSSHPublicKeys ListSTSRegionalEndpointsStatus ListServerCertificateTags
        ListServerCertificates ListServiceSpecificCredentials ListSigningCertificates
        ListUserPolicies ListUserTags ListUsers ListVirtualMFADevices SimulateCustomPolicy
        SimulatePrincipalPolicy
      `),
    },
  ],
};
