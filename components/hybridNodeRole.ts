import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { hybridNodeRole, regionalArn } from "../model/names";
import { giveNodeRights } from "./nodeRights";

export interface HybridNodeRoleArgs {
  zone: LandingZone;
  /** The account in which the nodes are registered. */
  account: KnownAccount;
}

/** Role of the account's on-premises nodes (`mi-...`), with the rights of an EC2 node. */
export class HybridNodeRole extends pulumi.ComponentResource {
  /** Name of the role that hybrid activations name. */
  public readonly roleName: pulumi.Output<string>;

  constructor(name: string, args: HybridNodeRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:HybridNodeRole", name, {}, opts);
    const { zone, account } = args;

    const role = new aws.iam.Role(
      `${name}-role`,
      {
        // The bucket policy, the key policy and the guardrails name it before it exists.
        name: hybridNodeRole,
        description: "On-premises nodes: Systems Manager and session logs",
        assumeRolePolicy: hybridTrust(zone, account),
      },
      { parent: this },
    );
    giveNodeRights(this, name, { zone, account, role: role.name, policyName: hybridNodeRole });

    this.roleName = role.name;
    this.registerOutputs({ roleName: this.roleName });
  }
}

/**
 * Lets Systems Manager take the role for nodes of this account in the declared regions. The two conditions keep
 * somebody else's account from making the service its deputy.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-multicloud-service-role.html
 */
function hybridTrust(zone: LandingZone, account: KnownAccount): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "ManagedNodes",
        Effect: "Allow",
        Principal: { Service: "ssm.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": account.id },
          ArnEquals: {
            "aws:SourceArn": zone.regions.map((region) =>
              regionalArn(zone, "ssm", region, account.id, "*"),
            ),
          },
        },
      },
    ],
  });
}
