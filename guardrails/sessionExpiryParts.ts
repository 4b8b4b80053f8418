import { LandingZone } from "../model/landingZone";
import { regionalArn, sessionExpiry } from "../model/names";

/** ARN of the schedule of the function that ends sessions. */
export function expirySchedule(zone: LandingZone, region = "*", account = "*"): string {
  return regionalArn(zone, "events", region, account, `rule/${sessionExpiry}`);
}

/** ARNs of all that ends sessions in a region: the function, by its name and by name and version, its schedule, its alarm. */
export function sessionExpiryParts(zone: LandingZone, region = "*", account = "*"): string[] {
  return [
    regionalArn(zone, "lambda", region, account, `function:${sessionExpiry}`),
    regionalArn(zone, "lambda", region, account, `function:${sessionExpiry}:*`),
    expirySchedule(zone, region, account),
    regionalArn(zone, "cloudwatch", region, account, `alarm:${sessionExpiry}`),
  ];
}
