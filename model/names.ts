import { Account, KnownAccount, LandingZone, OrganizationalUnit } from "./landingZone";

/*
 * Names and ARNs that documents need before anything is deployed. They are computed, never read from a
 * stack's outputs: a document built from an Output is unknown in a preview, and CrossGuard cannot judge it.
 */

/** Path of the users that may hold grants, and of the policies that carry them. */
export const osAccessPath = "/os-access/";

/** The document that Session Manager starts when no other is named; one an account and region. */
export const preferencesDocument = "SSM-SessionManagerRunShell";

/** Prefix of every log bucket's name; guardrails protect it. */
export const logBucketPrefix = "sekisho-session-logs-";

/** Key prefix of the transcripts in the log bucket. */
export const transcriptPrefix = "sessions";

/** Log group of the sessions, one a region. */
export const sessionLogGroup = "/sekisho/sessions";

/** Alias of the key that encrypts the sessions themselves, one a region. */
export const sessionKeyAlias = "alias/sekisho-session";

/** Alias of the key that encrypts the session log group, one a region. */
export const sessionLogKeyAlias = "alias/sekisho-session-logs";

/** Role and instance profile of EC2 nodes. */
export const nodeRole = "SekishoNode";

/** Role of on-premises nodes, taken by Systems Manager on their behalf. */
export const hybridNodeRole = "SekishoHybridNode";

/** AWS's role of just-in-time node access; the session key trusts it in accounts of that mode. */
export const justInTimeRole = "SSM-JustInTimeAccessTokenRole";

/** IAM group of every user, which carries what all users may and may not do. */
export const everyUserGroup = "SekishoUsers";

/** Command document that hardens the nodes' OS; the only one the deploy role may associate. */
export const hardeningDocument = "Sekisho-OsHardening";

/**
 * The function that ends sessions without a window, one a region; its role, its schedule and its alarm have the same name.
 * Guardrails protect all four by it.
 */
export const sessionExpiry = "SekishoSessionExpiry";

/** Log group of that function, one a region. */
export const sessionExpiryLogGroup = "/sekisho/session-expiry";

/** What distinguishes the organization's own policy among those of a target: `own-policies.region-limit`. */
export function ownPolicyKey(file: string): string {
  return `own-${file.replace(/\.json$/, "").replaceAll("/", ".")}`;
}

/** The name of a target's policy in AWS Organizations; the whole organization has one of each. */
export function controlPolicyName(target: string, key: string): string {
  return `sekisho-${target.replaceAll("/", ".")}-${key}`;
}

export function logBucket(account: KnownAccount): string {
  return `${logBucketPrefix}${account.id}`;
}

export function roleArn(zone: LandingZone, accountId: string, role: string): string {
  return `arn:${zone.organization.partition}:iam::${accountId}:role/${role}`;
}

/** ARN of a managed policy of ours at the OS-access path. */
export function osAccessPolicyArn(zone: LandingZone, accountId: string, policy: string): string {
  return `arn:${zone.organization.partition}:iam::${accountId}:policy${osAccessPath}${policy}`;
}

export function rootArn(zone: LandingZone, accountId: string): string {
  return `arn:${zone.organization.partition}:iam::${accountId}:root`;
}

export function bucketArn(zone: LandingZone, bucket: string): string {
  return `arn:${zone.organization.partition}:s3:::${bucket}`;
}

/** ARN of a regional resource: `arn:aws:ssm:eu-west-1:111111111111:document/Name`. */
export function regionalArn(
  zone: LandingZone,
  service: string,
  region: string,
  accountId: string,
  resource: string,
): string {
  return `arn:${zone.organization.partition}:${service}:${region}:${accountId}:${resource}`;
}

function isKnown(account: Account): account is KnownAccount {
  return account.id !== undefined;
}

export function knownAccounts(zone: LandingZone): KnownAccount[] {
  return zone.accounts.filter(isKnown);
}

/** The account of that name; the checked model has it, so a miss is a fault of the program. */
export function accountNamed(zone: LandingZone, name: string): Account {
  const account = zone.accounts.find((candidate) => candidate.name === name);
  if (account === undefined) {
    throw new Error(`The landing zone has no account '${name}'.`);
  }
  return account;
}

/** The account in which the users live. The check refuses one without an id. */
export function identityAccount(zone: LandingZone): KnownAccount {
  return accountNamed(zone, zone.organization.identity) as KnownAccount;
}

/** The organization's management account. The check refuses one without an id. */
export function managementAccount(zone: LandingZone): KnownAccount {
  return accountNamed(zone, zone.organization.management) as KnownAccount;
}

/** The OU of that path, and its ancestors, nearest first. */
export function ouAndAncestors(zone: LandingZone, path: string | undefined): OrganizationalUnit[] {
  const chain: OrganizationalUnit[] = [];
  for (let at = path; at !== undefined;) {
    const ou = zone.organizationalUnits.find((candidate) => candidate.path === at);
    if (ou === undefined) {
      break;
    }
    chain.push(ou);
    at = ou.parent;
  }
  return chain;
}
