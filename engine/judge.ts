import * as policy from "@pulumi/policy";
import { concerns } from "../policypack/policy";
import { JudgedResource, NotApplicable, everyPolicy, judgedResources } from "./judgedResources";
import { StackPlan } from "./plan";
import { Violation } from "./report";

/** A policy that may say which types it looks at; it is not asked about others. */
export type JudgingPolicy = (policy.ResourceValidationPolicy | policy.StackValidationPolicy) & {
  readonly types?: readonly string[];
};

/**
 * Runs the policies over a plan as engine and policy SDK do in a preview, with one difference: where the SDK only
 * advises because a policy meets an unknown value, this is a violation. What cannot be decided is not allowed.
 *
 * Stack policies see the planned inputs: the outputs that a provider would predict are not known here.
 *
 * @returns the violations in the order of the resources, those of stack policies last; advice is left out
 */
export async function judge(
  plan: StackPlan,
  policies: readonly JudgingPolicy[],
): Promise<Violation[]> {
  const violations: Violation[] = [];
  const inForce = policies.filter(({ enforcementLevel }) => enforcementLevel !== "disabled");
  if (inForce.length === 0) {
    return violations;
  }
  const resources = judgedResources(plan);
  for (const resource of resources) {
    for (const judging of inForce.filter((candidate) => applies(candidate, resource))) {
      for (const validate of resourceValidations(judging)) {
        const report = reporter(judging, violations, resources, resource);
        await ask(judging, report, () => validate(resource, report));
      }
    }
  }
  for (const judging of inForce) {
    if ("validateStack" in judging && resources.some((resource) => applies(judging, resource))) {
      const report = reporter(judging, violations, resources);
      const args = { resources: resources as policy.PolicyResource[], ...everyPolicy };
      await ask(judging, report, () => judging.validateStack(args, report));
    }
  }
  return violations;
}

function applies(judging: JudgingPolicy, { type }: JudgedResource): boolean {
  return judging.types === undefined || concerns({ types: judging.types }, type);
}

function resourceValidations(judging: JudgingPolicy): policy.ResourceValidation[] {
  return "validateResource" in judging ? [judging.validateResource ?? []].flat() : [];
}

async function ask(
  judging: JudgingPolicy,
  report: policy.ReportViolation,
  validate: () => Promise<void> | void,
): Promise<void> {
  try {
    await validate();
  } catch (error) {
    if (error instanceof NotApplicable) {
      return;
    }
    const { message } = error as Error;
    report(
      error instanceof (policy.UnknownValueError as unknown as typeof Error)
        ? `can't run policy '${judging.name}' during preview: ${message}`
        : `policy '${judging.name}' failed: ${message}`,
    );
  }
}

/** What a policy calls for each violation. */
function reporter(
  judging: JudgingPolicy,
  violations: Violation[],
  resources: readonly JudgedResource[],
  about?: JudgedResource,
): policy.ReportViolation {
  return (message, at) => {
    if (judging.enforcementLevel === "advisory") {
      return;
    }
    // As in the SDK, a resource policy's violation is always about its resource.
    const urn = about?.urn ?? at;
    const resource = resources.find((candidate) => candidate.urn === urn)?.name;
    violations.push({
      policy: judging.name,
      message: message || judging.description,
      ...(resource !== undefined && { resource }),
      ...(urn !== undefined && { urn }),
    });
  };
}
