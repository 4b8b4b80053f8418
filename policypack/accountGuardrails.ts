import { CompiledPolicy, compile } from "../iam/compile";
import { PolicyKind } from "../iam/compiledStatement";
import { parsePolicy } from "../iam/parsePolicy";
import { PolicyDocument } from "../iam/policyDocument";
import type { GuardrailsInForce, PackConfiguration } from "./configuration";

/**
 * AWS's own SCP, attached everywhere. Taking it as attached errs on the open side: without it less is allowed.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
const everything: PolicyDocument = {
  version: "2012-10-17",
  statements: [{ effect: "Allow", actions: ["*"], resources: ["*"], conditions: [] }],
};

const fullAccess = compile(everything, "scp", "FullAWSAccess");

/** The most that an identity policy can give. */
export const administrator = compile(everything, "identity", "AdministratorAccess");

/** The SCPs that bind an account, as one level: only their denies are counted on, and those hold from any level. */
export interface AccountGuardrails {
  readonly scps: readonly (readonly CompiledPolicy[])[];
  /** Equal for accounts with the same documents; empty without any. */
  readonly key: string;
}

/** By account, and by the entries that name it: most accounts have the guardrails of another. */
const known = new WeakMap<PackConfiguration, Map<string, AccountGuardrails>>();

/** The declared guardrails of an account; none in an account that no entry names. */
export function accountGuardrails(
  configuration: PackConfiguration,
  account: string,
): AccountGuardrails {
  const remembered = known.get(configuration) ?? new Map<string, AccountGuardrails>();
  known.set(configuration, remembered);
  const before = remembered.get(account);
  if (before !== undefined) {
    return before;
  }
  const entries = configuration.guardrails.filter(({ accounts }) => accounts.includes(account));
  const key = entries.map((entry) => configuration.guardrails.indexOf(entry)).join(" ");
  const found = remembered.get(`entries ${key}`) ?? { ...guardrailsOf(entries), key };
  remembered.set(`entries ${key}`, found).set(account, found);
  return found;
}

/** The SCPs of some entries together, each document once. */
export function guardrailsOf(
  entries: readonly Pick<GuardrailsInForce, "serviceControlPolicies">[],
): Pick<AccountGuardrails, "scps"> {
  const texts = new Set(entries.flatMap(({ serviceControlPolicies }) => serviceControlPolicies));
  const policies = [...texts].flatMap((text) => compiledText(text, "scp") ?? []);
  return { scps: policies.length > 0 ? [[fullAccess, ...policies]] : [] };
}

/** Undefined for what is no policy: AWS would not have taken it either, so nothing is in force from it. */
export function compiledText(text: string, kind: PolicyKind): CompiledPolicy | undefined {
  const parsed = parsePolicy(text);
  return parsed.ok ? compile(parsed.document, kind) : undefined;
}
