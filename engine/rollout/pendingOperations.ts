import type { PendingOperation, StackState, StateResource } from "./stackState";

/** Where a stack makes its resources. */
export interface Place {
  readonly partition: string;
  /** 12 digits. */
  readonly account: string;
}

/** What a creation that was cut off means for the next update. */
export type Repair =
  /** Whatever is there under that id is taken over, if it is there. */
  | { readonly kind: "import"; readonly id: string }
  /** Doing it again is the same as doing it once. */
  | { readonly kind: "again" }
  /** AWS gave the id and refuses a second one: the next update shows whether the first one is there. */
  | { readonly kind: "refused-twice" }
  /** AWS gave the id and takes a second one: the first, if it is there, belongs to nobody. */
  | { readonly kind: "orphan" };

/** Marks a resource whose creation was cut off and that nobody has looked for yet. */
const unseen = "Sekisho does not know yet whether this was created.";

/**
 * Operations that the last update was killed in, as the stack's state names them, and creations of which another killed
 * rollout had not yet seen what became of them.
 */
export function pendingOperations({ deployment }: StackState): readonly PendingOperation[] {
  const { resources = [], pending_operations: pending = [] } = deployment;
  const marked = resources.filter(({ initErrors }) => initErrors?.includes(unseen));
  return [...pending, ...marked.map((resource) => ({ type: "creating", resource }))];
}

/** What a state says of a resource that may be there under that id, until a refresh has looked. */
export function unseenResource({ resource }: PendingOperation, id: string): StateResource {
  return { ...resource, id, outputs: resource.inputs ?? {}, initErrors: [unseen] };
}

/** `creating os-access-role (aws:iam/role:Role)`, and what may be left of it. */
export function pendingText(operation: PendingOperation, place: Place): string {
  const { type, resource } = operation;
  const name = resource.urn.split("::").slice(3).join("::");
  const left =
    repairOf(operation, place)?.kind === "orphan"
      ? `: AWS may hold one more of it in account ${place.account}, which nothing uses`
      : "";
  return `${type} ${name} (${resource.type})${left}`;
}

/** Ids by which the provider knows resources (the Import section of each page of the aws provider), from their inputs. */
const idInputs: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/logGroup:LogGroup": ["name"],
  "aws:iam/group:Group": ["name"],
  "aws:iam/instanceProfile:InstanceProfile": ["name"],
  "aws:iam/role:Role": ["name"],
  "aws:iam/user:User": ["name"],
  "aws:kms/alias:Alias": ["name"],
  "aws:lambda/function:Function": ["name"],
  // Imported by function and statement, but kept by the statement alone: here it goes into the state.
  "aws:lambda/permission:Permission": ["statementId"],
  "aws:organizations/policyAttachment:PolicyAttachment": ["targetId", "policyId"],
  "aws:s3/bucket:Bucket": ["bucket"],
  "aws:ssm/document:Document": ["name"],
};

const refusedTwice = new Set([
  "aws:organizations/account:Account",
  "aws:organizations/organizationalUnit:OrganizationalUnit",
  "aws:organizations/policy:Policy",
]);

const orphaned = new Set(["aws:kms/key:Key", "aws:ssm/association:Association"]);

/** What to do about a creation that was cut off; undefined for other operations, which a refresh settles. */
export function repairOf(
  { type, resource }: PendingOperation,
  { partition, account }: Place,
): Repair | undefined {
  if (type !== "creating") {
    return undefined;
  }
  const { inputs = {} } = resource;
  if (resource.type === "aws:iam/policy:Policy") {
    const path = typeof inputs.path === "string" ? inputs.path : "/";
    return typeof inputs.name === "string"
      ? { kind: "import", id: `arn:${partition}:iam::${account}:policy${path}${inputs.name}` }
      : { kind: "again" };
  }
  const parts = idInputs[resource.type]?.map((input) => inputs[input]);
  if (parts?.every((part) => typeof part === "string") === true) {
    return { kind: "import", id: parts.join(":") };
  }
  if (refusedTwice.has(resource.type)) {
    return { kind: "refused-twice" };
  }
  return { kind: orphaned.has(resource.type) ? "orphan" : "again" };
}
