import { CompiledPolicy } from "../../iam/compile";
import type { OrganizationPolicies } from "../organizationPolicies";
import { NamedAccounts } from "../namedAccounts";
import { unknownKeysIn } from "./keys";

/** AWS's own SCP, as `organizationPolicies` calls it. */
const fullAccess = "FullAWSAccess";

/** The control policies above some accounts, as the preflight reads them. */
export class PoliciesAbove {
  readonly key: string;
  readonly scps: readonly (readonly CompiledPolicy[])[];
  readonly rcps: readonly (readonly CompiledPolicy[])[];
  /** The condition keys of all of them, in small letters, of which nobody knows what a request will hold. */
  readonly keys: readonly string[];
  private readonly named: NamedAccounts;
  private readonly asksForPaths: boolean;
  private readonly allowsAll: boolean;
  private readonly denied = new Map<string, boolean>();

  /**
   * Who writes an SCP that allows means to take FullAWSAccess off that target: nothing else would give it an effect. It
   * is taken to be off wherever there is such an SCP.
   * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
   */
  constructor({ key, scps, rcps, texts }: OrganizationPolicies) {
    this.key = key;
    this.scps = scps.map((level) =>
      level.some((policy) => policy.id !== fullAccess && allows(policy))
        ? level.filter(({ id }) => id !== fullAccess)
        : level,
    );
    this.rcps = rcps;
    this.keys = unknownKeysIn([...this.scps, ...rcps].flat());
    this.named = new NamedAccounts(texts);
    this.asksForPaths = texts.some((text) => /OrgPaths/i.test(text));
    this.allowsAll = this.scps.every((level) => level.some(({ id }) => id === fullAccess));
  }

  /** Equal for accounts that the policies treat alike; an account is like no other where they ask for its OUs. */
  groupOf(accountId: string): string {
    return this.asksForPaths ? accountId : this.named.groupOf(accountId);
  }

  /** Whether no policy says anything of the action: most calls need no further look. */
  letPass(action: string): boolean {
    let denied = this.denied.get(action);
    if (denied === undefined) {
      const name = action.toLowerCase();
      denied = [...this.scps, ...this.rcps]
        .flat()
        .some((policy) => policy.statementsFor(name).denies.length > 0);
      this.denied.set(action, denied);
    }
    return this.allowsAll && !denied;
  }
}

function allows({ statements }: CompiledPolicy): boolean {
  return statements.some(({ statement }) => statement.effect === "Allow");
}
