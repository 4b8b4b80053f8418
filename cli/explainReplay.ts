import type { Explanation } from "../proof/explanation";
import type { LandingZone } from "../model/landingZone";
import { knownPathOrAction } from "./names";
import { Stop } from "./stop";

/** Decides a request of `sekisho check` again. */
export async function explainReplay(zone: LandingZone, json: string): Promise<Explanation> {
  const { readRequest } = await import("./requestShape");
  const request = readRequest(json);
  await knownPathOrAction(request.action);
  const { planAccounts } = await import("../engine/check");
  const { explainRequest } = await import("../proof/explain");
  const ids = new Set(json.match(/(?<!\d)\d{12}(?!\d)/g));
  const named = zone.accounts.filter(({ id }) => id !== undefined && ids.has(id));
  const planned = await planAccounts(zone, named);
  try {
    return explainRequest(planned, request);
  } catch (error) {
    throw new Stop((error as Error).message, 2);
  }
}
