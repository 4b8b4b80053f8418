import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { resourceControlPolicies } from "../guardrails/resourceControlPolicies";
import { serviceControlPolicies } from "../guardrails/serviceControlPolicies";
import { GuardrailTarget, LandingZone } from "../model/landingZone";

export interface GuardrailsArgs {
  zone: LandingZone;
  /** The OU or account, its id known. */
  target: GuardrailTarget & { readonly id: string };
}

/** SCPs and RCPs of one OU or account: copies of its own, so that a change can go to one target first. */
export class Guardrails extends pulumi.ComponentResource {
  constructor(name: string, args: GuardrailsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:Guardrails", name, {}, opts);
    const { zone, target } = args;

    let previous: pulumi.Resource[] = [];
    const attach = (
      type: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY",
      content: string,
      key: string,
    ) => {
      const policy = new aws.organizations.Policy(
        `${name}-${key}`,
        {
          name: `sekisho-${target.name.replaceAll("/", ".")}-${key}`,
          description: `Keeps operating systems closed below ${target.name}.`,
          type,
          content,
        },
        // One at a time: Organizations takes two calls a second.
        // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
        { parent: this, dependsOn: previous },
      );
      const attachment = new aws.organizations.PolicyAttachment(
        `${name}-${key}-attachment`,
        { policyId: policy.id, targetId: target.id },
        // A new policy is attached before the old one is detached: that is Pulumi's order for a replacement.
        { parent: this },
      );
      previous = [policy, attachment];
    };
    serviceControlPolicies(zone).forEach((content, index) =>
      attach("SERVICE_CONTROL_POLICY", content, `scp-${index + 1}`),
    );
    resourceControlPolicies(zone).forEach((content, index) =>
      attach("RESOURCE_CONTROL_POLICY", content, `rcp-${index + 1}`),
    );
    this.registerOutputs();
  }
}
