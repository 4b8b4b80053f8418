import { Grant, LandingZone } from "../model/landingZone";
import { openingOf } from "../model/openings";
import { accountNamed, roleArn } from "../model/names";
import { chunks } from "./chunks";
import { grantDocuments } from "./grantDocuments";
import { maximumManagedPoliciesAUser, maximumRolesAStatement } from "./managedPolicyQuotas";

/**
 * The documents that let one user assume OSAccess inside the granted windows, as many as the sizes need.
 *
 * Each window is half-open and in UTC. The dates are literal: a policy variable cannot stand in a date condition.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 * Throws when more is granted than AWS lets one user hold.
 */
export function grantPolicies(zone: LandingZone, user: string): string[] {
  const grants = zone.grants
    .filter((grant) => grant.user === user)
    .map((grant) => ({ grant: grant.id, statements: windowStatements(zone, grant) }));
  const carrier = { grants: `The grants of ${user}`, maximum: maximumManagedPoliciesAUser };
  return grantDocuments(carrier, [], grants);
}

/**
 * The statements of one window, one for the accounts in which it has the same end; none while no account of the grant has an id.
 * With a hard end nobody needs the role once no session can start.
 */
function windowStatements(zone: LandingZone, grant: Grant) {
  const rolesByEnd = new Map<string, string[]>();
  for (const name of grant.accounts) {
    const account = accountNamed(zone, name);
    const { from, startUntil } = openingOf(grant, account);
    if (account.id !== undefined && from < startUntil) {
      const role = roleArn(zone, account.id, zone.osAccessRole);
      rolesByEnd.set(startUntil, [...(rolesByEnd.get(startUntil) ?? []), role]);
    }
  }
  return [...rolesByEnd].flatMap(([end, roles]) =>
    chunks(roles, maximumRolesAStatement).map((resources) => ({
      Sid: `Grant${grant.id}`,
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Resource: resources,
      Condition: {
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        DateGreaterThanEquals: { "aws:CurrentTime": grant.from },
        DateLessThan: { "aws:CurrentTime": end },
      },
    })),
  );
}
