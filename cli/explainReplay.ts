import type { Explanation } from "../guardrails/explanation";
import type { Request } from "../iam/request";
import type { LandingZone } from "../model/landingZone";
import { Stop } from "./stop";

/** Decides a request of `sekisho check` again. */
export async function explainReplay(zone: LandingZone, json: string): Promise<Explanation> {
  const request = readRequest(json);
  const { planAccounts } = await import("../engine/check");
  const { explainRequest } = await import("../guardrails/explain");
  const ids = new Set(json.match(/(?<!\d)\d{12}(?!\d)/g));
  const named = zone.accounts.filter(({ id }) => id !== undefined && ids.has(id));
  const planned = await planAccounts(zone, named);
  try {
    return explainRequest(planned, request);
  } catch (error) {
    throw new Stop((error as Error).message, 2);
  }
}

function readRequest(json: string): Request {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Stop(`The request is not JSON: ${(error as Error).message}.`, 2);
  }
  const { principal, action, resources } = (value ?? {}) as Partial<Request>;
  if (principal === undefined || typeof action !== "string" || !Array.isArray(resources)) {
    throw new Stop(
      "A request has a principal, an action and resources, as in the JSON of 'sekisho check'.",
      2,
    );
  }
  return value as Request;
}
