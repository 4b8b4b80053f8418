import { NamedAccounts } from "../guardrails/namedAccounts";
import { AccountGuardrails, accountGuardrails, administrator } from "./accountGuardrails";
import { isDeclared } from "./attacksOn";
import { JudgedPath, PackConfiguration, exemptRoleNames } from "./configuration";
import { anyPrincipals } from "./holderPrincipals";
import { OpenPath, openPaths, roleArn } from "./openPaths";

/** By account, and by kind of account. */
const known = new WeakMap<PackConfiguration, Map<string, readonly JudgedPath[]>>();

/**
 * The paths that an account's guardrails do not close to an administrator. What they close to him they close to whoever
 * may do less, so that most documents need no proof of their own; accounts of one kind share the answer.
 */
export function pathsLeftOpen(
  configuration: PackConfiguration,
  account: string,
): readonly JudgedPath[] {
  const guardrails = accountGuardrails(configuration, account);
  if (guardrails.key === "") {
    return configuration.accessPaths;
  }
  const answers = known.get(configuration) ?? new Map<string, readonly JudgedPath[]>();
  known.set(configuration, answers);
  const before = answers.get(account);
  if (before !== undefined) {
    return before;
  }
  const kind = kindOf(configuration, account, guardrails);
  const found =
    answers.get(kind) ??
    openToAdministrator(configuration, account, guardrails).map(({ path }) => path);
  answers.set(kind, found).set(account, found);
  return found;
}

/** Equal for accounts of which the SCPs and the attacks say the same: why that is enough, proof/proofSharing.ts says. */
function kindOf(
  configuration: PackConfiguration,
  account: string,
  guardrails: AccountGuardrails,
): string {
  const attacks = configuration.accessPaths.flatMap((path) => path.attacks);
  let named = namedIn.get(guardrails);
  if (named === undefined) {
    const documents = guardrails.scps.flat().map(({ document }) => document);
    const asked = attacks.map((attack) => ({ ...attack, accounts: [] }));
    named = new NamedAccounts([...documents, ...asked].map((each) => JSON.stringify(each)));
    namedIn.set(guardrails, named);
  }
  return JSON.stringify([
    guardrails.key,
    isDeclared(account, configuration),
    attacks.map(({ accounts }) => accounts?.includes(account) ?? true),
    named.groupOf(account),
  ]);
}

const namedIn = new WeakMap<AccountGuardrails, NamedAccounts>();

/** What an administrator of the account could do, whatever his name but that of an exempt role. */
export function openToAdministrator(
  configuration: PackConfiguration,
  account: string,
  guardrails: Pick<AccountGuardrails, "scps">,
): OpenPath[] {
  const where = {
    account,
    guardrails,
    principals: anyPrincipals([{ kind: "anyone" }], account, configuration),
    except: exemptArns(configuration, account),
  };
  return openPaths(configuration.accessPaths, { identity: administrator }, where, configuration);
}

/** Exempt roles get their rights from the landing zone alone, which another policy sees to. */
export function exemptArns(configuration: PackConfiguration, account: string): string[] {
  return exemptRoleNames(configuration).map((role) => roleArn(configuration, account, role));
}
