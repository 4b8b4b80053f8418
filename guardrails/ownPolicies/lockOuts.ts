import { Fault } from "../../model/fault";
import { LandingZone, OwnPolicy } from "../../model/landingZone";
import { OwnPolicyText } from "./text";
import { LockOut, lockOuts } from "../preflight/lockOut";

/** A statement of the organization's own that stops what must stay possible, with all that it stops for one caller. */
interface Stop {
  readonly policy: OwnPolicy;
  readonly index: number;
  readonly isAllowList: boolean;
  readonly lockOuts: LockOut[];
}

/**
 * A fault for each statement of the organization's own that locks out the deploy role, the users, OSAccess, the nodes or
 * an automation role: a Deny that stops them for certain, or an Allow list that leaves out what they need.
 */
export function ownPolicyLockOutFaults(zone: LandingZone): Fault[] {
  const own = zone.guardrails.flatMap(({ policies = [] }) => policies);
  if (own.length === 0) {
    return [];
  }
  const stops = new Map<string, Stop>();
  for (const lockOut of lockOuts(zone)) {
    const found = stopOf(zone, own, lockOut);
    if (found !== undefined) {
      const key = `${found.policy.file} ${found.index} ${lockOut.need.who}`;
      const stop = stops.get(key) ?? { ...found, lockOuts: [] };
      stop.lockOuts.push(lockOut);
      stops.set(key, stop);
    }
  }
  return [...stops.values()].map((stop) =>
    new OwnPolicyText(stop.policy).fault(`Statement[${stop.index}]`, messageOf(stop)),
  );
}

function stopOf(
  zone: LandingZone,
  own: readonly OwnPolicy[],
  { stoppedBy }: LockOut,
): Omit<Stop, "lockOuts"> | undefined {
  if ("statement" in stoppedBy) {
    const { policy: file, index } = stoppedBy.statement;
    const policy = own.find((each) => each.file === file);
    return policy && { policy, index, isAllowList: false };
  }
  if ("level" in stoppedBy) {
    const target = zone.guardrails.find(({ name }) => name === stoppedBy.level);
    for (const policy of target?.policies ?? []) {
      const allow = new OwnPolicyText(policy).statements.find(
        ({ elements }) => elements.Effect === "Allow",
      );
      if (allow !== undefined) {
        return { policy, index: allow.index, isAllowList: true };
      }
    }
  }
  return undefined;
}

function messageOf({ isAllowList, lockOuts }: Stop): string {
  const [{ need }] = lockOuts as [LockOut];
  const actions = [...new Set(lockOuts.map(({ need: { request } }) => request.action))];
  const what = firstFew(actions);
  const accounts = new Set(lockOuts.map(({ need }) => need.owner.name));
  const others = accounts.size > 1 ? ` (the same in ${accounts.size - 1} other accounts)` : "";
  const harm = `${need.otherwise}${others}`;
  return isAllowList
    ? `found an Allow list without ${what} for ${need.who}: ${harm}, allowed is one that has them: add them, or keep FullAWSAccess and write Deny statements.`
    : `found a Deny of ${what} for ${need.who}: ${harm}, allowed is a Deny that spares it: exempt its exact name, or narrow the statement.`;
}

/** The first few by name, the others counted. */
function firstFew(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
