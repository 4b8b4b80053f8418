import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { sessionExpiry } from "../model/names";
import { sessionExpiryAllow, sessionExpiryTrust } from "./sessionExpiryPolicy";

export interface SessionExpiryRoleArgs {
  zone: LandingZone;
  /** The account whose sessions are ended. */
  account: KnownAccount;
}

/** The role of the functions that end sessions, one for all regions of the account. It can do nothing else. */
export class SessionExpiryRole extends pulumi.ComponentResource {
  constructor(name: string, args: SessionExpiryRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:SessionExpiryRole", name, {}, opts);
    const { zone, account } = args;

    const role = new aws.iam.Role(
      `${name}-role`,
      {
        // The guardrails protect it by this name.
        name: sessionExpiry,
        description: "Ends sessions whose window is over",
        assumeRolePolicy: sessionExpiryTrust(zone, account),
      },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      `${name}-policy`,
      { name: sessionExpiry, role: role.name, policy: sessionExpiryAllow(zone, account) },
      { parent: this },
    );

    this.registerOutputs();
  }
}
