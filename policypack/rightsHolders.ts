/** Whoever gets rights: of a managed policy anyone it is attached to, of a permission set a role in any account. */
export type HolderKind = "role" | "user" | "group" | "permission set" | "anyone";

/** A property that names holders of that kind, one or several. */
export interface Holder {
  readonly kind: HolderKind;
  /** None where the resource does not name them. */
  readonly key?: string;
}

/** Where a resource type has rights, and who gets them. */
export interface RightsHolder {
  /** What a message calls the resource. */
  readonly title: string;
  /** The property with a policy document. */
  readonly document?: string;
  /** A list of blocks with a name and a document each. */
  readonly inline?: { readonly list: string; readonly name: string; readonly document: string };
  /** The property with managed policies: ARNs, or names and paths that Identity Center looks for in each account. */
  readonly attached?: string;
  /** The property with the ARN of a permissions boundary. */
  readonly boundary?: string;
  readonly holders: readonly Holder[];
}

const role = (key: string): Holder[] => [{ kind: "role", key }];
const user = (key: string): Holder[] => [{ kind: "user", key }];
const group = (key: string): Holder[] => [{ kind: "group", key }];
const permissionSet: Holder[] = [{ kind: "permission set" }];
const anyone: Holder[] = [{ kind: "anyone" }];

const inlinePolicy = (document: string, holders: Holder[]): RightsHolder => ({
  title: "inline policy",
  document,
  holders,
});
const attachment = (attached: string, holders: Holder[]): RightsHolder => ({
  title: "attachment",
  attached,
  holders,
});
const withAll = (title: string, holders: Holder[]): RightsHolder => ({
  title,
  inline: { list: "policies", name: "policyName", document: "policyDocument" },
  attached: "managedPolicyArns",
  boundary: "permissionsBoundary",
  holders,
});

/** Every resource type of the aws and aws-native packages that gives somebody rights by a policy. */
export const rightsHolders: Readonly<Record<string, RightsHolder>> = {
  "aws:iam/role:Role": {
    ...withAll("role", role("name")),
    inline: { list: "inlinePolicies", name: "name", document: "policy" },
  },
  "aws:iam/rolePolicy:RolePolicy": inlinePolicy("policy", role("role")),
  "aws:iam/userPolicy:UserPolicy": inlinePolicy("policy", user("user")),
  "aws:iam/groupPolicy:GroupPolicy": inlinePolicy("policy", group("group")),
  "aws:iam/policy:Policy": { title: "managed policy", document: "policy", holders: anyone },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": attachment("policyArn", role("role")),
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": attachment("policyArn", user("user")),
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": attachment("policyArn", group("group")),
  "aws:iam/policyAttachment:PolicyAttachment": attachment("policyArn", [
    ...role("roles"),
    ...user("users"),
    ...group("groups"),
  ]),
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": attachment(
    "policyArns",
    role("roleName"),
  ),
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": attachment(
    "policyArns",
    user("userName"),
  ),
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": attachment(
    "policyArns",
    group("groupName"),
  ),
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": inlinePolicy(
    "inlinePolicy",
    permissionSet,
  ),
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": attachment(
    "managedPolicyArn",
    permissionSet,
  ),
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": attachment(
    "managedPolicyArns",
    permissionSet,
  ),
  "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment": attachment(
    "customerManagedPolicyReference",
    permissionSet,
  ),
  "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive":
    attachment("customerManagedPolicyReferences", permissionSet),
  "aws-native:iam:Role": withAll("role", role("roleName")),
  "aws-native:iam:User": withAll("user", user("userName")),
  "aws-native:iam:Group": withAll("group", group("groupName")),
  "aws-native:iam:RolePolicy": inlinePolicy("policyDocument", role("roleName")),
  "aws-native:iam:UserPolicy": inlinePolicy("policyDocument", user("userName")),
  "aws-native:iam:GroupPolicy": inlinePolicy("policyDocument", group("groupName")),
  "aws-native:iam:ManagedPolicy": {
    title: "managed policy",
    document: "policyDocument",
    holders: anyone,
  },
  "aws-native:sso:PermissionSet": {
    title: "permission set",
    document: "inlinePolicy",
    attached: "managedPolicies",
    holders: permissionSet,
  },
};

/** The types for which the table says something under that key. */
export function typesWith(key: "document" | "inline" | "attached"): string[] {
  return Object.keys(rightsHolders).filter((type) => rightsHolders[type]![key] !== undefined);
}
