import { accountGuardrails, guardrailsOf } from "./accountGuardrails";
import { openToAdministrator } from "./closedPaths";
import type { GuardrailsInForce, PackConfiguration } from "./configuration";
import { nowhere } from "./openPaths";
import { pathTexts } from "./openPathMessages";
import { StackMember, Subject, stackPolicy } from "./policy";
import { textOf } from "./properties";
import { isOurs, stackOf } from "./unknown";

/** What a resource policy cannot see: that a guardrail is no longer there, or no longer attached. */
export const guardrailsKeepPathsClosed = stackPolicy({
  name: "guardrails-keep-paths-closed",
  description: "A guardrails stack must attach SCPs that close every access path below its target.",
  severity: "critical",
  remediationSteps:
    "Take the change back; what closes a path stands in guardrails/accessPaths, and sekisho check proves it.",
  checks: [{ types: ["pulumi:pulumi:Stack"], violations }],
});

const policyType = "aws:organizations/policy:Policy";
const attachmentType = "aws:organizations/policyAttachment:PolicyAttachment";

function* violations(
  subject: Subject,
  configuration: PackConfiguration,
  stack: readonly StackMember[],
) {
  if (!isOurs(subject) || !stackOf(subject).startsWith("guardrails-")) {
    return;
  }
  const attached = new Map<string, string[]>();
  for (const attachment of stack.filter(({ type }) => type === attachmentType)) {
    const target = textOf(attachment, "targetId") ?? "";
    const policies = attachment.propertyDependencies?.policyId ?? [];
    const contents = policies
      .filter(({ type }) => type === policyType)
      .flatMap((policy) => textOf(policy, "content") ?? []);
    attached.set(target, [...(attached.get(target) ?? []), ...contents]);
  }
  if (attached.size === 0) {
    yield (
      `The stack '${stackOf(subject)}' must attach its guardrails, but attaches none: below its target every ` +
      "access path would be open. Take the change back."
    );
  }
  for (const [target, serviceControlPolicies] of attached) {
    yield* openBelow(target, serviceControlPolicies, configuration);
  }
}

/** What an administrator could do in the accounts below the target. */
function* openBelow(
  target: string,
  serviceControlPolicies: readonly string[],
  configuration: PackConfiguration,
) {
  for (const { account, others } of accountsBelow(target, configuration)) {
    const guardrails = guardrailsOf([{ serviceControlPolicies }, ...others]);
    const open = openToAdministrator(configuration, account, guardrails);
    if (open.length > 0) {
      yield (
        `The guardrails of '${target}' must close every access path, but leave ${pathTexts(open)} open` +
        `${account === nowhere ? "" : ` in the account ${account}`}. Take the change back.`
      );
    }
  }
}

/** One account of each kind below the target: what else is attached to it makes the difference. */
function accountsBelow(
  target: string,
  configuration: PackConfiguration,
): { account: string; others: readonly GuardrailsInForce[] }[] {
  const [own, ...rest] = configuration.guardrails.filter(({ targets }) => targets.includes(target));
  const kinds = new Map<string, { account: string; others: readonly GuardrailsInForce[] }>();
  for (const account of own?.accounts ?? []) {
    const others = configuration.guardrails.filter(
      (entry) => entry !== own && entry.accounts.includes(account),
    );
    const key = accountGuardrails(configuration, account).key;
    kinds.set(key, kinds.get(key) ?? { account, others });
  }
  return kinds.size > 0 ? [...kinds.values()] : [{ account: nowhere, others: rest }];
}
