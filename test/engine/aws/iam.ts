import { Inputs } from "./inputCheck";
import { Need, Place, ResourceFacts, text } from "./facts";

/*
 * Quotas: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (2026-09). The stand-in
 * holds the defaults, because a landing zone must not depend on raised ones.
 */

const arn = (kind: string) => (inputs: Inputs, place: Place) => ({
  arn: `arn:aws:iam::${place.account}:${kind}${text(inputs, "path") || "/"}${text(inputs, "name")}`,
});

const uniqueId = (prefix: string, place: Place) =>
  `${prefix}${place.serial.toString(36).toUpperCase().padStart(17, "0")}`;

const noSuchEntity = (kind: string, id: string) =>
  `NoSuchEntity: The ${kind} with name ${id} cannot be found.`;

function need(kind: string, id: string): Need {
  return {
    type: `aws:iam/${kind}:${kind[0]!.toUpperCase()}${kind.slice(1)}`,
    id,
    error: noSuchEntity(kind, id),
  };
}

/** A managed policy of the customer's must exist; AWS's own always does. */
function needPolicy(policyArn: string): Need[] {
  const missing = `NoSuchEntity: Policy ${policyArn} does not exist or is not attachable.`;
  return /:iam::aws:policy\//.test(policyArn)
    ? []
    : [{ type: "aws:iam/policy:Policy", id: policyArn, error: missing }];
}

function named(kind: string, prefix: string): ResourceFacts {
  return {
    global: true,
    id: (inputs) => text(inputs, "name"),
    computed: (inputs, place) => ({
      ...arn(kind)(inputs, place),
      uniqueId: uniqueId(prefix, place),
      createDate: "2026-01-01T00:00:00Z",
    }),
    unique: {
      key: (inputs) => text(inputs, "name").toLowerCase(),
      error: `EntityAlreadyExists: ${kind}`,
    },
    autoName: "name",
    replaces: ["name", "namePrefix"],
    inUse: "DeleteConflict: Cannot delete entity, must detach or remove what belongs to it first.",
  };
}

function inlinePolicy(owner: "role" | "group" | "user", limit: number): ResourceFacts {
  return {
    global: true,
    id: (inputs) => `${text(inputs, owner)}:${text(inputs, "name")}`,
    autoName: "name",
    replaces: [owner, "name", "namePrefix"],
    needs: (inputs) => [need(owner, text(inputs, owner))],
    documents: [{ property: "policy", limit: () => limit, ignoresWhiteSpace: true }],
  };
}

function attachment(owner: "role" | "group" | "user", quota: string): ResourceFacts {
  return {
    global: true,
    id: (inputs) => `${text(inputs, owner)}/${text(inputs, "policyArn")}`,
    replaces: [owner, "policyArn"],
    needs: (inputs) => [need(owner, text(inputs, owner)), ...needPolicy(text(inputs, "policyArn"))],
    count: {
      key: (inputs) => text(inputs, owner),
      most: 10,
      error: `LimitExceeded: Cannot exceed quota for ${quota}: 10`,
    },
  };
}

const role = named("role", "AROA");
const user = named("user", "AIDA");

/** IAM as far as the landing zone uses it. */
export const iam: Readonly<Record<string, ResourceFacts>> = {
  "aws:iam/role:Role": {
    ...role,
    replaces: [...role.replaces, "path"],
    documents: [
      {
        property: "assumeRolePolicy",
        limit: () => 2048,
        ignoresWhiteSpace: true,
        checksPrincipals: true,
      },
    ],
  },
  // A new path or name of a user or group is a rename.
  "aws:iam/user:User": { ...user, replaces: [] },
  "aws:iam/group:Group": { ...named("group", "AGPA"), replaces: [] },
  "aws:iam/instanceProfile:InstanceProfile": {
    ...named("instance-profile", "AIPA"),
    replaces: ["name", "namePrefix", "path"],
    needs: (inputs) => (inputs.role === undefined ? [] : [need("role", text(inputs, "role"))]),
  },
  "aws:iam/policy:Policy": {
    ...named("policy", "ANPA"),
    id: (inputs, place) => arn("policy")(inputs, place).arn,
    computed: (inputs, place) => ({
      ...arn("policy")(inputs, place),
      policyId: uniqueId("ANPA", place),
      attachmentCount: 0,
    }),
    replaces: ["name", "namePrefix", "path", "description"],
    documents: [{ property: "policy", limit: () => 6144, ignoresWhiteSpace: true }],
  },
  "aws:iam/rolePolicy:RolePolicy": inlinePolicy("role", 10_240),
  "aws:iam/groupPolicy:GroupPolicy": inlinePolicy("group", 5_120),
  "aws:iam/userPolicy:UserPolicy": inlinePolicy("user", 2_048),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": attachment("role", "PoliciesPerRole"),
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": attachment("group", "PoliciesPerGroup"),
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": attachment("user", "PoliciesPerUser"),
  "aws:iam/userGroupMembership:UserGroupMembership": {
    global: true,
    id: (_, { serial }) => `membership-${serial}`,
    replaces: ["user"],
    needs: (inputs) => [
      need("user", text(inputs, "user")),
      ...(inputs.groups as string[]).map((group) => need("group", group)),
    ],
  },
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": {
    global: true,
    id: () => "iam-account-password-policy",
    computed: ({ maxPasswordAge }) => ({
      expirePasswords: maxPasswordAge !== undefined && maxPasswordAge !== 0,
    }),
    replaces: [],
  },
  ...exclusive("role"),
  ...exclusive("user"),
  ...exclusive("group"),
};

/** "These and no others": the resource says which inline or attached policies its owner may have. */
function exclusive(owner: "role" | "user" | "group"): Record<string, ResourceFacts> {
  const owners = `${owner}Name`;
  const facts: ResourceFacts = {
    global: true,
    id: (inputs) => text(inputs, owners),
    replaces: [owners],
    needs: (inputs) => [need(owner, text(inputs, owners))],
  };
  const name = `${owner[0]!.toUpperCase()}${owner.slice(1)}`;
  return {
    [`aws:iam/${owner}PoliciesExclusive:${name}PoliciesExclusive`]: facts,
    [`aws:iam/${owner}PolicyAttachmentsExclusive:${name}PolicyAttachmentsExclusive`]: facts,
  };
}
