import * as assert from "node:assert/strict";
import { planStack } from "../../../engine/offline";
import { PlannedResource } from "../../../engine/plan";
import { PolicyKind } from "../../../iam/compiledStatement";
import { KnownAccount, LandingZone } from "../../../model/landingZone";
import { accountNamed, roleArn } from "../../../model/names";
import { StackProgram, stackPrograms } from "../../../stacks/stackPrograms";
import { PolicyDocument } from "../../support";

/** A policy document as a stack of the landing zone would deploy it. */
export interface DeployedPolicy {
  /** Unique. That of a trust policy or another resource policy is the ARN of what it guards. */
  readonly title: string;
  /** What it is called in every account alike: `OSAccess Deny`. */
  readonly label: string;
  readonly kind: PolicyKind;
  /** ARNs of the roles and users, of the bucket or key that have it; for SCPs and RCPs the name of the target. */
  readonly holders: readonly string[];
  /** Undefined for a policy of AWS, whose title is its ARN. */
  readonly document?: PolicyDocument;
}

/** Every policy document of the organization, from the stack programs themselves. */
export async function deployedPolicies(zone: LandingZone): Promise<DeployedPolicy[]> {
  const found: DeployedPolicy[] = [];
  for (const program of stackPrograms(zone)) {
    const { resources } = await planStack(program.name, program.run);
    found.push(
      ...(program.kind === "guardrails"
        ? controlPolicies(program.target!, resources)
        : accountPolicies(zone, accountOf(zone, program), resources)),
    );
  }
  return found;
}

function accountOf(zone: LandingZone, { kind, target }: StackProgram): KnownAccount {
  const { identity, management } = zone.organization;
  const name = target ?? (kind === "identity" ? identity : management);
  return accountNamed(zone, name) as KnownAccount;
}

function controlPolicies(target: string, resources: readonly PlannedResource[]): DeployedPolicy[] {
  const policies = ofType(resources, "aws:organizations/policy:Policy");
  const attachments = ofType(resources, "aws:organizations/policyAttachment:PolicyAttachment");
  assert.equal(policies.length, attachments.length, `${target}: each policy is attached once`);
  return policies.map(({ name, inputs }) => {
    const service = inputs.type === "SERVICE_CONTROL_POLICY";
    return {
      title: `${target} ${name}`,
      // The organization's own policies are theirs: they apply, but no statement of them is ours to judge.
      label: name.startsWith("guardrails-own-") ? "own" : service ? "SCP" : "RCP",
      kind: service ? "scp" : "rcp",
      holders: [target],
      document: documentIn(inputs.content),
    };
  });
}

function accountPolicies(
  zone: LandingZone,
  account: KnownAccount,
  resources: readonly PlannedResource[],
): DeployedPolicy[] {
  const role = (name: unknown) => roleArn(zone, account.id, String(name));
  const own = new Map(
    ofType(resources, "aws:iam/policy:Policy").map(({ inputs }) => [
      `arn:aws:iam::${account.id}:policy${String(inputs.path)}${String(inputs.name)}`,
      documentIn(inputs.policy),
    ]),
  );
  const people = usersOf(account, resources);
  const everyone = people.map(({ arn }) => arn);
  const attached = (policyArn: unknown, holders: string[]): DeployedPolicy => ({
    title: String(policyArn),
    label: String(policyArn).split("/").slice(1).join("/"),
    kind: "identity",
    holders,
    document: own.get(String(policyArn)),
  });
  return [
    ...ofType(resources, "aws:iam/role:Role").map(({ inputs }) => ({
      title: role(inputs.name),
      label: `${String(inputs.name)} trust`,
      kind: "trust" as const,
      holders: [role(inputs.name)],
      document: documentIn(inputs.assumeRolePolicy),
    })),
    ...ofType(resources, "aws:iam/rolePolicy:RolePolicy").map(({ inputs }) => ({
      title: `${role(inputs.role)} ${String(inputs.name)}`,
      label: `${String(inputs.role)} ${String(inputs.name)}`,
      kind: "identity" as const,
      holders: [role(inputs.role)],
      document: documentIn(inputs.policy),
    })),
    ...ofType(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").map(({ inputs }) => ({
      ...attached(inputs.policyArn, [role(inputs.role)]),
    })),
    ...ofType(resources, "aws:iam/userPolicyAttachment:UserPolicyAttachment").map(({ inputs }) =>
      attached(
        inputs.policyArn,
        people.flatMap(({ arn, name }) => (name === inputs.user ? [arn] : [])),
      ),
    ),
    ...ofType(resources, "aws:iam/groupPolicyAttachment:GroupPolicyAttachment").map(({ inputs }) =>
      attached(
        inputs.policyArn,
        people.flatMap(({ arn, groups }) => (groups.includes(String(inputs.group)) ? [arn] : [])),
      ),
    ),
    ...ofType(resources, "aws:iam/groupPolicy:GroupPolicy").map(({ inputs }) => ({
      title: `group ${String(inputs.group)} ${String(inputs.name)}`,
      label: `${String(inputs.group)} ${String(inputs.name)}`,
      kind: "identity" as const,
      holders: everyone,
      document: documentIn(inputs.policy),
    })),
    ...[...new Set(people.map(({ boundary }) => boundary))].map((boundary) => ({
      title: `${boundary} boundary`,
      label: boundary.split("/").at(-1)!,
      kind: "boundary" as const,
      holders: everyone,
      document: own.get(boundary),
    })),
    ...guardedResources(account, resources),
  ];
}

function usersOf(account: KnownAccount, resources: readonly PlannedResource[]) {
  const memberships = ofType(resources, "aws:iam/userGroupMembership:UserGroupMembership");
  return ofType(resources, "aws:iam/user:User").map(({ inputs }) => ({
    name: String(inputs.name),
    arn: `arn:aws:iam::${account.id}:user${String(inputs.path)}${String(inputs.name)}`,
    boundary: String(inputs.permissionsBoundary),
    groups: memberships
      .filter((membership) => membership.inputs.user === inputs.name)
      .flatMap((membership) => membership.inputs.groups as string[]),
  }));
}

/** Buckets and keys. A key has no id before it exists: its ARN here ends in the name of its alias. */
function guardedResources(
  account: KnownAccount,
  resources: readonly PlannedResource[],
): DeployedPolicy[] {
  const aliases = ofType(resources, "aws:kms/alias:Alias");
  const keys = ofType(resources, "aws:kms/key:Key").map(({ inputs, parent }) => {
    const alias = aliases.find((candidate) => candidate.parent === parent);
    assert.ok(alias, `the key of ${parent} has an alias`);
    const name = String(alias.inputs.name).replace("alias/", "");
    return {
      arn: `arn:aws:kms:${String(inputs.region)}:${account.id}:key/${name}`,
      label: `key ${name}`,
      policy: inputs.policy,
    };
  });
  const buckets = ofType(resources, "aws:s3/bucketPolicy:BucketPolicy").map(({ inputs }) => ({
    arn: `arn:aws:s3:::${String(inputs.bucket)}`,
    label: "log bucket",
    policy: inputs.policy,
  }));
  return [...keys, ...buckets].map(({ arn, label, policy }) => ({
    title: arn,
    label,
    kind: "resource",
    holders: [arn],
    document: documentIn(policy),
  }));
}

function ofType(resources: readonly PlannedResource[], type: string): PlannedResource[] {
  return resources.filter((resource) => resource.type === type);
}

function documentIn(text: unknown): PolicyDocument {
  return JSON.parse(String(text)) as PolicyDocument;
}
