import { KnownAccount, LandingZone } from "../model/landingZone";
import { roleArn } from "../model/names";
import { Exemption, exemptRoles } from "./exemptions";

/** Kinds of roles that are exempt by name wherever they stand. */
export const inEveryAccount: readonly Exemption[] = ["osAccess", "automation", "deploy", "reader"];

/** A name that is exempt everywhere is worth having where no such role stands. */
function namesIn(zone: LandingZone, kind: Exemption, account: KnownAccount): readonly string[] {
  return inEveryAccount.includes(kind) ? exemptRoles(zone, kind) : exemptRoles(zone, kind, account);
}

/** Roles of that kind as targets of an attack, in one account. */
export function attackOn(...kinds: Exemption[]) {
  return (zone: LandingZone, account: KnownAccount) => ({
    resources: kinds.flatMap((kind) =>
      namesIn(zone, kind, account).map((role) => roleArn(zone, account.id, role)),
    ),
  });
}
