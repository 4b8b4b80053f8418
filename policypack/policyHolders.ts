/** Who holds a policy. */
type HolderKind = "role" | "user" | "group";

/** A property that names holders of that kind, one or several. */
export interface Holder {
  readonly kind: HolderKind;
  readonly key: string;
}

/**
 * Resources that are one inline policy: the property with the document, and those with the holders. A permission set
 * becomes a role in each account that it is assigned to, never OSAccess, so it names no holder.
 */
export const inlinePolicies: Readonly<
  Record<string, { readonly document: string; readonly holders: readonly Holder[] }>
> = {
  "aws:iam/rolePolicy:RolePolicy": {
    document: "policy",
    holders: [{ kind: "role", key: "role" }],
  },
  "aws:iam/userPolicy:UserPolicy": {
    document: "policy",
    holders: [{ kind: "user", key: "user" }],
  },
  "aws:iam/groupPolicy:GroupPolicy": {
    document: "policy",
    holders: [{ kind: "group", key: "group" }],
  },
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": {
    document: "inlinePolicy",
    holders: [],
  },
};

/**
 * Resources that attach managed policies: the property with the policies, and those with the holders. A policy is an
 * ARN, or the name and path of one that Identity Center looks for in each account.
 */
export const attachments: Readonly<
  Record<string, { readonly policies: string; readonly holders: readonly Holder[] }>
> = {
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    policies: "policyArn",
    holders: [{ kind: "role", key: "role" }],
  },
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": {
    policies: "policyArn",
    holders: [{ kind: "user", key: "user" }],
  },
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": {
    policies: "policyArn",
    holders: [{ kind: "group", key: "group" }],
  },
  "aws:iam/policyAttachment:PolicyAttachment": {
    policies: "policyArn",
    holders: [
      { kind: "role", key: "roles" },
      { kind: "user", key: "users" },
      { kind: "group", key: "groups" },
    ],
  },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": {
    policies: "policyArns",
    holders: [{ kind: "role", key: "roleName" }],
  },
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": {
    policies: "policyArns",
    holders: [{ kind: "user", key: "userName" }],
  },
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": {
    policies: "policyArns",
    holders: [{ kind: "group", key: "groupName" }],
  },
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": {
    policies: "managedPolicyArn",
    holders: [],
  },
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": {
    policies: "managedPolicyArns",
    holders: [],
  },
  "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment": {
    policies: "customerManagedPolicyReference",
    holders: [],
  },
  "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive":
    { policies: "customerManagedPolicyReferences", holders: [] },
};

/** Whether the resource's rights hold wherever somebody assigns them, not in the provider's account. */
export function holdsAnywhere(type: string): boolean {
  return type.startsWith("aws:ssoadmin/");
}
