import { PrincipalSet } from "../iam/accessCheck";
import { CompiledPolicy } from "../iam/compile";
import { AccountGuardrails, compiledText } from "./accountGuardrails";
import { attacksOn } from "./attacksOn";
import type { JudgedPath, PackConfiguration } from "./configuration";
import { Doubt, sharedChecks } from "./sharedChecks";

/** A way onto a node that some rights open, or are not proved to leave closed. */
export interface OpenPath {
  readonly path: JudgedPath;
  /** What the rights may be used for: the action of the counterexample, or those of the path. */
  readonly actions: readonly string[];
  readonly check: Doubt;
}

/** Rights as they would be in one account. */
export interface Rights {
  readonly identity: CompiledPolicy;
  readonly boundary?: CompiledPolicy | undefined;
}

/** Somebody who would have the rights, in an account with these guardrails. */
export interface Where {
  readonly account: string;
  readonly guardrails: Pick<AccountGuardrails, "scps">;
  readonly principals: readonly PrincipalSet[];
  /** ARNs that are left out, beside those that a path exempts. */
  readonly except?: readonly string[];
}

/** An account that nobody has; rights whose account is not known are judged in it, where no guardrail is. */
export const nowhere = "000000000000";

/**
 * Those of the paths of which it is not proved that nobody can take them with these rights. The roles that a path exempts
 * by exact name are left out: that name is what the SCPs know them by.
 */
export function openPaths(
  paths: readonly JudgedPath[],
  { identity, boundary }: Rights,
  { account, guardrails, principals, except = [] }: Where,
  configuration: PackConfiguration,
): OpenPath[] {
  const policies = {
    identity,
    ...(boundary && { boundary }),
    // The account lets its own identity policies decide on roles, keys and whatever else has a policy.
    resource: delegatingTo(account),
    ...(guardrails.scps.length > 0 && { scps: guardrails.scps }),
  };
  return paths.flatMap((path) => {
    for (const { exempt, ...attack } of attacksOn(path, account, configuration)) {
      const actions = attack.actions.filter((action) => mayAllow(identity, action));
      if (actions.length === 0) {
        continue;
      }
      const exemptArns = exempt.map((role) => roleArn(configuration, account, role));
      const check = sharedChecks.doubt(account, policies, {
        ...attack,
        principals,
        except: [...except, ...exemptArns],
        actions,
      });
      if (check !== undefined) {
        const used = check.result === "refuted" ? [check.request.action] : actions;
        return [{ path, actions: used, check }];
      }
    }
    return [];
  });
}

/** The exact ARN by which guardrails know an exempt role. */
export function roleArn(
  { partition }: Pick<PackConfiguration, "partition">,
  account: string,
  role: string,
): string {
  return `arn:${partition}:iam::${account}:role/${role}`;
}

/** Most documents say nothing of most actions: nobody needs a proof of that. */
function mayAllow(policy: CompiledPolicy, action: string): boolean {
  return policy.statementsFor(action.toLowerCase()).allows.length > 0;
}

const delegations = new Map<string, CompiledPolicy>();

function delegatingTo(account: string): CompiledPolicy {
  const text = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: account }, Action: "*", Resource: "*" }],
  });
  const policy = delegations.get(account) ?? compiledText(text, "resource")!;
  delegations.set(account, policy);
  return policy;
}
