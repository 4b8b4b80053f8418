/** A policy document as a stack is planned with it. */
export interface PlannedDocument {
  readonly name: string;
  /** JSON text, `ownAccount` in place of the account's id; none where only an update knows it. */
  readonly text?: string;
}

/** A role, user or group of one account, with every right that the planned stacks give it. */
export interface PlannedIdentity {
  readonly kind: "role" | "user" | "group";
  readonly name: string;
  /** Path in IAM; none where the plan only adds rights to what already exists. */
  readonly path?: string;
  /** Of a role: who may assume it. */
  readonly trust?: PlannedDocument;
  readonly inline: readonly PlannedDocument[];
  /** ARNs of attached managed policies, `ownAccount` in place of the account's id. */
  readonly attached: readonly string[];
  /** ARN of the permissions boundary. */
  readonly boundary?: string;
  /** Names of the groups that a user is in. */
  readonly groups: readonly string[];
  /** Inputs that only an update knows: nothing about this identity is proved while there are any. */
  readonly unknown: readonly string[];
}

/** Everything that the stacks of one account plan in IAM. */
export interface PlannedIdentities {
  readonly identities: readonly PlannedIdentity[];
  /** Customer managed policies; `name` is the ARN. */
  readonly managed: readonly PlannedDocument[];
}

/** What several stacks plan in the same account, in one: a role in one stack may get its rights in another. */
export function mergeIdentities(parts: readonly PlannedIdentities[]): PlannedIdentities {
  const merged = new Map<string, PlannedIdentity>();
  for (const identity of parts.flatMap(({ identities }) => identities)) {
    const key = `${identity.kind} ${identity.name}`;
    const before = merged.get(key);
    merged.set(key, before === undefined ? identity : both(before, identity));
  }
  return { identities: [...merged.values()], managed: parts.flatMap(({ managed }) => managed) };
}

function both(first: PlannedIdentity, second: PlannedIdentity): PlannedIdentity {
  return {
    ...second,
    ...first,
    ...(first.path === undefined && second.path !== undefined && { path: second.path }),
    inline: [...first.inline, ...second.inline],
    attached: [...first.attached, ...second.attached],
    groups: [...first.groups, ...second.groups],
    unknown: [...first.unknown, ...second.unknown],
  };
}
