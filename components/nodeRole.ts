import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone, Partition } from "../model/landingZone";
import { nodeRole } from "../model/names";
import { giveNodeRights } from "./nodeRights";
import { serviceDomain } from "./servicePrincipal";

export interface NodeRoleArgs {
  zone: LandingZone;
  /** The account of the nodes. */
  account: KnownAccount;
}

/** Role and instance profile of the account's EC2 nodes: the agent's rights and the log sinks, nothing else. */
export class NodeRole extends pulumi.ComponentResource {
  /** Name of the instance profile that instances are launched with. */
  public readonly instanceProfileName: pulumi.Output<string>;

  constructor(name: string, args: NodeRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:NodeRole", name, {}, opts);
    const { zone, account } = args;

    const role = new aws.iam.Role(
      `${name}-role`,
      {
        // The bucket policy, the key policy and the guardrails name it before it exists.
        name: nodeRole,
        description: "EC2 nodes: Systems Manager and session logs",
        assumeRolePolicy: instanceTrust(zone.organization.partition),
      },
      { parent: this },
    );
    giveNodeRights(this, name, { zone, account, role: role.name, policyName: nodeRole });
    const profile = new aws.iam.InstanceProfile(
      `${name}-profile`,
      { name: nodeRole, role: role.name },
      { parent: this },
    );

    this.instanceProfileName = profile.name;
    this.registerOutputs({ instanceProfileName: this.instanceProfileName });
  }
}

/** Lets EC2 hand the role to instances, and nobody else take it. */
export function instanceTrust(partition: Partition): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Instances",
        Effect: "Allow",
        Principal: { Service: `ec2.${serviceDomain(partition)}` },
        Action: "sts:AssumeRole",
      },
    ],
  });
}
