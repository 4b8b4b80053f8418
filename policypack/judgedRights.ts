import type { CompiledPolicy } from "../iam/compile";
import { accountGuardrails } from "./accountGuardrails";
import { exemptArns, pathsLeftOpen } from "./closedPaths";
import { PackConfiguration, exemptRole } from "./configuration";
import { anyPrincipals, namedPrincipals } from "./holderPrincipals";
import { JudgedRights, boundaryOf } from "./managedRights";
import { openPathMessages, whyOpen } from "./openPathMessages";
import { OpenPath, Rights, nowhere, openPaths } from "./openPaths";
import type { Subject } from "./policy";
import { accountsOf, listOf, textOf } from "./properties";
import { rightsHolders } from "./rightsHolders";
import { isOurs, knownOr, madeByComponent } from "./unknown";
import type { WrittenPolicies } from "./writtenPolicies";

/** Judges each of some rights that a resource hands out, in every account that it may land in. */
export function* judgeRights(
  subject: Subject,
  rights: readonly JudgedRights[],
  configuration: PackConfiguration,
  written: WrittenPolicies,
): Iterable<string> {
  const { holders, boundary } = rightsHolders[subject.type]!;
  const anywhere = holders.some(({ kind }) => kind === "permission set");
  const accounts = anywhere ? [] : accountsOf(subject);
  for (const found of rights) {
    if ("unreadable" in found) {
      yield found.unreadable;
      continue;
    }
    for (const account of accounts.length > 0 ? accounts : [nowhere]) {
      const open = openIn(subject, account, found.policy, configuration, () =>
        boundaryOf(boundary && textOf(subject, boundary), written, configuration),
      );
      const reason = whyOpen(subject, account, accountGuardrails(configuration, account));
      yield* openPathMessages(found, open, reason);
    }
  }
}

/**
 * What the rights open in one account. Who gets them, and within which boundary, is asked last: most rights open nothing
 * to anyone, and names are less often known than documents.
 */
function openIn(
  subject: Subject,
  account: string,
  identity: () => CompiledPolicy,
  configuration: PackConfiguration,
  boundary: () => Rights["boundary"],
): OpenPath[] {
  const { holders } = rightsHolders[subject.type]!;
  const guardrails = accountGuardrails(configuration, account);
  const exempt = exemptHolders(subject, configuration);
  if (exempt.length > 0) {
    if (isLandingZonesOwn(subject, exempt, configuration)) {
      return [];
    }
    const named = namedPrincipals(subject, holders, account, configuration);
    // An exempt role has no path, which another policy sees to.
    const principals = named.filter(
      (arn) => !exempt.some((role) => arn.endsWith(`:role/*/${role}`)),
    );
    const where = { account, guardrails, principals };
    return openPaths(
      configuration.accessPaths,
      { identity: identity(), boundary: boundary() },
      where,
      configuration,
    );
  }
  const where = { account, guardrails, except: exemptArns(configuration, account) };
  const anyone = { ...where, principals: anyPrincipals(holders, account, configuration) };
  const left = pathsLeftOpen(configuration, account);
  const open =
    left.length === 0 ? [] : openPaths(left, { identity: identity() }, anyone, configuration);
  if (open.length === 0) {
    return [];
  }
  const named = { ...where, principals: namedPrincipals(subject, holders, account, configuration) };
  const paths = open.map(({ path }) => path);
  return openPaths(paths, { identity: identity(), boundary: boundary() }, named, configuration);
}

/** The exempt roles among those who get the rights. A name that is not known yet is judged once it is. */
function exemptHolders(subject: Subject, configuration: PackConfiguration): string[] {
  return rightsHolders[subject.type]!.holders.flatMap(({ kind, key }) => {
    const names =
      kind === "role" && key !== undefined ? knownOr([], () => listOf(subject, key)) : [];
    return names.flatMap((name) => exemptRole(configuration, name) ?? []);
  });
}

/** Rights of OSAccess and the deploy role, by their component: each is limited by another document beside it. */
function isLandingZonesOwn(
  subject: Subject,
  exempt: readonly string[],
  { osAccessRole, deployRole }: PackConfiguration,
): boolean {
  return (
    isOurs(subject) &&
    madeByComponent(subject) &&
    exempt.every((role) => role === osAccessRole || role === deployRole)
  );
}
