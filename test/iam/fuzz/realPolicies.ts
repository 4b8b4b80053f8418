import { planStack } from "../../../engine/offline";
import { policies as managed } from "../../../iam/awsManagedPoliciesData";
import { parsePolicy } from "../../../iam/parsePolicy";
import { stackPrograms } from "../../../stacks/stackPrograms";
import { zoneWith } from "../../zone";

/** Every policy document that the stacks of a landing zone make: SCPs, RCPs, trust, role, bucket and key policies. */
export async function ownPolicies(): Promise<string[]> {
  const texts = new Set<string>();
  for (const { name, run } of stackPrograms(zoneWith())) {
    for (const { inputs } of (await planStack(name, run)).resources) {
      collect(inputs, texts);
    }
  }
  return [...texts];
}

/** The documents of AWS's own policies, as far as they are kept. */
export function awsPolicies(): string[] {
  return Object.values(managed)
    .map((text) => text.slice(text.indexOf("{")))
    .filter((text) => text.startsWith("{"));
}

function collect(value: unknown, texts: Set<string>): void {
  if (typeof value === "string" && value.startsWith("{") && parsePolicy(value).ok) {
    texts.add(value);
  } else if (typeof value === "object" && value !== null) {
    Object.values(value).forEach((part) => collect(part, texts));
  }
}
