import { KnownAccount, LandingZone } from "../model/landingZone";
import { identityUsersTrust } from "./userTrust";

/** Longest time since the MFA code was given, in seconds, for OSAccess to be assumed. */
const maximumMfaAge = 3600;

/** Who may assume OSAccess: any user of the identity account, with a fresh MFA code and, where declared, from a known network. */
export function osAccessTrust(zone: LandingZone, account: KnownAccount): string {
  const { sourceIp } = account.osAccess;
  return identityUsersTrust(zone, {
    NumericLessThan: { "aws:MultiFactorAuthAge": String(maximumMfaAge) },
    ...(sourceIp.length > 0 && { IpAddress: { "aws:SourceIp": sourceIp } }),
  });
}
