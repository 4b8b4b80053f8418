import { controlPolicyType } from "../controlPolicyType";
import { Fault, quoted } from "../fault";
import { OwnPolicy } from "../landingZone";
import { ReadPolicyFile } from "../policyFiles";
import { inOrder } from "../records";
import { Draft } from "./draft";

/** The organization's own policies by file; and a fault for each place that names one that cannot be read. */
export function readPolicyFiles(
  { input, source }: Draft,
  read: ReadPolicyFile,
): { policies: ReadonlyMap<string, OwnPolicy>; faults: readonly Fault[] } {
  const policies = new Map<string, OwnPolicy>();
  const faults: Fault[] = [];
  const declared = source.keys("guardrails", "policies");
  for (const [target, files] of inOrder(input.guardrails?.policies, declared)) {
    for (const [position, file] of files.entries()) {
      const content = policies.get(file) ?? read(file);
      if ("text" in content) {
        const { text } = content;
        policies.set(file, { file, type: controlPolicyType(text), text });
      } else {
        const { found, advice } = content;
        const allowed = "a file of UTF-8 text below this file's folder";
        const message = `found ${quoted(file)}, ${found}, allowed is ${allowed}: ${advice}.`;
        faults.push(source.fault(["guardrails", "policies", target, position], message));
      }
    }
  }
  return { policies, faults };
}
