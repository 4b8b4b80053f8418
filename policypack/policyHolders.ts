/** Who holds a policy. */
export type HolderKind = "role" | "user" | "group";

/** A property that names holders of that kind, one or several. */
export interface Holder {
  readonly kind: HolderKind;
  readonly key: string;
}

/** Resources that are one inline policy, and the property that names its holder. */
export const inlinePolicies: Readonly<Record<string, Holder>> = {
  "aws:iam/rolePolicy:RolePolicy": { kind: "role", key: "role" },
  "aws:iam/userPolicy:UserPolicy": { kind: "user", key: "user" },
  "aws:iam/groupPolicy:GroupPolicy": { kind: "group", key: "group" },
};

/** Resources that attach managed policies: the property with the ARNs, and those with the holders. */
export const attachments: Readonly<
  Record<string, { readonly arns: string; readonly holders: readonly Holder[] }>
> = {
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    arns: "policyArn",
    holders: [{ kind: "role", key: "role" }],
  },
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": {
    arns: "policyArn",
    holders: [{ kind: "user", key: "user" }],
  },
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": {
    arns: "policyArn",
    holders: [{ kind: "group", key: "group" }],
  },
  "aws:iam/policyAttachment:PolicyAttachment": {
    arns: "policyArn",
    holders: [
      { kind: "role", key: "roles" },
      { kind: "user", key: "users" },
      { kind: "group", key: "groups" },
    ],
  },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": {
    arns: "policyArns",
    holders: [{ kind: "role", key: "roleName" }],
  },
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": {
    arns: "policyArns",
    holders: [{ kind: "user", key: "userName" }],
  },
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": {
    arns: "policyArns",
    holders: [{ kind: "group", key: "groupName" }],
  },
};
