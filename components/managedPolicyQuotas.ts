/*
 * What AWS lets managed policies be: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (2026-09)
 */

/** Characters of one managed policy, white space not counted. */
export const maximumManagedPolicyCharacters = 6_144;

/** Managed policies on one user, before the quota is raised. */
export const maximumManagedPoliciesAUser = 10;

/** Managed policies on one group; this quota cannot be raised. */
export const maximumManagedPoliciesAGroup = 10;

/** Role ARNs in one statement: far below a managed policy's size, so that statements pack well. */
export const maximumRolesAStatement = 40;

/** Managed policies on one role, before the quota is raised. */
export const maximumManagedPoliciesARole = 10;

/** Node ARNs in one statement: as the roles, far below a managed policy's size. */
export const maximumNodesAStatement = 40;
