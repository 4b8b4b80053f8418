import { PlannedIdentities, mergeIdentities } from "../proof/plannedIdentities";
import { PlannedOrganization } from "../proof/plannedOrganization";
import { LandingZone } from "../model/landingZone";
import { accountOfStack } from "./stackAccount";
import { PlannedStack } from "./stackReport";

/** Everything that the planned stacks make in IAM, account by account. */
export function plannedOrganization(
  zone: LandingZone,
  stacks: readonly Pick<PlannedStack, "report" | "identities">[],
): PlannedOrganization {
  const texts = new Texts();
  const parts = new Map<string, PlannedIdentities[]>();
  for (const { report, identities } of stacks) {
    if (identities !== undefined) {
      const { name } = accountOfStack(zone, report);
      parts.set(name, [...(parts.get(name) ?? []), texts.shared(identities)]);
    }
  }
  return new PlannedOrganization(
    zone,
    new Map([...parts].map(([account, several]) => [account, mergeIdentities(several)])),
  );
}

/** Keeps one copy of texts that many accounts have: each worker sends its own. */
class Texts {
  private readonly known = new Map<string, PlannedIdentities["identities"][number]>();

  shared({ identities, managed }: PlannedIdentities): PlannedIdentities {
    return {
      identities: identities.map((identity) => {
        const text = JSON.stringify(identity);
        const known = this.known.get(text) ?? identity;
        this.known.set(text, known);
        return known;
      }),
      managed,
    };
  }
}
