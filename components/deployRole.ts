import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { deployRoleAllow, deployRoleLimits, deployRoleTrust } from "./deployRolePolicy";

export interface DeployRoleArgs {
  zone: LandingZone;
  account: KnownAccount;
}

/** The role that deploys this account from then on. Made once, by the bootstrap stack; no key is stored anywhere. */
export class DeployRole extends pulumi.ComponentResource {
  constructor(name: string, args: DeployRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:DeployRole", name, {}, opts);
    const { zone, account } = args;

    // Without the role and its rights no stack of the account can be changed any more, not even to bring them back:
    // the SCPs let nobody else create or change a role of this name.
    const kept = { parent: this, protect: true, retainOnDelete: true };
    const role = new aws.iam.Role(
      `${name}-role`,
      {
        // The SCPs exempt it by this name, and every stack's provider assumes it.
        name: zone.deploy.role,
        description: "Deploys the landing zone in this account; trusted by CI alone.",
        assumeRolePolicy: deployRoleTrust(zone),
        maxSessionDuration: 3600,
      },
      kept,
    );
    const limits = new aws.iam.RolePolicy(
      `${name}-limits`,
      { name: "Limits", role: role.name, policy: deployRoleLimits(zone, account) },
      kept,
    );
    new aws.iam.RolePolicy(
      `${name}-allow`,
      { name: "Deploy", role: role.name, policy: deployRoleAllow(zone, account) },
      { ...kept, dependsOn: [limits] },
    );
    this.registerOutputs();
  }
}
