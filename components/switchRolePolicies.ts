import { packStatements } from "../guardrails/packing";
import { Group, LandingZone, SwitchTo } from "../model/landingZone";
import { accountNamed, roleArn } from "../model/names";
import { chunks } from "./chunks";
import {
  maximumManagedPoliciesAGroup,
  maximumManagedPolicyCharacters,
  maximumRolesAStatement,
} from "./managedPolicyQuotas";
import { withValidSids } from "./statementIds";

/**
 * The documents that let a group's members switch to the declared roles, with MFA, as many as the sizes need. A role
 * in every account is one pattern, held to the organization: 1,000 ARNs would not fit.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceorgid
 * Throws when more is declared than one group can hold.
 */
export function switchRolePolicies(zone: LandingZone, group: Group): string[] {
  const statements = group.switchTo.flatMap((target) =>
    target.accounts.length === zone.accounts.length
      ? [everywhere(zone, target)]
      : listed(zone, target),
  );
  const documents = packStatements(withValidSids(statements), maximumManagedPolicyCharacters);
  if (documents.length > maximumManagedPoliciesAGroup) {
    throw new Error(
      `The switch targets of ${group.name} need ${documents.length} managed policies; AWS lets one group hold ` +
        `${maximumManagedPoliciesAGroup}: name "*" or fewer accounts.`,
    );
  }
  return documents;
}

function everywhere(zone: LandingZone, { role }: SwitchTo) {
  return statement(`SwitchTo${role}`, [roleArn(zone, "*", role)], {
    StringEquals: { "aws:ResourceOrgID": zone.organization.id },
  });
}

/** An account without an id has no role to name yet. */
function listed(zone: LandingZone, { role, accounts }: SwitchTo) {
  const arns = accounts.flatMap((name) => {
    const { id } = accountNamed(zone, name);
    return id === undefined ? [] : [roleArn(zone, id, role)];
  });
  return chunks(arns, maximumRolesAStatement).map((resources) =>
    statement(`SwitchTo${role}`, resources),
  );
}

function statement(Sid: string, Resource: string[], Condition: object = {}) {
  return {
    Sid,
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Resource,
    Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" }, ...Condition },
  };
}
