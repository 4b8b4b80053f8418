import { compile } from "../../iam/compile";
import { StatementReference } from "../../iam/compiledStatement";
import { Policies } from "../../iam/decision";
import { evaluate } from "../../iam/evaluate";
import { PolicyDocument } from "../../iam/policyDocument";
import { KnownAccount, LandingZone } from "../../model/landingZone";
import { identityAccount, knownAccounts, ouAndAncestors } from "../../model/names";
import { organizationPolicies } from "../organizationPolicies";
import { automationNeeds, nodeNeeds } from "./nodeNeeds";
import { deployNeeds } from "./deployNeeds";
import { entryNeeds } from "./entryNeeds";
import { Need } from "./need";
import { isGiven } from "./keys";
import { PoliciesAbove } from "./policies";
import { sessionExpiryNeeds } from "./sessionExpiryNeeds";

/** Something that must stay possible and that the control policies stop, or may stop. */
export interface LockOut {
  readonly need: Need;
  /** What stops it for certain; or the condition keys that it hangs on. */
  readonly stoppedBy:
    | { readonly statement: StatementReference }
    /** A level at which nothing allows it: its name, `Workloads/Production`. */
    | { readonly level: string }
    | { readonly unknownKeys: readonly string[] };
}

/**
 * Everything that the deploy role, the users, OSAccess, the nodes, the automation roles and what ends sessions must be able to do
 * in every guarded account and that SCPs and RCPs stop: ours and the organization's own together, as far as organization.yaml says.
 * Each need is asked as one request with all rights; what only control policies can take away is taken away by them.
 */
export function lockOuts(zone: LandingZone): readonly LockOut[] {
  let found = answers.get(zone);
  if (found === undefined) {
    found = findLockOuts(zone);
    answers.set(zone, found);
  }
  return found;
}

/** A landing zone does not change, and both its loading and its preflight ask. */
const answers = new WeakMap<LandingZone, readonly LockOut[]>();

function findLockOuts(zone: LandingZone): LockOut[] {
  const above = policiesAbove(zone);
  const known = new Map<string, boolean>();
  return knownAccounts(zone).flatMap((account) => {
    const policies = above(account);
    if (policies.scps.length === 0) {
      return [];
    }
    // Accounts below the same policies fare alike, unless a policy speaks of one of them.
    const alike = likeness(zone, account, policies, above(identityAccount(zone)));
    if (alike !== undefined && known.get(alike) === false) {
      return [];
    }
    const found = needsOf(zone, account).flatMap((need) => lockOutOf(zone, need, above) ?? []);
    if (alike !== undefined) {
      known.set(alike, found.length > 0);
    }
    return found;
  });
}

function needsOf(zone: LandingZone, account: KnownAccount): Need[] {
  return [
    ...deployNeeds(zone, account),
    ...entryNeeds(zone, account),
    ...nodeNeeds(zone, account),
    ...automationNeeds(zone, account),
    ...sessionExpiryNeeds(zone, account),
  ];
}

type Above = (account: KnownAccount) => PoliciesAbove;

/** The policies above each account; those that are equal are looked at once. */
function policiesAbove(zone: LandingZone): Above {
  const above = organizationPolicies(zone);
  const byKey = new Map<string, PoliciesAbove>();
  const byAccount = new Map<string, PoliciesAbove>();
  return (account) => {
    let found = byAccount.get(account.name);
    if (found === undefined) {
      const policies = above(account);
      found = byKey.get(policies.key) ?? new PoliciesAbove(policies);
      byKey.set(policies.key, found);
      byAccount.set(account.name, found);
    }
    return found;
  };
}

/** The users come from the identity account, so what stands above it may keep them from one account alone. */
function likeness(
  zone: LandingZone,
  account: KnownAccount,
  policies: PoliciesAbove,
  aboveUsers: PoliciesAbove,
): string | undefined {
  const isOfItsOwn = account.name === zone.organization.identity || account.nodeRoles.length > 0;
  const groups = [policies, aboveUsers].map((above) => above.groupOf(account.id));
  return isOfItsOwn ? undefined : JSON.stringify([policies.key, account.osAccess, groups]);
}

const everything: PolicyDocument = {
  version: "2012-10-17",
  statements: [{ effect: "Allow", actions: ["*"], resources: ["*"], conditions: [] }],
};

/** All rights, from both sides: what is refused then, SCPs and RCPs refuse. */
const allRights: Policies = {
  identity: [compile(everything, "identity")],
  resource: compile(
    {
      ...everything,
      statements: [{ ...everything.statements[0]!, principals: [{ type: "AWS", value: "*" }] }],
    },
    "resource",
  ),
};

function lockOutOf(zone: LandingZone, need: Need, above: Above): LockOut | undefined {
  const [ofCaller, ofOwner] = [above(need.caller), above(need.owner)];
  const { action } = need.request;
  if (ofCaller.letPass(action) && ofOwner.letPass(action)) {
    return undefined;
  }
  const keys = ofCaller === ofOwner ? ofCaller.keys : [...ofCaller.keys, ...ofOwner.keys];
  const unknown = keys.filter((key) => !isGiven(key, need.request.context));
  const policies = { ...allRights, scps: ofCaller.scps, rcps: ofOwner.rcps };
  const decision = evaluate({ ...need.request, unknown }, policies);
  const [statement] = decision.decidedBy;
  const [missing] = decision.missing;
  switch (decision.result) {
    case "allowed":
      return undefined;
    case "unknown":
      return { need, stoppedBy: { unknownKeys: decision.unknownKeys } };
    case "explicitly denied":
      return { need, stoppedBy: { statement: statement! } };
    case "implicitly denied":
      return { need, stoppedBy: { level: levelsOf(zone, need.caller)[missing?.level ?? 0]! } };
  }
}

/** What the levels above an account are called, as in `organizationPolicies`. */
function levelsOf(zone: LandingZone, account: KnownAccount): string[] {
  const ous = ouAndAncestors(zone, account.ou).reverse();
  return ["Root", ...ous.map(({ path }) => path), account.name];
}
