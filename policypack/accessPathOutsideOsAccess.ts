import type { PackConfiguration } from "./configuration";
import { judgeRights } from "./judgedRights";
import { JudgedRights, attachedRights, documentRights } from "./managedRights";
import { nowhere } from "./openPaths";
import { PolicyOf, Subject, resourcePolicy } from "./policy";
import { accountsOf, listOf, memberOf } from "./properties";
import { rightsHolders, typesWith } from "./rightsHolders";
import { WrittenPolicies } from "./writtenPolicies";

/** What a role could do under the declared guardrails decides, not what its policies say. */
export const noAccessPathOutsideOsAccess: PolicyOf = (settings) => {
  const written = new WrittenPolicies();
  return resourcePolicy({
    name: "no-access-path-outside-osaccess",
    description:
      "A role, user or group other than those that the guardrails exempt must not get a way onto a node.",
    severity: "critical",
    remediationSteps:
      "Allow less and switch to OSAccess for sessions; for an administrator attach guardrails to the account.",
    checks: [
      {
        types: typesWith("document"),
        *violations(subject, configuration) {
          const { title, document } = rightsHolders[subject.type]!;
          const value: unknown = subject.props[document!];
          if (title === "managed policy") {
            written.note(subject, configuration.partition, value);
          }
          if (value !== undefined) {
            const rights = documentRights(`${title} '${subject.name}'`, value, accountOf(subject));
            yield* judgeRights(subject, [rights], configuration, written);
          }
        },
      },
      {
        types: typesWith("inline"),
        violations: (subject, configuration) =>
          judgeRights(subject, inlineRights(subject), configuration, written),
      },
      {
        types: typesWith("attached"),
        violations: (subject, configuration) => attached(subject, configuration, written),
      },
    ],
  })(settings);
};

function inlineRights(subject: Subject): JudgedRights[] {
  const { title, inline } = rightsHolders[subject.type]!;
  return listOf(subject, inline!.list).flatMap((block) => {
    const document = memberOf(block, inline!.document);
    const name = String(memberOf(block, inline!.name));
    // The provider takes an empty block to mean that the role has no inline policies.
    return document === undefined
      ? []
      : [
          documentRights(
            `inline policy '${name}' of the ${title} '${subject.name}'`,
            document,
            accountOf(subject),
          ),
        ];
  });
}

/** The account whose id the resource's documents may have as their own. */
function accountOf(subject: Subject): string {
  return accountsOf(subject)[0] ?? nowhere;
}

function attached(subject: Subject, configuration: PackConfiguration, written: WrittenPolicies) {
  const { title, attached: property } = rightsHolders[subject.type]!;
  const rights = listOf(subject, property!).flatMap((policy) =>
    attachedRights(`${title} '${subject.name}'`, policy, written, configuration),
  );
  return judgeRights(subject, rights, configuration, written);
}
