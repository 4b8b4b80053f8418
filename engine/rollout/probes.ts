import type { AccessCheck } from "../../iam/accessCheck";
import { CheckReport } from "../report";

/**
 * What `sekisho check` would refuse of the planned state, a line each: stacks that cannot be planned, violations of the
 * pack, access paths and claims that are not proved, what the preflight refuses. A rollout starts nothing while there is any.
 */
export function failedProbes({ stacks, proof, preflight }: CheckReport): string[] {
  return [
    ...stacks.flatMap(({ stack, failure }) =>
      failure === undefined ? [] : [`${stack} cannot be planned: ${failure}`],
    ),
    ...stacks.flatMap(({ stack, violations }) =>
      violations.map(({ policy, message }) => `${stack}, ${policy}: ${message}`),
    ),
    ...proof.guarded.flatMap(({ accounts, paths, roles }) => [
      ...paths.flatMap(({ path, check }) => unproved(accounts, path, check)),
      ...roles.flatMap(({ role, claims }) =>
        claims.flatMap(({ claim, check }) => unproved(accounts, `${role}: ${claim}`, check)),
      ),
    ]),
    ...preflight
      .filter(({ level }) => level === "refused")
      .map(
        ({ target, message }) =>
          `preflight${target === undefined ? "" : ` of ${target}`}: ${message}`,
      ),
  ];
}

function unproved(
  accounts: readonly unknown[],
  question: string,
  { result }: AccessCheck,
): string[] {
  return result === "proved"
    ? []
    : [`${question} is ${result} in ${accounts.length} of the accounts`];
}
