import { catalogue } from "../guardrails/catalogue";
import { knownAccounts } from "../model/names";
import { sessionActions } from "../proof/proofOfSessions";
import { zoneWith } from "../test/zone";

/** What RCPs and trust policies ask about beside the catalogue. */
const federatedAssumption = ["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];

/** Every action that the guardrails or a proof of them ask about, each once: AWS's own policies are kept for these. */
export function askedActions(): string[] {
  const zone = zoneWith();
  const attacks = catalogue.flatMap((path) =>
    knownAccounts(zone).flatMap((account) => path.attack?.(zone, account).actions ?? []),
  );
  const listed = catalogue.flatMap(({ actions }) => actions);
  return [...new Set([...listed, ...attacks, ...sessionActions, ...federatedAssumption])].sort();
}
