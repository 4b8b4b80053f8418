import * as policy from "@pulumi/policy";
import { PlannedResource, StackPlan } from "./plan";
import { plainValues } from "./plainValues";
import { providerUrn } from "./urn";

// The SDK exports it without its type.
const { unknownCheckingProxy } = policy as unknown as {
  unknownCheckingProxy: <T extends object>(properties: T) => T;
};

/** A planned resource with all that resource policies and stack policies are handed. */
export type JudgedResource = policy.ResourceValidationArgs & Omit<policy.PolicyResource, "asType">;

/** What a policy throws to say that it has nothing to say. */
export class NotApplicable extends Error {}

/** What every policy is handed besides resources. The pack's configuration is in its policies already. */
export const everyPolicy = {
  stackTags: new Map<string, string>() as ReadonlyMap<string, string>,
  getConfig: <T extends object>() => ({}) as T,
  notApplicable(reason?: string): never {
    throw new NotApplicable(reason);
  },
};

/** Every resource of a plan, in its order, as policies are handed it. */
export function judgedResources(plan: StackPlan): JudgedResource[] {
  const byUrn = new Map<string, JudgedResource>();
  for (const planned of plan.resources) {
    byUrn.set(planned.urn, judgedResource(planned, byUrn));
  }
  return [...byUrn.values()];
}

function judgedResource(
  planned: PlannedResource,
  byUrn: ReadonlyMap<string, JudgedResource>,
): JudgedResource {
  const known = (urns: readonly string[]) => urns.flatMap((urn) => byUrn.get(urn) ?? []);
  let props: policy.PolicyResource["props"] | undefined;
  // Getters, because most policies look at few resources: what nobody asks for is never converted.
  return {
    ...everyPolicy,
    type: planned.type,
    urn: planned.urn,
    name: planned.name,
    get props() {
      return (props ??= unknownCheckingProxy(plainValues(planned.inputs)));
    },
    get opts() {
      return optionsOf(planned);
    },
    get provider() {
      return providerResource(byUrn.get(providerUrn(planned.provider ?? "")));
    },
    get parent() {
      return byUrn.get(planned.parent ?? "") as policy.PolicyResource | undefined;
    },
    get dependencies() {
      return known(planned.dependencies) as policy.PolicyResource[];
    },
    get propertyDependencies() {
      return Object.fromEntries(
        Object.entries(planned.propertyDependencies).map(([key, urns]) => [key, known(urns)]),
      ) as policy.PolicyResource["propertyDependencies"];
    },
    isType: (resourceClass) => isOfType(planned, resourceClass),
    asType(resourceClass) {
      return isOfType(planned, resourceClass) ? (this.props as never) : undefined;
    },
  };
}

/** Custom timeouts are left out: no policy asks for them. */
function optionsOf(planned: PlannedResource): policy.PolicyResourceOptions {
  const { deleteBeforeReplace, parent } = planned;
  return {
    protect: planned.protect,
    ignoreChanges: [...planned.ignoreChanges],
    aliases: [...(planned.aliases ?? [])],
    customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
    additionalSecretOutputs: [...(planned.additionalSecretOutputs ?? [])],
    ...(deleteBeforeReplace !== undefined && { deleteBeforeReplace }),
    ...(parent !== undefined && { parent }),
  };
}

function providerResource(
  provider: JudgedResource | undefined,
): policy.PolicyProviderResource | undefined {
  return (
    provider && {
      type: provider.type,
      props: provider.props,
      urn: provider.urn,
      name: provider.name,
    }
  );
}

function isOfType({ type }: PlannedResource, resourceClass: object): boolean {
  const { __pulumiType, isInstance } = resourceClass as {
    __pulumiType?: string;
    isInstance?: (value: object) => boolean;
  };
  return __pulumiType !== undefined
    ? type === __pulumiType
    : isInstance?.({ __pulumiType: type }) === true;
}
