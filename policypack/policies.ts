import type { PackConfiguration } from "./configuration";
import { resourceHasExplicitProvider } from "./explicitProvider";
import { osAccessRoleTrustSanctioned } from "./osAccessTrust";
import type { PackPolicy } from "./policy";
import { scpNoWildcardExemption } from "./scpExemption";

const all = [osAccessRoleTrustSanctioned, scpNoWildcardExemption, resourceHasExplicitProvider];

/** Every policy of the pack, as the pack serves it and as the offline host runs it. */
export function policies(configuration: Partial<PackConfiguration>): PackPolicy[] {
  return all.map((policy) => policy(configuration));
}
