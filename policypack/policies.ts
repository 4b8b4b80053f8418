import { noAccessPathOutsideOsAccess } from "./accessPathOutsideOsAccess";
import type { PackConfiguration } from "./configuration";
import { exemptRoleNotPassed } from "./exemptRoleNotPassed";
import { exemptRoleOurs } from "./exemptRoleOurs";
import { exemptRoleTrustSanctioned } from "./exemptRoleTrust";
import { resourceHasExplicitProvider } from "./explicitProvider";
import { guardrailPolicyOurs } from "./guardrailPolicyOurs";
import { guardrailsKeepPathsClosed } from "./guardrailsKeepPathsClosed";
import { sessionLogBucketComplete, sessionLogBucketGuarded } from "./logBucket";
import { osAccessRoleTrustSanctioned } from "./osAccessTrust";
import { packConfigured } from "./packConfigured";
import { PackSettings } from "./packSettings";
import type { PackPolicy } from "./policy";
import { noRemoteIngress } from "./remoteIngress";
import { scpNoWildcardExemption } from "./scpExemption";
import { sessionDocumentLogged } from "./sessionDocument";
import { noUnjudgedTemplate } from "./unjudgedTemplates";

const all = [
  // First, because it hands the configuration to the others.
  packConfigured,
  osAccessRoleTrustSanctioned,
  exemptRoleTrustSanctioned,
  exemptRoleOurs,
  exemptRoleNotPassed,
  noAccessPathOutsideOsAccess,
  sessionDocumentLogged,
  sessionLogBucketGuarded,
  sessionLogBucketComplete,
  scpNoWildcardExemption,
  guardrailPolicyOurs,
  guardrailsKeepPathsClosed,
  noRemoteIngress,
  noUnjudgedTemplate,
  resourceHasExplicitProvider,
];

/** Every policy of the pack, as the pack serves it and as the offline host runs it. */
export function policies(compiled: Partial<PackConfiguration>): PackPolicy[] {
  const settings = new PackSettings(compiled);
  return all.map((policy) => policy(settings));
}
