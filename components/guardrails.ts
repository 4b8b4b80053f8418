import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ownPolicyContent } from "../guardrails/ownPolicies/ownPolicies";
import { resourceControlPolicies } from "../guardrails/resourceControlPolicies";
import { serviceControlPolicies } from "../guardrails/serviceControlPolicies";
import { ControlPolicyType, GuardrailTarget, LandingZone } from "../model/landingZone";
import { controlPolicyName, ownPolicyKey } from "../model/names";

export interface GuardrailsArgs {
  zone: LandingZone;
  /** The OU or account, its id known. */
  target: GuardrailTarget & { readonly id: string };
}

/**
 * SCPs and RCPs of one OU or account, Sekisho's and the organization's own: copies for this target alone, so that a change
 * can go to one target first.
 */
export class Guardrails extends pulumi.ComponentResource {
  constructor(name: string, args: GuardrailsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:Guardrails", name, {}, opts);
    const { zone, target } = args;

    let previous: pulumi.Resource[] = [];
    const attach = (
      type: ControlPolicyType,
      content: string,
      key: string,
      description = `Keeps operating systems closed below ${target.name}.`,
    ) => {
      const policy = new aws.organizations.Policy(
        `${name}-${key}`,
        {
          name: controlPolicyName(target.name, key),
          description,
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
    for (const { key, content } of serviceControlPolicies(zone, target)) {
      attach("SERVICE_CONTROL_POLICY", content, key);
    }
    resourceControlPolicies(zone, target).forEach((content, index) =>
      attach("RESOURCE_CONTROL_POLICY", content, `rcp-${index + 1}`),
    );
    for (const policy of target.policies ?? []) {
      // Not numbered: a policy that is added or taken away leaves the others alone.
      attach(
        policy.type,
        ownPolicyContent(policy),
        ownPolicyKey(policy.file),
        `From ${policy.file}, for ${target.name}.`,
      );
    }
    this.registerOutputs();
  }
}
