import { Statement, titleOf } from "../iam/policyDocument";
import type { PackConfiguration } from "./configuration";
import { Subject, resourcePolicy } from "./policy";
import { documentOr, textOf } from "./properties";
import { meets, oneHour, requirements } from "./trustRequirements";

/** Whoever may assume OSAccess enters nodes, and SCPs exempt it by name: its trust policy is the one door. */
export const osAccessRoleTrustSanctioned = resourcePolicy({
  name: "osaccess-role-trust-sanctioned",
  description:
    "The OSAccess role must be trusted only by users of the identity account with MFA and their own name.",
  severity: "critical",
  remediationSteps:
    "Make the role with the component OsAccessRole, and leave its trust policy alone.",
  checks: [
    { types: ["aws:iam/role:Role"], violations: identity },
    { types: ["aws:iam/role:Role"], violations: session },
    { types: ["aws:iam/role:Role"], violations: trust },
  ],
});

/** Role names are unique whatever the letter case and path, but an SCP's exemption is exact in both. */
function* identity(role: Subject, { osAccessRole }: PackConfiguration) {
  if (!isOsAccess(role, osAccessRole)) {
    return;
  }
  const name = textOf(role, "name");
  if (name !== osAccessRole) {
    yield (
      `The role '${role.name}' must not be named '${name}': the name is one letter case away from ` +
      `'${osAccessRole}', which the guardrails exempt. Choose another name.`
    );
  }
  const path = textOf(role, "path") ?? "/";
  if (path !== "/") {
    yield (
      `The role '${role.name}' must have the path '/', not '${path}': the guardrails know ` +
      `'${osAccessRole}' without a path only. Remove the path.`
    );
  }
}

function* session(role: Subject, { osAccessRole }: PackConfiguration) {
  const seconds: unknown = isOsAccess(role, osAccessRole) ? role.props.maxSessionDuration : oneHour;
  if (seconds !== undefined && seconds !== oneHour) {
    yield (
      `The role '${role.name}' must have a maxSessionDuration of ${oneHour} seconds, not ` +
      `${JSON.stringify(seconds)}: a window ends that much too late. Remove the setting.`
    );
  }
}

function* trust(role: Subject, configuration: PackConfiguration) {
  if (!isOsAccess(role, configuration.osAccessRole)) {
    return;
  }
  const trustPolicy = `trust policy of the role '${role.name}'`;
  const read = documentOr(trustPolicy, role.props.assumeRolePolicy);
  if ("violation" in read) {
    yield read.violation;
    return;
  }
  const { document } = read;
  if (document.version !== "2012-10-17") {
    yield `The ${trustPolicy} must have Version 2012-10-17: before it, \${aws:username} is plain text.`;
  }
  const allows = document.statements.filter(({ effect }) => effect === "Allow");
  if (allows.length === 0) {
    yield `The ${trustPolicy} must allow sts:AssumeRole to the users of the identity account.`;
  }
  for (const statement of allows) {
    for (const fault of departures(statement, configuration)) {
      yield `The ${trustPolicy}, ${titleOf(document, statement)}, ${fault}`;
    }
  }
}

function* departures(statement: Statement, configuration: PackConfiguration) {
  const root = `arn:aws:iam::${configuration.identityAccount}:root`;
  const trusted = statement.principals ?? [];
  const sanctioned = trusted.every(
    ({ type, value }) =>
      type === "AWS" && value.replace(/^arn:aws-(cn|us-gov):/, "arn:aws:") === root,
  );
  if (trusted.length === 0 || !sanctioned) {
    const found = statement.notPrincipals ? "NotPrincipal" : trusted.map(({ value }) => value);
    yield `must trust ${root} only, not ${String(found) || "nobody"}. Remove the other principals.`;
  }
  const actions = statement.actions ?? ["NotAction"];
  const others = actions.filter((action) => action.toLowerCase() !== "sts:assumerole");
  if (others.length > 0) {
    yield `must allow sts:AssumeRole only, not ${others.join(", ")}. Remove the other actions.`;
  }
  for (const requirement of requirements) {
    if (!statement.conditions.some((condition) => meets(condition, requirement, configuration))) {
      yield `must have the condition ${requirement.form(configuration)}. Add it as written here.`;
    }
  }
}

function isOsAccess(role: Subject, osAccessRole: string): boolean {
  return textOf(role, "name")?.toLowerCase() === osAccessRole.toLowerCase();
}
