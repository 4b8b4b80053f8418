import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { osAccessAllow } from "./osAccessAllow";
import { osAccessDeny } from "./osAccessDeny";
import { osAccessTrust } from "./osAccessTrust";

export interface OsAccessRoleArgs {
  zone: LandingZone;
  account: KnownAccount;
}

/** The one role of an account that gets into operating systems. */
export class OsAccessRole extends pulumi.ComponentResource {
  /** The role's name, which grants attach to. */
  public readonly roleName: pulumi.Output<string>;

  constructor(name: string, args: OsAccessRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:OsAccessRole", name, {}, opts);
    const { zone, account } = args;

    const role = new aws.iam.Role(
      `${name}-role`,
      {
        // Exact and without a path: the SCPs exempt this name.
        name: zone.osAccessRole,
        path: "/",
        description: "The only way into an operating system of this account.",
        assumeRolePolicy: osAccessTrust(zone, account),
        // The least AWS allows: credentials outlive the window they were taken in by an hour at most.
        maxSessionDuration: 3600,
      },
      { parent: this },
    );
    const denied = new aws.iam.RolePolicy(
      `${name}-deny`,
      { name: "Deny", role: role.name, policy: osAccessDeny(zone, account) },
      { parent: this },
    );
    // The allows come after the deny: at no moment does the role hold more than it should.
    new aws.iam.RolePolicy(
      `${name}-allow`,
      { name: "Sessions", role: role.name, policy: osAccessAllow(zone, account) },
      { parent: this, dependsOn: [denied] },
    );
    new aws.iam.RolePolicyAttachment(
      `${name}-read-only`,
      {
        role: role.name,
        policyArn: `arn:${zone.organization.partition}:iam::aws:policy/ReadOnlyAccess`,
      },
      { parent: this, dependsOn: [denied] },
    );
    this.roleName = role.name;
    this.registerOutputs();
  }
}
