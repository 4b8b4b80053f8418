import { withoutAccount } from "../guardrails/namedAccounts";
import { AccessPath } from "../guardrails/accessPath";
import { catalogue, pathsOntoNodes } from "../guardrails/catalogue";
import { attackOf, exemptNames, isPathIn } from "../proof/proofOfPath";
import { LandingZone } from "../model/landingZone";
import { knownAccounts } from "../model/names";
import type { JudgedAttack, JudgedPath } from "./configuration";

const passing = "iam:PassRole";

/**
 * The paths by which a right that a program hands out ends on a node: those of the catalogue that do, and passing an
 * exempt role. Those that only protect the guardrails themselves are left to the SCPs.
 */
export function judgedPaths(zone: LandingZone): JudgedPath[] {
  return catalogue.flatMap((path) => {
    const attacks = attacksOf(zone, path);
    const judged = pathsOntoNodes.includes(path)
      ? attacks
      : attacks
          .filter(({ actions }) => actions.includes(passing))
          .map((attack) => ({ ...attack, actions: [passing] }));
    return judged.length === 0 ? [] : [{ id: path.id, attacks: judged }];
  });
}

/** The attacks on all accounts that have the path, each once, its own account's id taken out. */
function attacksOf(zone: LandingZone, path: AccessPath): JudgedAttack[] {
  const all = knownAccounts(zone);
  const byText = new Map<string, string[]>();
  for (const account of all.filter((each) => isPathIn(zone, each, path))) {
    const { actions, resources, context, present, absent } = attackOf(zone, account, path);
    const exempt = exemptNames(zone, account, path);
    const text = withoutAccount(
      JSON.stringify({ exempt, actions, resources, context, present, absent }),
      account.id,
    );
    const alike = byText.get(text) ?? [];
    alike.push(account.id);
    byText.set(text, alike);
  }
  return [...byText].map(([text, accounts]) => ({
    ...(accounts.length < all.length && { accounts }),
    ...(JSON.parse(text) as JudgedAttack),
  }));
}
