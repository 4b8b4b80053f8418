import type { ResourceValidationPolicy } from "@pulumi/policy";
import { configSchema } from "./configurationSchema";
import type { PackSettings } from "./packSettings";
import type { PackPolicy } from "./policy";

/**
 * Hands the engine's configuration to all policies of the pack, so that nobody writes it once a policy. It is the first
 * of them: the engine asks them in their order.
 */
export function packConfigured(settings: PackSettings): PackPolicy {
  const policy: ResourceValidationPolicy = {
    name: "pack-configured",
    description: "The policy pack must know the organization that it judges for.",
    severity: "critical",
    remediationSteps:
      "Compile the pack beside organization.yaml, or hand it the file that npm run pack wrote there.",
    enforcementLevel: "mandatory",
    configSchema,
    validateResource: (args, report) => {
      settings.complete(args.getConfig());
      const fault = settings.configuration === undefined && settings.faultFor(args.urn);
      if (fault) {
        report(fault);
      }
    },
  };
  return { ...policy, types: judgedPackages };
}

/** Packages whose resources the pack has something to say about. */
const judgedPackages: readonly string[] = ["aws:", "aws-native:"];
