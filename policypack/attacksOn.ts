import { ofAccount, ownAccount } from "../guardrails/namedAccounts";
import type { JudgedAttack, JudgedPath, PackConfiguration } from "./configuration";

/** The attacks of a path on one account; all that there are on an account that nobody declared. */
export function attacksOn(
  { attacks }: JudgedPath,
  account: string,
  configuration: PackConfiguration,
): Omit<JudgedAttack, "accounts">[] {
  return attacks
    .filter(({ accounts }) => accounts?.includes(account) ?? true)
    .concat(isDeclared(account, configuration) ? [] : attacks.filter(({ accounts }) => accounts))
    .map(({ exempt, actions, resources, context, present, absent }) => {
      const asked = { exempt, actions, resources, context, present, absent };
      const text = JSON.stringify(asked);
      return text.includes(ownAccount)
        ? (JSON.parse(ofAccount(text, account)) as typeof asked)
        : asked;
    });
}

/** Whether organization.yaml has the account. */
export function isDeclared(account: string, { transcriptRetention }: PackConfiguration): boolean {
  return Object.hasOwn(transcriptRetention, account);
}
