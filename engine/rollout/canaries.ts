import { accountsBelow } from "../../guardrails/coverage";
import { GuardrailTarget, LandingZone } from "../../model/landingZone";
import { knownAccounts } from "../../model/names";
import { Canaries } from "./waves";

/**
 * The canaries of a rollout: the target with the fewest accounts below it that has any, and the first of those accounts, so
 * that the account which is first under the new guardrails is also the one whose roles were made first. `wanted` names the
 * target instead.
 *
 * @throws Error, one line, where `wanted` is no target with a stack
 */
export function canariesOf(zone: LandingZone, wanted?: string): Canaries {
  const targets = zone.guardrails.filter(({ id }) => id !== undefined);
  const target =
    wanted === undefined ? smallest(zone, targets) : targets.find(({ name }) => name === wanted);
  if (wanted !== undefined && target === undefined) {
    const names = targets.map(({ name }) => name).join(", ");
    throw new Error(
      `--canary ${wanted}: no guardrails are deployed to a target of that name. Allowed: ${names || "none yet"}.`,
    );
  }
  const below = target === undefined ? [] : accountsBelow(zone, target);
  const account = below[0] ?? knownAccounts(zone)[0]!;
  return { account: account.name, ...(target !== undefined && { target: target.name }) };
}

function smallest(
  zone: LandingZone,
  targets: readonly GuardrailTarget[],
): GuardrailTarget | undefined {
  const sized = targets.map((target) => ({ target, size: accountsBelow(zone, target).length }));
  const populated = sized.filter(({ size }) => size > 0);
  return (populated.length > 0 ? populated : sized).sort((a, b) => a.size - b.size)[0]?.target;
}
