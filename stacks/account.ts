import * as pulumi from "@pulumi/pulumi";
import { HybridNodeRole } from "../components/hybridNodeRole";
import { NodeRole } from "../components/nodeRole";
import { NodeRoleExtension } from "../components/nodeRoleExtension";
import { OsAccessGrants } from "../components/osAccessGrants";
import { OsAccessRole } from "../components/osAccessRole";
import { OsHardening } from "../components/osHardening";
import { SessionExpiry } from "../components/sessionExpiry";
import { SessionExpiryRole } from "../components/sessionExpiryRole";
import { SessionKey } from "../components/sessionKey";
import { SessionLogBucket } from "../components/sessionLogBucket";
import { SessionLogGroup } from "../components/sessionLogGroup";
import { SessionPreferences } from "../components/sessionPreferences";
import { SwitchRole } from "../components/switchRole";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { endsSessions } from "../model/sessionExpiry";
import { deployProvider } from "./provider";

/** In one account: the one way in, where it is logged, and the nodes' side of both. */
export function accountStack(zone: LandingZone, account: KnownAccount) {
  const { osAccess } = account;
  const opts = { providers: { aws: deployProvider(zone, account) } };

  if (osAccess.mode === "grants") {
    const expiry = endsSessions(account) ? sessionExpiry(zone, account, opts) : [];
    // In the other mode AWS's own role gets in, and OSAccess would be a second door.
    const role = new OsAccessRole("os-access", { zone, account }, opts);
    // What ends sessions has to know a grant before OSAccess opens it: it ends what it does not know.
    const afterExpiry = { ...opts, dependsOn: expiry };
    new OsAccessGrants("os-access-grants", { zone, account, role }, afterExpiry);
  }
  for (const role of switchRolesOf(zone, account)) {
    new SwitchRole(`switch-${role.name}`, { zone, account, role }, opts);
  }

  const bucket = new SessionLogBucket("session-logs", { zone, account }, opts);
  const node = new NodeRole("node", { zone, account }, opts);
  const hybridNode = new HybridNodeRole("hybrid-node", { zone, account }, opts);
  for (const role of account.nodeRoles) {
    new NodeRoleExtension(`node-role-${role}`, { zone, account, role }, opts);
  }
  for (const region of zone.regions) {
    regionalParts(zone, account, region, bucket, opts);
  }
  // Whoever launches an instance or registers an on-premises node needs these two.
  return { instanceProfile: node.instanceProfileName, hybridNodeRole: hybridNode.roleName };
}

/** One function a region, of one role. */
function sessionExpiry(
  zone: LandingZone,
  account: KnownAccount,
  opts: pulumi.ComponentResourceOptions,
): SessionExpiry[] {
  const role = new SessionExpiryRole("session-expiry", { zone, account }, opts);
  return zone.regions.map(
    (region) =>
      new SessionExpiry(
        `session-expiry-${region}`,
        { zone, account, region },
        { ...opts, dependsOn: role },
      ),
  );
}

/** Preferences come last: from their first moment on a session finds its bucket, its log group and its key. */
function regionalParts(
  zone: LandingZone,
  account: KnownAccount,
  region: string,
  bucket: SessionLogBucket,
  opts: pulumi.ComponentResourceOptions,
): void {
  const args = { zone, account, region };
  const { cloudWatch } = account.osAccess.logs;
  const sinks: pulumi.Resource[] = [
    bucket,
    new SessionKey(`session-key-${region}`, args, opts),
    ...(cloudWatch
      ? [new SessionLogGroup(`session-log-group-${region}`, { ...args, ...cloudWatch }, opts)]
      : []),
  ];
  new SessionPreferences(`session-preferences-${region}`, args, { ...opts, dependsOn: sinks });
  if (account.osAccess.sudo) {
    new OsHardening(`os-hardening-${region}`, args, opts);
  }
}

/** The roles that somebody may switch to in this account, and the reader of its transcripts: none stands there unused. */
function switchRolesOf(zone: LandingZone, account: KnownAccount) {
  const wanted = new Set([
    account.osAccess.logs.reader,
    ...zone.groups.flatMap(({ switchTo }) =>
      switchTo.flatMap(({ role, accounts }) => (accounts.includes(account.name) ? [role] : [])),
    ),
  ]);
  return zone.roles.filter(({ name }) => wanted.has(name));
}
