import { IdentityUsers } from "../components/identityUsers";
import { UserGrants } from "../components/userGrants";
import { LandingZone } from "../model/landingZone";
import { identityAccount } from "../model/names";
import { deployProvider } from "./provider";

/** In the identity account: the users, what they may switch to, and their live grants. */
export function identityStack(zone: LandingZone): void {
  const providers = { aws: deployProvider(zone, identityAccount(zone)) };
  const { users } = new IdentityUsers("identity", { zone }, { providers });
  for (const [user, { name }] of users) {
    if (zone.grants.some((grant) => grant.user === user)) {
      new UserGrants(`grants-${user}`, { zone, user, userName: name }, { providers });
    }
  }
}
