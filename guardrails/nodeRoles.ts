import { LandingZone } from "../model/landingZone";
import { hybridNodeRole, nodeRole } from "../model/names";

/**
 * Names of the roles that nodes carry: Sekisho's own, and every role that some account declares in `nodeRoles`. A name
 * counts in every account: what is spared by it must be kept from being made elsewhere.
 */
export function nodeRoleNames({ accounts }: LandingZone): string[] {
  return [
    ...new Set([nodeRole, hybridNodeRole, ...accounts.flatMap(({ nodeRoles }) => nodeRoles)]),
  ];
}
