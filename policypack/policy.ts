import {
  PolicyResource,
  ReportViolation,
  ResourceValidationPolicy,
  Severity,
  StackValidationPolicy,
} from "@pulumi/policy";
import { PackConfiguration, Setting, configSchema } from "./configuration";
import { UnknownValueError, decidedAtUpdate, isOurs, mustBeKnown } from "./unknown";

/** A resource as a policy sees it: its checked inputs before the operation. */
export type Subject = Pick<PolicyResource, "type" | "name" | "urn" | "props" | "opts" | "provider">;

/** A question about the resources of some types. */
export interface Check {
  /** Type tokens; one that ends in a colon stands for all types of the package. */
  readonly types: readonly string[];
  /** Says what is wrong, a full sentence each. `stack` is the resource alone where the policy is not about stacks. */
  readonly violations: (
    subject: Subject,
    configuration: PackConfiguration,
    stack: readonly Subject[],
  ) => Iterable<string>;
}

/** What the pack's list says of a policy, and what it needs. */
export interface Terms {
  /** Kebab case: `<service>-<resource>-<must>`. */
  readonly name: string;
  /** "X must Y." */
  readonly description: string;
  readonly severity: Severity;
  readonly remediationSteps: string;
  /** Settings without which the policy cannot judge. */
  readonly configuration: readonly Setting[];
  /** Each is decided by itself, so that an unknown value in one never hides another. */
  readonly checks: readonly Check[];
}

/** A policy of this pack. */
export type PackPolicy = (ResourceValidationPolicy | StackValidationPolicy) & {
  /** The types that the policy looks at, as in `Check`. A host may skip it for all others. */
  readonly types: readonly string[];
};

/** A policy that the compiled configuration completes. */
export type PolicyOf = (compiled: Partial<PackConfiguration>) => PackPolicy;

/** Whether the check or policy has anything to say about resources of that type. */
export function concerns({ types }: { readonly types: readonly string[] }, type: string): boolean {
  return types.some((token) => (token.endsWith(":") ? type.startsWith(token) : type === token));
}

/** Judges each resource by itself, before it is created or changed. */
export function resourcePolicy(terms: Terms): PolicyOf {
  return (compiled) => ({
    ...frame(terms),
    validateResource: (args, report) => {
      judge(terms, { ...compiled, ...args.getConfig() }, [args], report);
    },
  });
}

/** Judges resources by what else their stack has, at the end of a preview or an update. */
export function stackPolicy(terms: Terms): PolicyOf {
  return (compiled) => ({
    ...frame(terms),
    validateStack: (args, report) => {
      judge(terms, { ...compiled, ...args.getConfig() }, args.resources, report);
    },
  });
}

function frame({ name, description, severity, remediationSteps, configuration, checks }: Terms) {
  return {
    name,
    description,
    severity,
    remediationSteps,
    enforcementLevel: "mandatory" as const,
    ...(configuration.length > 0 && { configSchema: configSchema(configuration) }),
    types: [...new Set(checks.flatMap(({ types }) => types))],
  };
}

function judge(
  terms: Terms,
  configuration: Partial<PackConfiguration>,
  stack: readonly Subject[],
  report: ReportViolation,
): void {
  const missing = terms.configuration.filter((setting) => configuration[setting] === undefined);
  let undecided: UnknownValueError | undefined;
  for (const subject of stack) {
    for (const check of terms.checks.filter((check) => concerns(check, subject.type))) {
      if (missing.length > 0) {
        report(notConfigured(terms, missing), subject.urn);
        break;
      }
      try {
        const complete = configuration as PackConfiguration;
        for (const message of check.violations(subject, complete, stack)) {
          report(message, subject.urn);
        }
      } catch (error) {
        if (!(error instanceof UnknownValueError)) {
          throw error;
        }
        if (isOurs(subject)) {
          report(mustBeKnown(subject, error), subject.urn);
        } else {
          undecided ??= decidedAtUpdate(subject, error);
        }
      }
    }
  }
  if (undecided !== undefined) {
    throw undecided;
  }
}

function notConfigured({ name }: Terms, missing: readonly Setting[]): string {
  return (
    `The pack is not configured: ${name} must know ${missing.join(" and ")}. ` +
    "Compile the pack beside organization.yaml, or name them in --policy-pack-config."
  );
}
