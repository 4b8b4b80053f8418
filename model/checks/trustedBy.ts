import { AccountNames } from "../accountNames";
import { Fault, quoted } from "../fault";
import { inOrder, own } from "../records";
import { Draft } from "./draft";
import { declaredRoles, reservedFor } from "./roles";

const place = ["deploy", "trustedBy"];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html: paths that only AWS gives. */
const reservedPaths = [
  ["aws-service-role/", "a service-linked role"],
  ["aws-reserved/", "a role of IAM Identity Center"],
] as const;

/** AWS's policies known to change nothing and to assume no role; whatever is not listed counts as write access. */
const harmlessPolicy =
  /^arn:aws(-cn|-us-gov)?:iam::aws:policy\/(ReadOnlyAccess|SecurityAudit|job-function\/ViewOnlyAccess)$/;

/**
 * Whoever can take the CI role deploys to every account: it is CI's alone, in an account of this organization
 * in which no person could rewrite its trust.
 */
export function* checkTrustedBy(draft: Draft): Generator<Fault> {
  const { input, source } = draft;
  if (input.deploy === undefined) {
    return;
  }
  const [accountId, resource] = input.deploy.trustedBy.split(":").slice(4) as [string, string];
  const role = resource.replace("role/", "");
  const owner = ownerOf(role, draft);
  if (owner !== undefined) {
    const found = `found the role ${quoted(role)}, whose name is that of ${owner}`;
    const allowed = "the ARN of a role of CI alone";
    yield source.fault(place, `${found}, allowed is ${allowed}: name another role.`);
  }
  const account = inOrder(input.accounts, source.keys("accounts")).find(
    ([, { id }]) => id === accountId,
  )?.[0];
  if (account !== undefined) {
    yield* checkWriteAccess(account, draft);
  } else if (idsRead(draft)) {
    const found = `found the account ${quoted(accountId)}`;
    const allowed =
      "one of accounts, because the deploy role trusts nobody outside the organization";
    yield source.fault(
      place,
      `${found}, allowed is ${allowed}: declare it or name a role of another account.`,
    );
  }
}

/** Whose the name is already. Names are compared without case, as IAM does. */
function ownerOf(role: string, draft: Draft): string | undefined {
  const path = reservedPaths.find(([prefix]) => role.startsWith(prefix))?.[1];
  const name = role.slice(role.lastIndexOf("/") + 1);
  const taken = [
    ...declaredRoles(draft),
    ...Object.values(draft.input.accounts ?? {}).flatMap(({ nodeRoles }) =>
      nodeRoles.map((nodeRole) => ({ name: nodeRole, what: "a role of nodes" })),
    ),
  ].find((other) => other.name.toLowerCase() === name.toLowerCase());
  return path ?? reservedFor(name) ?? taken?.what;
}

/** At most one fault, for the first group whose members could make themselves the CI role. */
function* checkWriteAccess(account: string, { input, source }: Draft): Generator<Fault> {
  const accounts = inOrder(input.accounts, source.keys("accounts"));
  const names = new AccountNames(accounts.map(([name, { ou }]) => [name, ou]));
  for (const [group, { switchTo }] of inOrder(input.groups, source.keys("groups"))) {
    for (const target of switchTo) {
      const writes = own(input.roles, target.role)?.policies.find(
        (policy) => !harmlessPolicy.test(policy),
      );
      if (writes !== undefined && names.expand(target.accounts).includes(account)) {
        const role = `${quoted(target.role)} with ${quoted(writes)}`;
        const found = `found a role of the account ${quoted(account)}, where the group ${quoted(group)} may switch to ${role}`;
        const allowed =
          "a role of an account into which nobody switches with write access, because that can take the CI role and with it every account";
        yield source.fault(
          place,
          `${found}, allowed is ${allowed}: put the CI role into such an account.`,
        );
        return;
      }
    }
  }
}

/** Whether no account's id is missing from the draft for a fault of its own, which might be the one we look for. */
function idsRead({ input, source }: Draft): boolean {
  return (
    source.isMap("accounts") &&
    source
      .keys("accounts")
      .every(
        (name) =>
          !source.has("accounts", name, "id") || own(input.accounts, name)?.id !== undefined,
      )
  );
}
