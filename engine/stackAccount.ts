import { KnownAccount, LandingZone } from "../model/landingZone";
import { accountNamed, identityAccount, managementAccount } from "../model/names";
import { StackProgram } from "../stacks/stackPrograms";

/** The account in which a stack makes its resources. */
export function accountOfStack(
  zone: LandingZone,
  { kind, target }: Pick<StackProgram, "kind" | "target">,
): KnownAccount {
  switch (kind) {
    case "bootstrap":
    case "account":
      // An account whose id is not known has no stack.
      return accountNamed(zone, target!) as KnownAccount;
    case "identity":
      return identityAccount(zone);
    case "organization":
    case "guardrails":
      return managementAccount(zone);
  }
}
