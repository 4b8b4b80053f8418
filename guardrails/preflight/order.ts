import { PreflightFinding } from "./finding";
import { GuardrailTarget, LandingZone } from "../../model/landingZone";
import { knownAccounts } from "../../model/names";
import { accountsBelow } from "../coverage";
import { OwnPolicyText } from "../ownPolicies/text";

/** The order in which a rollout is safe, and what only somebody with AWS before him can look up. */
export function* orderFindings(zone: LandingZone): Generator<PreflightFinding> {
  const known = zone.guardrails.filter(({ id }) => id !== undefined);
  if (known.length === 0) {
    return;
  }
  yield { level: "note", message: safeOrder(zone, known) };
  yield {
    level: "note",
    message:
      "SERVICE_CONTROL_POLICY and RESOURCE_CONTROL_POLICY must be enabled in the organization; Sekisho does not enable them. " +
      "Disabling a type detaches every policy of it.",
  };
  yield {
    level: "note",
    message:
      "Policies that somebody else has attached are not known here: they take slots and may lock out more. " +
      "Name them in guardrails.policies, or compare aws organizations list-policies-for-target.",
  };
  yield {
    level: "note",
    message:
      `No SCP and no RCP binds the management account: from ${zone.organization.management} every guardrail can be ` +
      "detached again, by aws organizations detach-policy or pulumi destroy.",
  };
  yield* allowLists(known);
}

/**
 * Roles before guardrails: once attached, nobody but the deploy role makes or changes a role that they exempt. The target
 * with the fewest accounts goes first, and that of the identity account last: without it nobody could look after the users.
 */
function safeOrder(zone: LandingZone, targets: readonly GuardrailTarget[]): string {
  const reach = targets.map((target) => ({ target, accounts: accountsBelow(zone, target) }));
  const hasUsers = ({ accounts }: (typeof reach)[number]) =>
    accounts.some(({ name }) => name === zone.organization.identity);
  const ordered = reach
    .sort((a, b) => a.accounts.length - b.accounts.length)
    .sort((a, b) => Number(hasUsers(a)) - Number(hasUsers(b)));
  const [canary, ...others] = ordered.map(({ target }) => target.name);
  const members = knownAccounts(zone).length;
  const then = others.length === 0 ? "" : `, then those of ${others.join(", ")}`;
  return (
    `The safe order: the bootstrap, identity and account stacks of all ${members} accounts, so that the roles which the guardrails ` +
    `exempt exist; then the guardrails of ${canary} as the canary, one session and one deployment below it${then}. ` +
    "To take accounts back, detach the guardrails before their roles go."
  );
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html */
function* allowLists(targets: readonly GuardrailTarget[]): Generator<PreflightFinding> {
  for (const { name, policies = [] } of targets) {
    for (const policy of policies) {
      const { statements } = new OwnPolicyText(policy);
      if (statements.some(({ elements }) => elements.Effect === "Allow")) {
        yield {
          target: name,
          level: "note",
          message:
            `${policy.file} allows, and allows nothing less than before while FullAWSAccess is attached to ${name}: ` +
            "detach that by hand once this one is attached; Sekisho never does.",
        };
      }
    }
  }
}
