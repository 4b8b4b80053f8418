import { Guardrails } from "../components/guardrails";
import { GuardrailTarget, LandingZone } from "../model/landingZone";
import { managementAccount } from "../model/names";
import { deployProvider } from "./provider";

/** In the management account: the SCPs and RCPs of one OU or account. */
export function guardrailsStack(
  zone: LandingZone,
  target: GuardrailTarget & { readonly id: string },
): void {
  const providers = { aws: deployProvider(zone, managementAccount(zone)) };
  new Guardrails("guardrails", { zone, target }, { providers });
}
