import { isDeepStrictEqual } from "node:util";
import type { LandingZone } from "../../model/landingZone";

/** The stacks that a change of grants makes different, of those that carry any; in the order of deployment. */
export async function changedStacks(before: LandingZone, after: LandingZone): Promise<string[]> {
  const { planNamedStack } = await import("../../engine/check");
  const { stackPrograms } = await import("../../stacks/stackPrograms");
  const touched = touchedAccounts(before, after);
  const candidates = stackPrograms(after)
    .filter(
      ({ kind, target }) => kind === "identity" || (kind === "account" && touched.has(target!)),
    )
    .map(({ name }) => name);
  const changed: string[] = [];
  for (const name of candidates) {
    const [old, fresh] = [await planNamedStack(before, name), await planNamedStack(after, name)];
    if (!isDeepStrictEqual(old, fresh)) {
      changed.push(name);
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
