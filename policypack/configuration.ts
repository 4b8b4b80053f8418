import { PolicyConfigSchema } from "@pulumi/policy";
import { isGuarded } from "../guardrails/coverage";
import { exemptRoles } from "../guardrails/exemptions";
import { LandingZone } from "../model/landingZone";
import { identityAccount, knownAccounts, logBucketPrefix } from "../model/names";

/** What the pack must know of the organization. */
export interface PackConfiguration {
  /** Name of the one role through which sessions are started. */
  readonly osAccessRole: string;
  /** 12 digits: the account in which the IAM users live. */
  readonly identityAccount: string;
  /** `o-...`. */
  readonly organizationId: string;
  /** Exact names of roles that may run remote commands. */
  readonly automationRoles: readonly string[];
  /** Name of the role with which the landing zone is deployed. */
  readonly deployRole: string;
  /** How the name of every session log bucket starts; the account id follows. */
  readonly logBucketPrefix: string;
  /** Names of the roles that may read transcripts. */
  readonly sessionLogReaders: readonly string[];
  /** Ids of the accounts in which an SCP denies sessions to everyone but OSAccess. */
  readonly guardedAccounts: readonly string[];
  /**
   * Preferences that are being taken over, `<account id>/<region>` each: until the region leaves `adopt` the
   * engine shows the document as somebody else wrote it. Only the landing zone itself takes documents over.
   */
  readonly adoptedPreferences?: readonly string[];
}

/** A setting that `--policy-pack-config` may set. */
export type Setting = Exclude<keyof PackConfiguration, "adoptedPreferences">;

/** The pack's configuration for the landing zone; `scripts/pack.mjs` writes it beside the compiled pack. */
export function packConfiguration(zone: LandingZone): PackConfiguration {
  return {
    osAccessRole: zone.osAccessRole,
    identityAccount: identityAccount(zone).id,
    organizationId: zone.organization.id,
    automationRoles: zone.automationRoles,
    deployRole: zone.deploy.role,
    logBucketPrefix,
    sessionLogReaders: exemptRoles(zone, "reader"),
    guardedAccounts: knownAccounts(zone)
      .filter((account) => isGuarded(zone, account))
      .map(({ id }) => id),
    adoptedPreferences: knownAccounts(zone).flatMap(({ id, adopt }) =>
      adopt.map((region) => `${id}/${region}`),
    ),
  };
}

const text = { type: "string" as const, minLength: 1 };
const texts = { type: "array" as const, items: text };
const settings: Record<Setting, PolicyConfigSchema["properties"][string]> = {
  osAccessRole: text,
  identityAccount: { type: "string", pattern: "^[0-9]{12}$" },
  organizationId: { type: "string", pattern: "^o-[a-z0-9]{10,32}$" },
  automationRoles: texts,
  deployRole: text,
  logBucketPrefix: text,
  sessionLogReaders: texts,
  guardedAccounts: { type: "array", items: { type: "string", pattern: "^[0-9]{12}$" } },
};

/**
 * What `--policy-pack-config` may set for a policy. No defaults here: the engine would fill them in, and they would
 * win over the configuration that the pack was compiled with.
 */
export function configSchema(used: readonly Setting[]): PolicyConfigSchema {
  return { properties: Object.fromEntries(used.map((setting) => [setting, settings[setting]])) };
}
