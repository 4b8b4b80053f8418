import { LandingZone } from "../model/landingZone";

/** The kinds of roles that some guardrail exempts. Each of their roles is protected by another. */
export const exemptions = ["osAccess", "automation", "deploy", "reader"] as const;

export type Exemption = (typeof exemptions)[number];

/** Names of the roles of that kind. */
export function exemptRoles(zone: LandingZone, exemption: Exemption): readonly string[] {
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

/** Names of all roles that some guardrail exempts. */
export function allExemptRoles(zone: LandingZone): string[] {
  return exemptions.flatMap((exemption) => exemptRoles(zone, exemption));
}
