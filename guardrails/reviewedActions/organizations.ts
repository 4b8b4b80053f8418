import { names, ServiceReview } from "./review";

export const organizations: ServiceReview = {
  service: "organizations",
  groups: [
    {
      consequence: "closedOtherwise",
      reason: "Management account alone, outside every SCP.",
      actions: names(`
        CancelHandshake CloseAccount CreateAccount CreateGovCloudAccount
        CreateOrganization CreateOrganizationalUnit DeclineHandshake DeleteOrganization
        DeleteOrganizationalUnit DeleteResourcePolicy DeregisterDelegatedAdministrator
        DisableAWSServiceAccess EnableAWSServiceAccess EnableAllFeatures InviteAccountToOrganization
        InviteOrganizationToTransferResponsibility MoveAccount PutResourcePolicy
        RegisterDelegatedAdministrator RemoveAccountFromOrganization TagResource
        TerminateResponsibilityTransfer UntagResource UpdateOrganizationalUnit
        UpdateResponsibilityTransfer
      `),
    },
    {
      consequence: "reads",
      reason: "Shows the organization.",
      actions: names(`
        DescribeAccount DescribeCreateAccountStatus DescribeEffectivePolicy DescribeHandshake
        DescribeOrganization DescribeOrganizationalUnit DescribePolicy DescribeResourcePolicy
        DescribeResponsibilityTransfer ListAWSServiceAccessForOrganization ListAccounts
        ListAccountsForParent ListAccountsWithInvalidEffectivePolicy ListChildren
        ListCreateAccountStatus ListDelegatedAdministrators ListDelegatedServicesForAccount
        ListEffectivePolicyValidationErrors ListHandshakesForAccount ListHandshakesForOrganization
        ListInboundResponsibilityTransfers ListOrganizationalUnitsForParent
        ListOutboundResponsibilityTransfers ListParents ListPolicies ListPoliciesForTarget ListRoots
        ListTagsForResource ListTargetsForPolicy
      `),
    },
  ],
};
