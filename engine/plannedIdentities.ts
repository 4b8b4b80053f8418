import { withoutAccount } from "../guardrails/namedAccounts";
import {
  PlannedDocument,
  PlannedIdentities,
  PlannedIdentity,
  mergeIdentities,
} from "../proof/plannedIdentities";
import { PlannedResource, StackPlan, unknown } from "./plan";

/** Everything of IAM that one stack makes in the account of that id. */
export function plannedIdentities(plan: StackPlan, accountId: string): PlannedIdentities {
  const parts = plan.resources
    .filter(({ type }) => type.startsWith("aws:iam/"))
    .map((resource) => partOf(new Inputs(resource, accountId)));
  return mergeIdentities(parts);
}

/** What one resource adds; most add a right to an identity that another resource makes. */
function partOf(inputs: Inputs): PlannedIdentities {
  switch (inputs.resource.type) {
    case "aws:iam/role:Role":
      return one(inputs, "role", "name", {
        path: inputs.text("path") ?? "/",
        trust: inputs.document("trust policy", "assumeRolePolicy"),
        inline: inputs.inlinePolicies(),
        attached: inputs.texts("managedPolicyArns"),
        ...inputs.boundary(),
      });
    case "aws:iam/user:User":
      return one(inputs, "user", "name", {
        path: inputs.text("path") ?? "/",
        ...inputs.boundary(),
      });
    case "aws:iam/group:Group":
      return one(inputs, "group", "name", { path: inputs.text("path") ?? "/" });
    case "aws:iam/rolePolicy:RolePolicy":
      return one(inputs, "role", "role", { inline: [inputs.ownDocument()] });
    case "aws:iam/userPolicy:UserPolicy":
      return one(inputs, "user", "user", { inline: [inputs.ownDocument()] });
    case "aws:iam/groupPolicy:GroupPolicy":
      return one(inputs, "group", "group", { inline: [inputs.ownDocument()] });
    case "aws:iam/rolePolicyAttachment:RolePolicyAttachment":
      return one(inputs, "role", "role", { attached: inputs.texts("policyArn") });
    case "aws:iam/userPolicyAttachment:UserPolicyAttachment":
      return one(inputs, "user", "user", { attached: inputs.texts("policyArn") });
    case "aws:iam/groupPolicyAttachment:GroupPolicyAttachment":
      return one(inputs, "group", "group", { attached: inputs.texts("policyArn") });
    case "aws:iam/userGroupMembership:UserGroupMembership":
      return one(inputs, "user", "user", { groups: inputs.texts("groups") });
    case "aws:iam/policy:Policy":
      return { identities: [], managed: [inputs.managedPolicy()] };
    default:
      // Profiles and account settings give nobody a right.
      return { identities: [], managed: [] };
  }
}

function one(
  inputs: Inputs,
  kind: PlannedIdentity["kind"],
  nameInput: string,
  rights: Partial<PlannedIdentity>,
): PlannedIdentities {
  const name = inputs.text(nameInput);
  const identity: PlannedIdentity = {
    kind,
    // What has no name in the plan gets one from AWS, which no guardrail exempts.
    name: name ?? `(${inputs.resource.name})`,
    inline: [],
    attached: [],
    groups: [],
    ...rights,
    unknown: inputs.unknown,
  };
  return { identities: [identity], managed: [] };
}

/** Reads the inputs of one resource and notes which of them only an update knows. */
class Inputs {
  readonly unknown: string[] = [];

  constructor(
    readonly resource: PlannedResource,
    private readonly accountId: string,
  ) {}

  text(input: string): string | undefined {
    return this.known(input, this.resource.inputs[input]);
  }

  texts(input: string): string[] {
    const value = this.resource.inputs[input];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((item) => this.known(input, item) ?? []);
  }

  document(name: string, input: string): PlannedDocument {
    const text = this.text(input);
    return { name, ...(text !== undefined && { text }) };
  }

  ownDocument(): PlannedDocument {
    return this.document(this.text("name") ?? this.resource.name, "policy");
  }

  boundary(): { boundary?: string } {
    const boundary = this.text("permissionsBoundary");
    return boundary === undefined ? {} : { boundary };
  }

  inlinePolicies(): PlannedDocument[] {
    const value = this.resource.inputs.inlinePolicies;
    const policies = (Array.isArray(value) ? value : []) as Record<string, unknown>[];
    return policies.map(({ name, policy }) => ({
      name: this.known("inlinePolicies", name) ?? "inline",
      text: this.known("inlinePolicies", policy),
    }));
  }

  managedPolicy(): PlannedDocument {
    const name = this.text("name") ?? `(${this.resource.name})`;
    const path = this.text("path") ?? "/";
    return this.document(`policy${path}${name}`, "policy");
  }

  private known(input: string, value: unknown): string | undefined {
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== "string" || value.includes(unknown)) {
      this.unknown.push(`${input} of ${this.resource.name}`);
      return undefined;
    }
    return withoutAccount(value, this.accountId);
  }
}
