import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { managedInstanceCore, nodePolicy } from "./nodePolicy";

/** A role that gets a node's rights. */
export interface NodeRightsArgs {
  zone: LandingZone;
  account: KnownAccount;
  role: pulumi.Input<string>;
  /** Name of the inline policy. */
  policyName: string;
}

/**
 * What every node's role gets: AWS's policy for the agent and the inline policy for the log sinks. `coreOptions` are for
 * AWS's policy, which may have been attached before us.
 */
export function giveNodeRights(
  parent: pulumi.ComponentResource,
  name: string,
  { zone, account, role, policyName }: NodeRightsArgs,
  coreOptions: pulumi.CustomResourceOptions = {},
): void {
  new aws.iam.RolePolicyAttachment(
    `${name}-core`,
    { role, policyArn: managedInstanceCore(zone) },
    { parent, ...coreOptions },
  );
  new aws.iam.RolePolicy(
    `${name}-policy`,
    { role, name: policyName, policy: nodePolicy(zone, account) },
    { parent },
  );
}
