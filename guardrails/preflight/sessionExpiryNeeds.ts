import { KnownAccount, LandingZone } from "../../model/landingZone";
import { regionalArn, sessionExpiry } from "../../model/names";
import { endsSessions } from "../../model/sessionExpiry";
import { Need, needsOfRole } from "./need";

/** What the function that ends sessions calls; without it sessions outlive their windows, and only its alarm tells. */
export function sessionExpiryNeeds(zone: LandingZone, account: KnownAccount): Need[] {
  return endsSessions(account)
    ? needsOfRole(
        zone,
        account,
        sessionExpiry,
        {
          who: `the role ${sessionExpiry}`,
          otherwise: `sessions in ${account.name} outlive their windows`,
        },
        zone.regions.flatMap((region) => [
          { action: "ssm:DescribeSessions", region },
          {
            action: "ssm:TerminateSession",
            resources: [regionalArn(zone, "ssm", region, account.id, "session/somebody-1")],
            region,
          },
        ]),
      )
    : [];
}
