import { osAccessPath } from "../model/names";
import type { PackConfiguration } from "./configuration";
import { Subject, resourcePolicy } from "./policy";
import { Holder, attachments, inlinePolicies } from "./policyHolders";
import { listOf, memberOf, textOf } from "./properties";
import { attachmentFindings, documentFindings, violationsOf } from "./sessionFindings";

/** The guardrails deny sessions where they are attached; this finds the rights themselves, everywhere. */
export const noSessionOutsideOsAccess = resourcePolicy({
  name: "no-session-outside-osaccess",
  description: "A role, user or group other than OSAccess must not be granted ssm:StartSession.",
  severity: "critical",
  remediationSteps:
    "Remove the right and switch to OSAccess for sessions; for an administrator attach guardrails to the account.",
  configuration: ["osAccessRole", "guardedAccounts"],
  checks: [
    { types: Object.keys(inlinePolicies), violations: inlinePolicy },
    { types: ["aws:iam/role:Role"], violations: roleInlinePolicies },
    { types: ["aws:iam/role:Role"], violations: roleManagedPolicies },
    { types: ["aws:iam/policy:Policy"], violations: managedPolicy },
    { types: Object.keys(attachments), violations: attachment },
  ],
});

// The right is looked for first and its holder second: most documents are known and grant nothing of the kind.

function inlinePolicy(subject: Subject, configuration: PackConfiguration) {
  const { document, holders } = inlinePolicies[subject.type]!;
  const findings = documentFindings(`inline policy '${subject.name}'`, subject.props[document]);
  return violationsOf(findings, subject, configuration, () =>
    heldByOthers(subject, holders, configuration),
  );
}

function roleInlinePolicies(role: Subject, configuration: PackConfiguration) {
  const findings = listOf(role, "inlinePolicies").flatMap((inline) => {
    const document = memberOf(inline, "policy");
    const name = String(memberOf(inline, "name"));
    // The provider takes an empty block to mean that the role has no inline policies.
    return document === undefined
      ? []
      : documentFindings(`inline policy '${name}' of the role '${role.name}'`, document);
  });
  return violationsOf(findings, role, configuration, () =>
    heldByOthers(role, [itself], configuration),
  );
}

function roleManagedPolicies(role: Subject, configuration: PackConfiguration) {
  const findings = listOf(role, "managedPolicyArns").flatMap((arn) =>
    attachmentFindings(`role '${role.name}'`, arn, configuration),
  );
  return violationsOf(findings, role, configuration, () =>
    heldByOthers(role, [itself], configuration),
  );
}

/** Anyone may be given a managed policy; those of OSAccess bear its name, at the protected path. */
function managedPolicy(policy: Subject, configuration: PackConfiguration) {
  const findings = documentFindings(`managed policy '${policy.name}'`, policy.props.policy);
  const isReserved = () =>
    textOf(policy, "path") === osAccessPath &&
    textOf(policy, "name")?.startsWith(configuration.osAccessRole);
  return violationsOf(findings, policy, configuration, () => !isReserved());
}

function attachment(subject: Subject, configuration: PackConfiguration) {
  const { policies, holders } = attachments[subject.type]!;
  const findings = listOf(subject, policies).flatMap((policy) =>
    attachmentFindings(`attachment '${subject.name}'`, policy, configuration),
  );
  return violationsOf(findings, subject, configuration, () =>
    heldByOthers(subject, holders, configuration),
  );
}

const itself: Holder = { kind: "role", key: "name" };

/** Whether anyone but the OSAccess role holds it. Who is not named cannot be told from anyone. */
function heldByOthers(
  subject: Subject,
  holders: readonly Holder[],
  { osAccessRole }: PackConfiguration,
): boolean {
  const named = holders.flatMap(({ kind, key }) =>
    listOf(subject, key).map((name) => ({ kind, name })),
  );
  return (
    named.length === 0 || named.some(({ kind, name }) => kind !== "role" || name !== osAccessRole)
  );
}
