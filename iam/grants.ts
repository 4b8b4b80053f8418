import { actionMatches, coversAction, denies } from "./denials";
import { PolicyDocument, Statement } from "./policyDocument";
import { arnPattern, overlap } from "./wildcard";

/** What somebody would do: one action on any resource that fits one of the patterns. */
export interface Access {
  /** `ssm:StartSession`. */
  readonly action: string;
  /** Patterns of the ARNs that the action needs; a document must cover one of them to grant it. */
  readonly resources: readonly string[];
}

/** A statement that may allow an access. */
export interface Grant {
  readonly access: Access;
  readonly statement: Statement;
  /**
   * The statement allows everything, or everything of the service, and so never named the action:
   * `*`, `ssm:*` or NotAction.
   */
  readonly sweeping: boolean;
}

/**
 * The statements of an identity policy that may allow the access. Doubt is a grant: conditions are taken as met,
 * and a Deny protects only if it is unconditional and on all resources.
 */
export function grantsOf(document: PolicyDocument, access: Access): Grant[] {
  if (document.statements.some((statement) => alwaysDenies(statement, access.action))) {
    return [];
  }
  return document.statements
    .filter(
      (statement) =>
        statement.effect === "Allow" &&
        coversAction(statement, access.action) &&
        mayCoverResource(statement, access.resources),
    )
    .map((statement) => ({ access, statement, sweeping: isSweeping(statement, access.action) }));
}

/** A Deny of the action for every request, whatever the resource and the circumstances. */
function alwaysDenies(statement: Statement, action: string): boolean {
  return statement.conditions.length === 0 && denies(statement, action, "*");
}

function isSweeping(statement: Statement, action: string): boolean {
  const service = action.slice(0, action.indexOf(":")).toLowerCase();
  const covering = (statement.actions ?? []).filter((pattern) => actionMatches(pattern, action));
  return covering.every((pattern) => ["*", "*:*", `${service}:*`].includes(pattern.toLowerCase()));
}

function mayCoverResource(statement: Statement, wanted: readonly string[]): boolean {
  if (statement.resources !== undefined) {
    return statement.resources.some((pattern) =>
      wanted.some((resource) => overlap(resourcePattern(pattern), arnPattern(resource))),
    );
  }
  return !statement.notResources?.includes("*");
}

/**
 * A policy variable may become any text, and AWS fills the parts that an ARN leaves out with wildcards.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
function resourcePattern(text: string): string {
  const pattern = text.replace(/\$\{[^}]*\}/g, "*");
  const missing = 6 - pattern.split(":").length;
  return pattern.startsWith("arn:") && missing > 0 ? pattern + ":*".repeat(missing) : pattern;
}
