import { osAccessPath } from "../model/names";
import { PackConfiguration, exemptRole } from "./configuration";
import { Subject, resourcePolicy } from "./policy";
import { listOf, textOf } from "./properties";
import { rightsHolders } from "./rightsHolders";
import { isOurs, madeByComponent } from "./unknown";

const roles: Readonly<Record<string, string>> = {
  "aws:iam/role:Role": "name",
  "aws-native:iam:Role": "roleName",
};

/** Types that change a role which is there already. */
const changesRole = Object.entries(rightsHolders)
  .filter(([type, { holders }]) => !(type in roles) && holders.some(({ kind }) => kind === "role"))
  .map(([type]) => type)
  .concat("aws:iam/rolePoliciesExclusive:RolePoliciesExclusive");

const atPath = ["aws:iam/user:User", "aws:iam/policy:Policy"].concat(
  "aws-native:iam:User",
  "aws-native:iam:ManagedPolicy",
);

const attachments = Object.entries(rightsHolders)
  .filter(([, { attached }]) => attached !== undefined)
  .map(([type]) => type);

/** The SCPs spare these roles by name: whoever makes one, or adds to one, has what they spare it. */
export const exemptRoleOurs = resourcePolicy({
  name: "exempt-role-ours",
  description:
    "A role that the guardrails exempt must be made and changed by the landing zone alone.",
  severity: "critical",
  remediationSteps:
    "Choose another name; what an exempt role is and may do stands in organization.yaml and its components.",
  checks: [
    { types: Object.keys(roles), violations: role },
    { types: changesRole, violations: change },
    { types: atPath, violations: path },
    { types: attachments, violations: grant },
  ],
});

function* role(subject: Subject, configuration: PackConfiguration) {
  const name = textOf(subject, roles[subject.type]!);
  const exempt = exemptRole(configuration, name);
  if (exempt === undefined) {
    return;
  }
  const path = textOf(subject, "path") ?? "/";
  if (path !== "/" && exempt !== configuration.osAccessRole) {
    yield (
      `The role '${subject.name}' must have the path '/', not '${path}': the guardrails know '${exempt}' ` +
      "without a path only. Remove the path."
    );
  }
  if (!isSanctioned(subject, exempt, configuration)) {
    yield (
      `The role '${subject.name}' must not be named '${name}': the guardrails exempt '${exempt}', ` +
      "which only the landing zone makes. Choose another name."
    );
  }
}

function* change(subject: Subject, configuration: PackConfiguration) {
  const { title } = rightsHolders[subject.type] ?? { title: "list of inline policies" };
  const holders = rightsHolders[subject.type]?.holders ?? [{ kind: "role", key: "roleName" }];
  for (const { kind, key } of holders) {
    const names = kind === "role" && key !== undefined ? listOf(subject, key) : [];
    for (const exempt of names.flatMap((name) => exemptRole(configuration, name) ?? [])) {
      if (!isSanctioned(subject, exempt, configuration)) {
        yield (
          `The ${title} '${subject.name}' must not change the role '${exempt}', which the guardrails exempt: ` +
          "only the landing zone does. Give the rights to another role."
        );
      }
    }
  }
}

/** Users at this path may take OSAccess, and policies there are the windows in which they may. */
function* path(subject: Subject) {
  if (!isOurs(subject) && textOf(subject, "path")?.startsWith(osAccessPath)) {
    yield (
      `The ${/Policy$/.test(subject.type) ? "policy" : "user"} '${subject.name}' must not be at the path ` +
      `${osAccessPath}, which the landing zone keeps for those who may enter. Choose another path.`
    );
  }
}

function* grant(subject: Subject) {
  if (isOurs(subject)) {
    return;
  }
  const { title, attached } = rightsHolders[subject.type]!;
  const windows = listOf(subject, attached!).filter((policy) =>
    String(policy).includes(`:policy${osAccessPath}`),
  );
  for (const policy of windows) {
    yield (
      `The ${title} '${subject.name}' must not attach '${String(policy)}': it is somebody's grant. ` +
      "Write a grant in grants.yaml."
    );
  }
}

/**
 * Roles that no component makes (automation, just-in-time node access) may stand in a program of the landing zone's own
 * project. Whether a project of that name is the landing zone nobody can tell here; in AWS only the deploy role can do it.
 */
function isSanctioned(
  subject: Subject,
  exempt: string,
  { automationRoles, justInTimeRoles }: PackConfiguration,
): boolean {
  const withoutComponent = [...automationRoles, ...justInTimeRoles].includes(exempt);
  return isOurs(subject) && (withoutComponent || madeByComponent(subject));
}
