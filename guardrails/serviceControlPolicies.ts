import { LandingZone } from "../model/landingZone";
import { AccessPath, PolicyConditions } from "./accessPath";
import { catalogue } from "./catalogue";
import { exemptRoles } from "./exemptions";
import { packStatements } from "./packing";

/** One statement of an SCP; its Sid is the catalogue's id. */
interface ServiceControlStatement {
  readonly Sid: string;
  readonly Effect: "Deny";
  readonly Action: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: PolicyConditions;
}

/**
 * Characters of one SCP as it is sent (Pulumi sends white space as it is, so there is none).
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html, 10,240 since 2026-05-15.
 */
export const maximumScpCharacters = 10_240;

/**
 * SCPs of ours on one root, OU or account: AWS takes 10 (same page, since 2026-05-15), its own FullAWSAccess is one of them,
 * and one slot stays free to attach a new policy before the old one is detached.
 */
export const maximumScpsATarget = 8;

/**
 * The SCP documents that close the catalogue's paths, minified and packed into as few as the size allows.
 * Throws when they are more than one target can hold.
 */
export function serviceControlPolicies(zone: LandingZone): string[] {
  const documents = packStatements(
    catalogue.map((path) => denyStatement(zone, path)),
    maximumScpCharacters,
  );
  if (documents.length > maximumScpsATarget) {
    throw new Error(
      `The guardrails need ${documents.length} SCPs; ${maximumScpsATarget} of ours fit on one target: ` +
        "name fewer automation roles.",
    );
  }
  return documents;
}

/** The deny that closes one path to everyone but the roles it exempts by exact name. */
function denyStatement(zone: LandingZone, path: AccessPath): ServiceControlStatement {
  const exempt = path.exempt.flatMap((exemption) => exemptRoles(zone, exemption));
  const conditions: PolicyConditions = {
    ...path.conditions?.(zone),
    ...(exempt.length > 0 && {
      ArnNotLike: {
        "aws:PrincipalArn": exempt.map(
          (role) => `arn:${zone.organization.partition}:iam::*:role/${role}`,
        ),
      },
    }),
  };
  return {
    Sid: path.id,
    Effect: "Deny",
    Action: path.actions,
    ...(path.notResources
      ? { NotResource: path.notResources(zone) }
      : { Resource: path.resources?.(zone) ?? "*" }),
    ...(Object.keys(conditions).length > 0 && { Condition: conditions }),
  };
}
