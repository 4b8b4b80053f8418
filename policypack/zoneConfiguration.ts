import { exemptRoles } from "../guardrails/exemptions";
import { LandingZone } from "../model/landingZone";
import { identityAccount, justInTimeRole, knownAccounts, logBucketPrefix } from "../model/names";
import type { PackConfiguration } from "./configuration";
import { declaredGuardrails } from "./declaredGuardrails";
import { judgedPaths } from "./judgedPaths";

/** The pack's configuration for the landing zone; `scripts/pack.mjs` writes it beside the compiled pack. */
export function packConfiguration(zone: LandingZone): PackConfiguration {
  const accounts = knownAccounts(zone);
  const justInTime = zone.accounts.some(
    ({ osAccess }) => osAccess.mode === "just-in-time-node-access",
  );
  return {
    partition: zone.organization.partition,
    organizationId: zone.organization.id,
    identityAccount: identityAccount(zone).id,
    osAccessRole: zone.osAccessRole,
    deployRole: zone.deploy.role,
    deployTrustedBy: zone.deploy.trustedBy,
    automationRoles: zone.automationRoles,
    sessionLogReaders: exemptRoles(zone, "reader"),
    justInTimeRoles: justInTime ? [justInTimeRole] : [],
    logBucketPrefix,
    transcriptRetention: Object.fromEntries(
      accounts.map(({ id, osAccess }) => [id, osAccess.logs.s3.retention]),
    ),
    accessPaths: judgedPaths(zone),
    guardrails: declaredGuardrails(zone),
    adoptedPreferences: accounts.flatMap(({ id, adopt }) =>
      adopt.map((region) => `${id}/${region}`),
    ),
  };
}
