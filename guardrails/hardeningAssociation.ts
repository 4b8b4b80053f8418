import { LandingZone } from "../model/landingZone";
import { hardeningDocument, regionalArn } from "../model/names";

/**
 * Everything that an association of the hardening document touches: the document, the association, its nodes.
 * Service Authorization Reference, AWS Systems Manager, CreateAssociation (iam-data, September 2026).
 */
export function hardeningAssociation(zone: LandingZone): string[] {
  return [
    regionalArn(zone, "ssm", "*", "*", `document/${hardeningDocument}`),
    regionalArn(zone, "ssm", "*", "*", "association/*"),
    regionalArn(zone, "ssm", "*", "*", "managed-instance/*"),
    regionalArn(zone, "ec2", "*", "*", "instance/*"),
  ];
}
