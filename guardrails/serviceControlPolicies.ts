import { LandingZone } from "../model/landingZone";
import { AccessPath, Exemption, PolicyConditions } from "./accessPath";
import { catalogue } from "./catalogue";
import { packStatements } from "./packing";

/** One statement of an SCP; its Sid is the catalogue's id. */
export interface ServiceControlStatement {
  readonly Sid: string;
  readonly Effect: "Deny";
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: PolicyConditions;
}

/**
 * Characters of one SCP as it is sent (Pulumi sends white space as it is, so there is none).
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html, 10,240 since 2026-05-15.
 */
export const maximumScpCharacters = 10_240;

/** SCPs that may be attached to one root, OU or account; same page, 10 since 2026-05-15. */
export const maximumScpsATarget = 10;

/** The SCP documents that close the catalogue's paths, minified and packed into as few as the size allows. */
export function serviceControlPolicies(zone: LandingZone): string[] {
  return packStatements(
    catalogue.map((path) => denyStatement(zone, path)),
    maximumScpCharacters,
  );
}

/** The deny that closes one path to everyone but the roles it exempts by exact name. */
export function denyStatement(zone: LandingZone, path: AccessPath): ServiceControlStatement {
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
    Resource: path.resources?.(zone) ?? "*",
    ...(Object.keys(conditions).length > 0 && { Condition: conditions }),
  };
}

function exemptRoles(zone: LandingZone, exemption: Exemption): readonly string[] {
  switch (exemption) {
    case "osAccess":
      return [zone.osAccessRole];
    case "automation":
      return zone.automationRoles;
    case "deploy":
      return [zone.deploy.role];
    case "reader":
      return [...new Set(zone.accounts.map(({ osAccess }) => osAccess.logs.reader))];
  }
}
