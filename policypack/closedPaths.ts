import { AccountGuardrails, accountGuardrails, administrator } from "./accountGuardrails";
import { JudgedPath, PackConfiguration, exemptRoleNames } from "./configuration";
import { anyPrincipals } from "./holderPrincipals";
import { OpenPath, openPaths, roleArn } from "./openPaths";

const known = new WeakMap<PackConfiguration, Map<string, readonly JudgedPath[]>>();

/**
 * The paths that an account's guardrails do not close to an administrator. What they close to him they close to whoever
 * may do less, so that most documents need no proof of their own; accounts of one kind share the answer.
 */
export function pathsLeftOpen(
  configuration: PackConfiguration,
  account: string,
): readonly JudgedPath[] {
  const { accessPaths, guardrails } = configuration;
  const own = accountGuardrails(configuration, account);
  if (own.key === "") {
    return accessPaths;
  }
  const answers = known.get(configuration) ?? new Map<string, readonly JudgedPath[]>();
  known.set(configuration, answers);
  const before = answers.get(account);
  if (before !== undefined) {
    return before;
  }
  const texts = guardrails.flatMap((entry) => entry.serviceControlPolicies);
  const kind = JSON.stringify([
    own.key,
    texts.some((text) => setsApart(text, account)) && account,
    accessPaths.map(({ attacks }) => attacks.map(({ accounts }) => accounts?.includes(account))),
  ]);
  const found =
    answers.get(kind) ?? openToAdministrator(configuration, account, own).map(({ path }) => path);
  answers.set(kind, found).set(account, found);
  return found;
}

/** Whether a document may treat the account otherwise than one that it does not name, also by a piece of its number. */
export function setsApart(document: string, account: string): boolean {
  return document.includes(account) || /(?<![A-Za-z\d])\d{1,11}[*?]|[*?]\d/.test(document);
}

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
