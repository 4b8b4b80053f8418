import { isDeepStrictEqual } from "node:util";
import type { LandingZone } from "../../model/landingZone";
import type { StackPlan } from "../../engine/plan";

/** A stack that a change of grants makes different. */
export interface ChangedStack {
  readonly name: string;
  readonly kind: string;
  /** Why it cannot be planned, in one line; none: it can. */
  readonly fault?: string;
}

/** The stacks that a change of grants makes different, or impossible; in the order of deployment. */
export async function changedStacks(
  before: LandingZone,
  after: LandingZone,
): Promise<ChangedStack[]> {
  const { planNamedStack } = await import("../../engine/check");
  const { stackPrograms } = await import("../../stacks/stackPrograms");
  const { visible } = await import("../../model/fault");
  const planned = async (zone: LandingZone, name: string): Promise<StackPlan | string> => {
    try {
      return await planNamedStack(zone, name);
    } catch (error) {
      return visible((error as Error).message.split("\n")[0]!);
    }
  };
  const touched = touchedAccounts(before, after);
  const candidates = stackPrograms(after).filter(
    ({ kind, target }) => kind === "identity" || (kind === "account" && touched.has(target!)),
  );
  const changed: ChangedStack[] = [];
  for (const { name, kind } of candidates) {
    const [old, fresh] = [await planned(before, name), await planned(after, name)];
    if (typeof fresh === "string") {
      changed.push({ name, kind, fault: fresh });
    } else if (!isDeepStrictEqual(old, fresh)) {
      changed.push({ name, kind });
    }
  }
  return changed;
}

function touchedAccounts(before: LandingZone, after: LandingZone): Set<string> {
  const texts = (zone: LandingZone) => new Map(zone.grants.map((grant) => [grant.id, grant]));
  const [old, fresh] = [texts(before), texts(after)];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (id) => !isDeepStrictEqual(old.get(id), fresh.get(id)),
  );
  return new Set(
    ids.flatMap((id) => [...(old.get(id)?.accounts ?? []), ...(fresh.get(id)?.accounts ?? [])]),
  );
}
