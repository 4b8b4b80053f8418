import { ownAccount, readsIntoIds, withoutAccount } from "../guardrails/namedAccounts";
import { DecidingStatements, Numbers } from "../proof/proofSharing";
import { AccessCheck, RequestSet } from "../iam/accessCheck";
import { checkAccessNotGranted } from "../iam/checkAccessNotGranted";
import { CompiledPolicy } from "../iam/compile";

/** The policies that have a say in a question about one account. */
export interface AskedPolicies {
  readonly identity: CompiledPolicy;
  readonly boundary?: CompiledPolicy;
  readonly resource: CompiledPolicy;
  /** The same object for accounts with the same SCPs: they are compared by what they say of the account. */
  readonly scps?: Scps;
}

/** An answer that is no proof. */
export type Doubt = Exclude<AccessCheck, { result: "proved" }>;

type Scps = readonly (readonly CompiledPolicy[])[];

/**
 * Asks `checkAccessNotGranted` about one account after another, and once where accounts differ in nothing but their own
 * id: one stack has the same documents in hundreds of them. Why the answer holds then is said in proof/proofSharing.ts.
 */
export class SharedChecks {
  private readonly known = new Map<string, { readonly account: string; readonly doubt?: Doubt }>();
  private readonly numbers = new Numbers();
  private readonly deciding = new WeakMap<Scps, Map<string, DecidingStatements>>();
  private readonly documents = new WeakMap<CompiledPolicy, Map<string, string>>();

  constructor(private readonly ask: typeof checkAccessNotGranted = checkAccessNotGranted) {}

  /** Why it is not proved that nobody can do it, with the ids of this account; undefined where it is. */
  doubt(account: string, policies: AskedPolicies, requests: RequestSet): Doubt | undefined {
    const key = this.keyOf(account, policies, requests);
    const before = this.known.get(key);
    if (before !== undefined) {
      return before.doubt && swapped(before.doubt, before.account, account);
    }
    const { identity, ...others } = policies;
    const check = this.ask({ ...others, identity: [identity] }, requests);
    const found = check.result === "proved" ? {} : { doubt: check };
    this.known.set(key, { account, ...found });
    return found.doubt;
  }

  private keyOf(
    account: string,
    { identity, boundary, resource, scps }: AskedPolicies,
    requests: RequestSet,
  ): string {
    return [
      scps ? this.decidingAmong(scps, requests.actions).keyFor(account) : "none",
      ...[identity, boundary, resource].map((policy) => policy && this.document(policy, account)),
      keyOfText(JSON.stringify(requests), account),
    ].join("\n");
  }

  private decidingAmong(scps: Scps, actions: readonly string[]): DecidingStatements {
    const byActions = this.deciding.get(scps) ?? new Map<string, DecidingStatements>();
    this.deciding.set(scps, byActions);
    const key = actions.join();
    const found = byActions.get(key) ?? new DecidingStatements(scps, actions, this.numbers);
    byActions.set(key, found);
    return found;
  }

  /** A short name for a document: one is asked about many paths. */
  private document(policy: CompiledPolicy, account: string): string {
    const byAccount = this.documents.get(policy) ?? new Map<string, string>();
    this.documents.set(policy, byAccount);
    let key = byAccount.get(account);
    if (key === undefined) {
      const text = JSON.stringify([policy.id, policy.document]);
      key = String(this.numbers.of(keyOfText(text, account)));
      byAccount.set(account, key);
    }
    return key;
  }
}

/** The answers of this thread. */
export const sharedChecks = new SharedChecks();

/** Equal for JSON texts that are one another's with the two accounts swapped. */
export function keyOfText(text: string, account: string): string {
  // Anybody may write into a document what stands for an id here, and hide an id behind an escape.
  if (!/^\d{12}$/.test(account) || text.includes(ownAccount) || text.includes("\\u")) {
    return `${account} as it is ${text}`;
  }
  const shared = withoutAccount(text, account);
  return readsIntoIds(text) || shared.includes(account) ? `${account} ${shared}` : shared;
}

/** The answer for one account as that for the other: each in the other's place. */
function swapped(doubt: Doubt, one: string, other: string): Doubt {
  if (one === other) {
    return doubt;
  }
  const others: Record<string, string> = { [one]: other, [other]: one };
  const text = JSON.stringify(doubt).replace(
    /(?<![A-Za-z\d])\d{12}(?!\d)/g,
    (id) => others[id] ?? id,
  );
  return JSON.parse(text) as Doubt;
}
