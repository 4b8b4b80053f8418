import type { PackConfiguration } from "./configuration";
import type { Subject } from "./policy";
import { listOf } from "./properties";
import type { Holder, HolderKind } from "./rightsHolders";

/** ARN patterns, after `arn:<partition>:iam::<account>:`, of whoever may get rights of that kind. */
const anybody: Readonly<Record<HolderKind, readonly string[]>> = {
  role: ["role/*"],
  user: ["user/*"],
  group: ["user/*"],
  anyone: ["role/*", "user/*"],
  "permission set": ["role/aws-reserved/sso.amazonaws.com/*"],
};

/** Everybody who could hold such rights in an account, whatever the resource says. */
export function anyPrincipals(
  holders: readonly Holder[],
  account: string,
  { partition }: PackConfiguration,
): string[] {
  return withPrefix(
    holders.flatMap(({ kind }) => anybody[kind]),
    account,
    partition,
  );
}

/**
 * Those whom the resource names, whatever their path. Who is not named cannot be told from anyone; a group stands for any
 * user. Throws where a name is not known yet.
 */
export function namedPrincipals(
  subject: Subject,
  holders: readonly Holder[],
  account: string,
  configuration: PackConfiguration,
): string[] {
  const named = holders.flatMap(({ kind, key }) => {
    const names = key === undefined ? [] : listOf(subject, key).map(String);
    return kind === "role" || kind === "user"
      ? names.flatMap((name) => [`${kind}/${name}`, `${kind}/*/${name}`])
      : names.flatMap(() => anybody[kind]);
  });
  return named.length === 0
    ? anyPrincipals(holders, account, configuration)
    : withPrefix(named, account, configuration.partition);
}

function withPrefix(patterns: readonly string[], account: string, partition: string): string[] {
  return [...new Set(patterns)].map((pattern) => `arn:${partition}:iam::${account}:${pattern}`);
}
