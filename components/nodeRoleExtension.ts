import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { nodeRole } from "../model/names";
import { giveNodeRights } from "./nodeRights";

export interface NodeRoleExtensionArgs {
  zone: LandingZone;
  account: KnownAccount;
  /** One of the account's `nodeRoles`: a role that exists, and that guardrails keep as it is from now on. */
  role: string;
}

/**
 * Gives a role that nodes already carry the rights of the node role on top of its own. The role itself is neither
 * made, changed in its trust, nor deleted here.
 */
export class NodeRoleExtension extends pulumi.ComponentResource {
  constructor(name: string, args: NodeRoleExtensionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:NodeRoleExtension", name, {}, opts);
    const { zone, account, role } = args;

    giveNodeRights(
      this,
      name,
      { zone, account, role, policyName: nodeRole },
      // It may have been attached before us; detaching it would take the nodes out of Systems Manager.
      { retainOnDelete: true },
    );

    this.registerOutputs();
  }
}
