import { AccountAnswers } from "./accountAnswers";
import { KnownAccount, LandingZone } from "../model/landingZone";
import { knownAccounts } from "../model/names";
import { AccountProver } from "./accountProver";
import { isGuarded } from "../guardrails/coverage";
import { PlannedOrganization } from "./plannedOrganization";

/** What was proved of every guarded account, and what was not. */
export interface Proof {
  /** Accounts with the same answers stand together; in the order of the file. */
  readonly guarded: readonly AccountProof[];
  /** The versions of AWS's own policies that the answers about roles rest on. */
  readonly managedPolicies: readonly string[];
  /** Names of guarded accounts whose windows hold on taking OSAccess alone: nothing is claimed of sessions there. */
  readonly windowsOnTakingAlone: readonly string[];
}

export interface AccountProof extends AccountAnswers {
  /** Names of the accounts. */
  readonly accounts: readonly string[];
}

/** Asks of every guarded account who can use which access path; equal questions are asked once. */
export function proveGuarded(planned: PlannedOrganization): Proof {
  const prover = new AccountProver(planned);
  const groups = new Map<string, { accounts: string[]; answers: AccountAnswers }>();
  for (const account of guardedAccounts(planned.zone)) {
    const { key, answers } = prover.prove(account);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { accounts: [account.name], answers });
    } else {
      group.accounts.push(account.name);
    }
  }
  return {
    guarded: [...groups.values()].map(({ accounts, answers }) => ({ accounts, ...answers })),
    managedPolicies: [...planned.versions].sort(),
    windowsOnTakingAlone: guardedAccounts(planned.zone)
      .filter(({ osAccess: { mode, windows } }) => mode === "grants" && windows === "assume-role")
      .map(({ name }) => name),
  };
}

/** The accounts that a guardrail reaches today. */
export function guardedAccounts(zone: LandingZone): KnownAccount[] {
  return knownAccounts(zone).filter((account) => isGuarded(zone, account));
}
