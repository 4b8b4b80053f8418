import type { PackConfiguration } from "./configuration";
import { resourceHasExplicitProvider } from "./explicitProvider";
import { sessionLogBucketComplete, sessionLogBucketGuarded } from "./logBucket";
import { osAccessRoleTrustSanctioned } from "./osAccessTrust";
import type { PackPolicy } from "./policy";
import { scpNoWildcardExemption } from "./scpExemption";
import { sessionDocumentLogged } from "./sessionDocument";
import { noSessionOutsideOsAccess } from "./sessionOutsideOsAccess";

const all = [
  osAccessRoleTrustSanctioned,
  noSessionOutsideOsAccess,
  sessionDocumentLogged,
  sessionLogBucketGuarded,
  sessionLogBucketComplete,
  scpNoWildcardExemption,
  resourceHasExplicitProvider,
];

/** Every policy of the pack, as the pack serves it and as the offline host runs it. */
export function policies(configuration: Partial<PackConfiguration>): PackPolicy[] {
  return all.map((policy) => policy(configuration));
}
