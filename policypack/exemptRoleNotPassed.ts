import { PackConfiguration, exemptRole } from "./configuration";
import { Subject, resourcePolicy } from "./policy";
import { knownOr } from "./unknown";

/** A service that is handed a role acts with it for whoever tells the service what to do. */
export const exemptRoleNotPassed = resourcePolicy({
  name: "exempt-role-not-passed",
  description: "A resource must not run with a role that the guardrails exempt.",
  severity: "critical",
  remediationSteps: "Give the instance, function, task or automation a role of its own.",
  checks: [{ types: ["aws:", "aws-native:"], violations }],
});

/** `role`, `roleArn`, `taskRoleArn`, `iamRole`, `serviceRole`, `executionRole`, `roles`. */
const namesRole = /roles?(arns?|name)?$/i;

/**
 * Resources of IAM itself name roles to change them, which is another policy's matter; an instance profile passes its
 * role. A provider's role is the caller's own.
 */
function isPassing(type: string): boolean {
  const aboutRoles = /^aws:iam\/|^aws-native:iam:/.test(type);
  return !aboutRoles || /InstanceProfile$/.test(type);
}

function* violations(subject: Subject, configuration: PackConfiguration) {
  if (!isPassing(subject.type)) {
    return;
  }
  for (const { path, value } of namedRoles(subject.props, "")) {
    const exempt = exemptRole(configuration, roleName(value));
    if (exempt !== undefined) {
      yield (
        `The resource '${subject.name}' (${subject.type}) must not have the role '${exempt}' as ${path}: ` +
        "the guardrails exempt it, so it would carry their exemption. Name a role of its own."
      );
    }
  }
}

/**
 * The texts of all properties that name a role, at any depth, with all that is below them. What is not known yet is left
 * out without a word: nearly every program names roles of its own by output, and the same check decides before the
 * resource is made.
 */
function* namedRoles(
  value: unknown,
  path: string,
  named = false,
): Iterable<{ path: string; value: string }> {
  if (typeof value === "string" && named) {
    yield { path, value };
  }
  if (typeof value !== "object" || value === null) {
    return;
  }
  for (const key of Object.keys(value)) {
    const inner = knownOr<unknown>(undefined, () => (value as Record<string, unknown>)[key]);
    yield* namedRoles(inner, path === "" ? key : `${path}.${key}`, named || namesRole.test(key));
  }
}

/** Of an ARN of a role its name, without the path; of a name itself. */
function roleName(text: string): string | undefined {
  const [, name] = /^arn:[a-z-]+:iam::\d{12}:role\/(?:.*\/)?([^/:]+)$/.exec(text) ?? [];
  return name ?? (text.includes(":") ? undefined : text);
}
