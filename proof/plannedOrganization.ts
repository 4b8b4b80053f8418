import { ofAccount } from "../guardrails/namedAccounts";
import { CompiledPolicy } from "../iam/compile";
import { Account, KnownAccount, LandingZone } from "../model/landingZone";
import { compiledPolicy } from "../guardrails/compiledPolicy";
import { OrganizationPolicies, organizationPolicies } from "../guardrails/organizationPolicies";
import { PlannedIdentities, PlannedIdentity } from "./plannedIdentities";
import { PlannedRights, rightsOf } from "./plannedRights";

/** By the account's name; an account for which nothing is planned may be missing. */
export type PlannedAccounts = ReadonlyMap<string, PlannedIdentities>;

const nothing: PlannedIdentities = { identities: [], managed: [] };

/** The landing zone as its stacks would make it: who exists, with which rights, below which policies. */
export class PlannedOrganization {
  /** What stands above an account. */
  readonly above: (account: Account) => OrganizationPolicies;
  /** The versions of AWS's own policies that answers rest on so far. */
  readonly versions = new Set<string>();
  private readonly rights = new Map<string, Map<PlannedIdentity, PlannedRights>>();
  private readonly trusts = new Map<string, CompiledPolicy>();

  constructor(
    readonly zone: LandingZone,
    private readonly accounts: PlannedAccounts,
  ) {
    this.above = organizationPolicies(zone);
  }

  planned({ name }: Account): PlannedIdentities {
    return this.accounts.get(name) ?? nothing;
  }

  /** A user or role that is made in the account; one that only gets more rights there is made elsewhere. */
  identity(
    account: Account,
    kind: PlannedIdentity["kind"],
    name: string,
  ): PlannedIdentity | undefined {
    return this.planned(account).identities.find(
      (each) => each.kind === kind && each.name === name && each.path !== undefined,
    );
  }

  rightsOf(account: KnownAccount, identity: PlannedIdentity): PlannedRights {
    // Accounts share the texts of equal identities, and each reads its own id in them.
    const known = this.rights.get(account.id) ?? new Map<PlannedIdentity, PlannedRights>();
    this.rights.set(account.id, known);
    let rights = known.get(identity);
    if (rights === undefined) {
      rights = rightsOf(identity, this.planned(account), account.id);
      known.set(identity, rights);
      rights.versions.forEach((version) => this.versions.add(version));
    }
    return rights;
  }

  /** Who may assume the role; undefined where only an update knows. */
  trustOf({ id }: KnownAccount, { name, trust }: PlannedIdentity): CompiledPolicy | undefined {
    if (trust?.text === undefined) {
      return undefined;
    }
    const text = ofAccount(trust.text, id);
    // Most accounts have the same text: it names the identity account and not their own.
    const key = `${name} ${text}`;
    const compiled = this.trusts.get(key) ?? compiledPolicy("trust", text, `trust of ${name}`);
    this.trusts.set(key, compiled);
    return compiled;
  }
}
