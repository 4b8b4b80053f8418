/** One resource as a stack program asked the engine for it, with inputs as the engine would check them. */
export interface PlannedResource {
  readonly urn: string;
  /** `aws:iam/role:Role`, `sekisho:index:OsAccessRole`, `pulumi:providers:aws`. */
  readonly type: string;
  readonly name: string;
  /** A resource of a provider; false for components and the stack. */
  readonly custom: boolean;
  /** Plain values; `unknown` stands where only an update knows the value. Secrets are wrapped as the engine wraps them. */
  readonly inputs: Record<string, unknown>;
  readonly parent?: string;
  /** `urn::id` of the explicit provider; none means a default provider. */
  readonly provider?: string;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly ignoreChanges: readonly string[];
  /** Former URNs. */
  readonly aliases?: readonly string[];
  readonly additionalSecretOutputs?: readonly string[];
  readonly deleteBeforeReplace?: boolean;
  /** Id of the existing resource that is adopted. */
  readonly importId?: string;
}

/** What one stack program makes, in order of registration. */
export interface StackPlan {
  readonly stack: string;
  readonly resources: readonly PlannedResource[];
  /** The stack's outputs. */
  readonly outputs: Record<string, unknown>;
}

/** Stands for a value that a preview does not know, as the engine writes it. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
