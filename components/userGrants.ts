import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { LandingZone } from "../model/landingZone";
import { identityAccount, osAccessPath, osAccessPolicyArn } from "../model/names";
import { grantPolicies } from "./grantPolicies";

export interface UserGrantsArgs {
  zone: LandingZone;
  /** Name of the user in the landing zone. */
  user: string;
  /** The user's name as the resource gives it, so that the attachment waits for the user. */
  userName: pulumi.Input<string>;
}

/** The live grants of one user, as managed policies at the OS-access path of the identity account. */
export class UserGrants extends pulumi.ComponentResource {
  constructor(name: string, args: UserGrantsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:UserGrants", name, {}, opts);
    const { zone, user, userName } = args;

    grantPolicies(zone, user).forEach((document, index) => {
      const policyName = `Grants-${user}-${index + 1}`;
      const policy = new aws.iam.Policy(
        `${name}-${index + 1}`,
        {
          name: policyName,
          path: osAccessPath,
          description: `Windows in which ${user} may enter operating systems.`,
          policy: document,
        },
        { parent: this },
      );
      new aws.iam.UserPolicyAttachment(
        `${name}-attachment-${index + 1}`,
        {
          user: userName,
          policyArn: osAccessPolicyArn(zone, identityAccount(zone).id, policyName),
        },
        { parent: this, dependsOn: [policy] },
      );
    });
    this.registerOutputs();
  }
}
