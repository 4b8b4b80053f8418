import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { osAccessPath, osAccessPolicyArn } from "../model/names";
import { openingsInto } from "../model/openings";
import { grantDocuments } from "./grantDocuments";
import { maximumManagedPoliciesARole } from "./managedPolicyQuotas";
import { OsAccessRole } from "./osAccessRole";
import { passwordStatements } from "./osAccessPasswords";
import { openingStatements, revocationStatements } from "./osAccessWindows";

export interface OsAccessGrantsArgs {
  zone: LandingZone;
  account: KnownAccount;
  /** The account's OSAccess; the grants are attached once all of it is there, its Deny above all. */
  role: OsAccessRole;
}

/**
 * The grants into one account, as managed policies of its OSAccess at the OS-access path: who may start sessions, when, on which
 * nodes and over which channels. Without them the role opens nothing. `opts.dependsOn` reaches the policies: what ends sessions
 * has to know a grant first.
 */
export class OsAccessGrants extends pulumi.ComponentResource {
  constructor(name: string, args: OsAccessGrantsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:OsAccessGrants", name, {}, opts);
    const { zone, account, role } = args;

    osAccessGrants(zone, account).forEach((document, index) => {
      const policyName = `SessionGrants-${index + 1}`;
      const policy = new aws.iam.Policy(
        `${name}-${index + 1}`,
        {
          name: policyName,
          path: osAccessPath,
          description: `Windows in which ${zone.osAccessRole} starts sessions, and for whom.`,
          policy: document,
        },
        { parent: this, dependsOn: opts?.dependsOn },
      );
      new aws.iam.RolePolicyAttachment(
        `${name}-attachment-${index + 1}`,
        { role: role.roleName, policyArn: osAccessPolicyArn(zone, account.id, policyName) },
        { parent: this, dependsOn: [policy, role] },
      );
    });
    this.registerOutputs();
  }
}

/**
 * The documents of an account's grants, what is denied first; none where nothing is granted and
 * no password could be read.
 * Throws when more is granted than AWS lets one role hold beside ReadOnlyAccess.
 */
export function osAccessGrants(zone: LandingZone, account: KnownAccount): string[] {
  const carrier = {
    grants: `The grants into ${account.name}`,
    maximum: maximumManagedPoliciesARole - 1,
  };
  const grants = openingsInto(zone, account).map((opening) => ({
    grant: opening.grant.id,
    statements: openingStatements(zone, account, opening),
  }));
  const denied = [...revocationStatements(zone, account), ...passwordStatements(zone, account)];
  return grantDocuments(carrier, denied, grants);
}
