import { packStatements } from "../guardrails/packing";
import { Grant, LandingZone } from "../model/landingZone";
import { accountNamed, roleArn } from "../model/names";
import { chunks } from "./chunks";
import {
  maximumManagedPoliciesAUser,
  maximumManagedPolicyCharacters,
  maximumRolesAStatement,
} from "./managedPolicyQuotas";
import { withValidSids } from "./statementIds";

/**
 * The documents that let one user assume OSAccess inside the granted windows, as many as the sizes need.
 *
 * Each window is half-open and in UTC. The dates are literal: a policy variable cannot stand in a date condition.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 * Throws when more is granted than AWS lets one user hold.
 */
export function grantPolicies(zone: LandingZone, user: string): string[] {
  const statements = zone.grants
    .filter((grant) => grant.user === user)
    .flatMap((grant) => windowStatements(zone, grant));
  const documents = packStatements(withValidSids(statements), maximumManagedPolicyCharacters);
  if (documents.length > maximumManagedPoliciesAUser) {
    throw new Error(
      `The grants of ${user} need ${documents.length} managed policies; AWS lets one user hold ` +
        `${maximumManagedPoliciesAUser}: take ended grants out of grants.yaml.`,
    );
  }
  return documents;
}

/** The statements of one window; none while no account of the grant has an id. */
function windowStatements(zone: LandingZone, grant: Grant) {
  const roles = grant.accounts.flatMap((name) => {
    const { id } = accountNamed(zone, name);
    return id === undefined ? [] : [roleArn(zone, id, zone.osAccessRole)];
  });
  return chunks(roles, maximumRolesAStatement).map((resources) => ({
    Sid: `Grant${grant.id}`,
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Resource: resources,
    Condition: {
      Bool: { "aws:MultiFactorAuthPresent": "true" },
      DateGreaterThanEquals: { "aws:CurrentTime": grant.from },
      DateLessThan: { "aws:CurrentTime": grant.until },
    },
  }));
}
