import { Fault, quoted } from "../fault";
import { controlPolicyName, ownPolicyKey } from "../names";
import { inOrder } from "../records";
import { declares, Draft, FirstPlaces, unknownName } from "./draft";

/** Pulumi takes 100 characters for a stack's name, `guardrails-` among them. */
const longestName = 89;

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html */
const longestPolicyName = 128;

/** Guardrails are attached to OUs and accounts that exist, and where they have an effect. */
export function* checkGuardrails({ input, source }: Draft): Generator<Fault> {
  const targets = [...source.keys("organizationalUnits"), ...source.keys("accounts")];
  const attached = input.guardrails?.attach ?? [];
  const stacks = new FirstPlaces<string>();
  for (const [position, name] of attached.entries()) {
    const at = ["guardrails", "attach", position];
    if (!declares(source, "accounts", name) && !declares(source, "organizationalUnits", name)) {
      const kind = "an OU of organizationalUnits or an account of accounts";
      yield unknownName(source, at, name, kind, targets);
      continue;
    }
    if (name === input.organization?.management) {
      // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
      const found = `found ${quoted(name)}, the management account`;
      const allowed = "an OU or a member account, because SCPs have no effect in that one";
      yield source.fault(at, `${found}, allowed is ${allowed}: remove it.`);
    }
    // Stacks are named after the target with other characters as dots.
    const stack = name.replaceAll(/[^\w.-]/g, ".");
    const first = stacks.add(stack, name);
    if (first !== undefined) {
      const found = `found ${quoted(name)}, whose stack would have the name of that of ${quoted(first)}`;
      yield source.fault(at, `${found}, allowed is one of them: rename the other.`);
    } else if (stack.length > longestName) {
      const found = `found a path of ${stack.length} characters`;
      const allowed = `${longestName}, because it names a stack`;
      yield source.fault(
        at,
        `${found}, allowed are ${allowed}: shorten it or attach to its parent.`,
      );
    }
  }
  for (const name of source.keys("guardrails", "policies")) {
    if (input.guardrails !== undefined && !attached.includes(name)) {
      const fault = unknownName(source, [], name, "a target of guardrails.attach", attached);
      yield source.fault(["guardrails", "policies", name], fault.message, "key");
    }
  }
  yield* checkPolicyNames({ input, source });
}

/** Each file makes a policy of its own name. */
function* checkPolicyNames({ input, source }: Pick<Draft, "input" | "source">): Generator<Fault> {
  const declared = source.keys("guardrails", "policies");
  for (const [target, files] of inOrder(input.guardrails?.policies, declared)) {
    const keys = new FirstPlaces<string>();
    for (const [position, file] of files.entries()) {
      const at = ["guardrails", "policies", target, position];
      const key = ownPolicyKey(file);
      const first = keys.add(key, file);
      const excess = controlPolicyName(target, key).length - longestPolicyName;
      if (first !== undefined) {
        const found = `found ${quoted(file)}, whose policy would have the name of that of ${quoted(first)}`;
        yield source.fault(at, `${found}, allowed is one of them: rename the other.`);
      } else if (excess > 0) {
        const found = `found ${quoted(file)}, ${excess} characters too long with its target's name`;
        const allowed = `${longestPolicyName} for the name of a policy`;
        yield source.fault(at, `${found}, allowed are ${allowed}: shorten the file's path.`);
      }
    }
  }
}
