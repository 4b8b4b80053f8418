import {
  PolicyResource,
  ReportViolation,
  ResourceValidationPolicy,
  Severity,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { PackConfiguration } from "./configuration";
import type { PackSettings } from "./packSettings";
import { UnknownValueError, decidedAtUpdate, isOurs, mustBeKnown } from "./unknown";

/** A resource as a policy sees it: its checked inputs before the operation. */
export type Subject = Pick<PolicyResource, "type" | "name" | "urn" | "props" | "opts" | "provider">;

/** A resource with its place among the others, as only a stack policy sees it. */
export type StackMember = Subject & Partial<Pick<PolicyResource, "propertyDependencies">>;

/** A question about the resources of some types. */
export interface Check {
  /** Type tokens; one that ends in a colon stands for all types of the package. */
  readonly types: readonly string[];
  /** Says what is wrong, a full sentence each. `stack` is the resource alone where the policy is not about stacks. */
  readonly violations: (
    subject: Subject,
    configuration: PackConfiguration,
    stack: readonly StackMember[],
  ) => Iterable<string>;
}

/** What the pack's list says of a policy. */
export interface Terms {
  /** Kebab case: `<service>-<resource>-<must>`. */
  readonly name: string;
  /** "X must Y." */
  readonly description: string;
  readonly severity: Severity;
  readonly remediationSteps: string;
  /** Each is decided by itself, so that an unknown value in one never hides another. */
  readonly checks: readonly Check[];
}

/** A policy of this pack. */
export type PackPolicy = (ResourceValidationPolicy | StackValidationPolicy) & {
  /** The types that the policy looks at, as in `Check`. A host may skip it for all others. */
  readonly types: readonly string[];
};

/** A policy, as soon as it knows where the pack's configuration is. */
export type PolicyOf = (settings: PackSettings) => PackPolicy;

/** Whether the check or policy has anything to say about resources of that type. */
export function concerns({ types }: { readonly types: readonly string[] }, type: string): boolean {
  return types.some((token) => (token.endsWith(":") ? type.startsWith(token) : type === token));
}

/** Judges each resource by itself, before it is created or changed. */
export function resourcePolicy(terms: Terms): PolicyOf {
  return (settings) => ({
    ...frame(terms),
    validateResource: (args, report) => {
      judge(terms, settings, [args], report);
    },
  });
}

/** Judges resources by what else their stack has, at the end of a preview or an update. */
export function stackPolicy(terms: Terms): PolicyOf {
  return (settings) => ({
    ...frame(terms),
    validateStack: (args, report) => {
      judge(terms, settings, args.resources, report);
    },
  });
}

function frame({ name, description, severity, remediationSteps, checks }: Terms) {
  return {
    name,
    description,
    severity,
    remediationSteps,
    enforcementLevel: "mandatory" as const,
    types: [...new Set(checks.flatMap(({ types }) => types))],
  };
}

function judge(
  { checks }: Terms,
  settings: PackSettings,
  stack: readonly StackMember[],
  report: ReportViolation,
): void {
  const { configuration } = settings;
  let undecided: UnknownValueError | undefined;
  for (const subject of stack) {
    for (const check of checks.filter((check) => concerns(check, subject.type))) {
      if (configuration === undefined) {
        // The policies before this one may have said so of the same resource.
        const fault = settings.faultFor(subject.urn);
        if (fault !== undefined) {
          report(fault, subject.urn);
        }
        break;
      }
      try {
        for (const message of check.violations(subject, configuration, stack)) {
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
