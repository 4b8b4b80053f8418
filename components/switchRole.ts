import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KnownAccount, LandingZone, SwitchRole as SwitchRoleTarget } from "../model/landingZone";
import { nodeAccessRequests } from "./nodeAccessRequests";
import { denyTranscripts, readTranscripts } from "./transcripts";
import { identityUsersTrust } from "./userTrust";

export interface SwitchRoleArgs {
  zone: LandingZone;
  account: KnownAccount;
  role: SwitchRoleTarget;
}

/** A role that users of the identity account switch to for everything but entering an operating system. */
export class SwitchRole extends pulumi.ComponentResource {
  constructor(name: string, args: SwitchRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:SwitchRole", name, {}, opts);
    const { zone, account, role: target } = args;

    const role = new aws.iam.Role(
      `${name}-role`,
      {
        // Users name it when they switch.
        name: target.name,
        description: "Users of the identity account switch to this role.",
        assumeRolePolicy: identityUsersTrust(zone),
        maxSessionDuration: target.maxSession * 60,
      },
      { parent: this },
    );
    const reads = account.osAccess.logs.reader === target.name;
    const transcripts = new aws.iam.RolePolicy(
      `${name}-transcripts`,
      {
        name: "Transcripts",
        role: role.name,
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: reads ? readTranscripts(zone, account) : denyTranscripts(zone, account),
        }),
      },
      { parent: this },
    );
    const requests = nodeAccessRequests(zone, account, target.name);
    if (requests.length > 0) {
      new aws.iam.RolePolicy(
        `${name}-node-access-requests`,
        {
          name: "NodeAccessRequests",
          role: role.name,
          policy: JSON.stringify({ Version: "2012-10-17", Statement: requests }),
        },
        { parent: this },
      );
    }
    for (const policyArn of target.policies) {
      new aws.iam.RolePolicyAttachment(
        `${name}-${policyKey(policyArn)}`,
        { role: role.name, policyArn },
        { parent: this, dependsOn: [transcripts] },
      );
    }
    this.registerOutputs();
  }
}

/** Owner and path of a managed policy, by which two of one name are told apart: `aws.job-function.ViewOnlyAccess`. */
function policyKey(policyArn: string): string {
  const [owner, policy] = policyArn.split(":").slice(4);
  return `${owner}.${policy!.replace("policy/", "")}`.replaceAll("/", ".");
}
